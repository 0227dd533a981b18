package eliq.pairs;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.Drawing;
import eliq.image.ContentHash;
import eliq.image.ImageException;
import eliq.pairs.PlannedNegative.Way;
import eliq.pairs.PlannedTuple.Positive;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a build will do, told before it does anything.
 *
 * @param set its name
 * @param prompts different ones
 * @param tuples positives with their negatives
 * @param drawings what has to be drawn and edited, by whom and what for, in the order of the turns
 * @param local negatives that need no artist, by kind: degraded here, or only a prompt
 * @param impossible negatives that cannot be made: why, and how many
 * @param unreadable images of the user's that cannot be used, each a sentence
 */
public record BuildPlan(
        String set,
        long prompts,
        long tuples,
        List<Share> drawings,
        Map<NegativeKind, Long> local,
        Map<String, Long> impossible,
        List<String> unreadable) {

    /** So many of an artist's last drawings say how long the next ones take. */
    private static final int MEASURED = 100;

    public BuildPlan {
        drawings = List.copyOf(drawings);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * One artist's pictures for one purpose.
     *
     * @param artist generator or editor
     * @param purpose {@code positive}, or the key of a kind of negative
     * @param images in all
     * @param present drawn already
     * @param each time that one takes, as measured on this artist's last drawings; absent where it has drawn none
     */
    public record Share(
            String artist, String purpose, long images, long present, Optional<Duration> each) {

        /** Still to be made. */
        public long missing() {
            return images - present;
        }

        /** For what is still to be made; absent where nothing was measured. */
        public Optional<Duration> time() {
            return each.map(one -> one.multipliedBy(missing()));
        }
    }

    /** Drawings and edits in all. */
    public long images() {
        return drawings.stream().mapToLong(Share::images).sum();
    }

    /** Drawings and edits still to be made. */
    public long missing() {
        return drawings.stream().mapToLong(Share::missing).sum();
    }

    /** Time for what is still to be made, of the artists whose rate is known. */
    public Duration time() {
        return drawings.stream()
                .flatMap(share -> share.time().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Artists that have something to make and have never been measured. */
    public List<String> unmeasured() {
        return drawings.stream()
                .filter(share -> share.missing() > 0 && share.each().isEmpty())
                .map(Share::artist)
                .distinct()
                .toList();
    }

    static BuildPlan of(BuildPairs parameters, SetPlan plan, Catalog catalog)
            throws CatalogException {
        Count count = new Count(plan, catalog);
        for (PlannedTuple tuple : plan.tuples()) {
            count.add(tuple);
        }
        long prompts = plan.tuples().stream().map(PlannedTuple::prompt).distinct().count();
        return new BuildPlan(
                parameters.set(),
                prompts,
                plan.tuples().size() - count.unreadable.size(),
                count.shares(),
                count.local,
                count.impossible,
                count.unreadable);
    }

    /** Counting as it goes over the tuples. */
    private static final class Count {
        private final SetPlan plan;
        private final Catalog catalog;
        private final Map<Key, Numbers> numbers = new LinkedHashMap<>();
        private final Map<NegativeKind, Long> local = new LinkedHashMap<>();
        private final Map<String, Long> impossible = new LinkedHashMap<>();
        private final List<String> unreadable = new ArrayList<>();
        private final Set<ContentHash> seen = new HashSet<>();

        private record Key(String artist, String purpose) {}

        private static final class Numbers {
            private long images;
            private long present;
            private long pixels;
        }

        Count(SetPlan plan, Catalog catalog) {
            this.plan = plan;
            this.catalog = catalog;
        }

        void add(PlannedTuple tuple) throws CatalogException {
            long seed;
            ContentHash source;
            switch (tuple.positive()) {
                case Positive.Drawn drawn -> {
                    seed = drawn.request().seed();
                    source =
                            DrawingShelf.identity(
                                    tuple.artists().own().orElseThrow().name(), drawn.request());
                }
                case Positive.Own own -> {
                    try {
                        int most = plan.planner().settings().mostPixels();
                        source = PositiveSource.hash(own.image(), most);
                        seed = PositiveSource.seed(source);
                    } catch (ImageException e) {
                        unreadable.add(e.getMessage());
                        return;
                    }
                }
            }
            for (PlannedDrawing drawing : PlannedDrawing.of(tuple, plan.planner(), seed, source)) {
                add(drawing);
            }
            for (PlannedNegative negative :
                    plan.planner().negatives(tuple.prompt(), seed, tuple.artists())) {
                switch (negative.way()) {
                    case Way.Impossible(String why) -> impossible.merge(why, 1L, Long::sum);
                    case Way.Draw draw -> {}
                    case Way.EditBy edit -> {}
                    default -> local.merge(negative.kind(), 1L, Long::sum);
                }
            }
        }

        private void add(PlannedDrawing drawing) throws CatalogException {
            if (!seen.add(drawing.identity())) {
                return;
            }
            Numbers of =
                    numbers.computeIfAbsent(
                            new Key(drawing.artist(), drawing.purpose()), key -> new Numbers());
            of.images++;
            of.pixels += pixels(drawing.way());
            Optional<Drawing> known = catalog.drawings().find(drawing.identity());
            if (known.isPresent() && catalog.images().contains(known.get().image())) {
                of.present++;
            }
        }

        private long pixels(Way way) {
            return switch (way) {
                case Way.Draw draw -> (long) draw.request().width() * draw.request().height();
                default ->
                        (long) plan.planner().settings().width()
                                * plan.planner().settings().height();
            };
        }

        List<Share> shares() throws CatalogException {
            List<Share> shares = new ArrayList<>();
            Map<String, List<Drawing>> recent = new HashMap<>();
            for (String artist : plan.artists()) {
                for (Map.Entry<Key, Numbers> entry : numbers.entrySet()) {
                    if (!entry.getKey().artist().equals(artist)) {
                        continue;
                    }
                    Numbers of = entry.getValue();
                    long pixels = of.pixels / of.images;
                    if (!recent.containsKey(artist)) {
                        recent.put(artist, catalog.drawings().recent(artist, MEASURED));
                    }
                    shares.add(
                            new Share(
                                    artist,
                                    entry.getKey().purpose(),
                                    of.images,
                                    of.present,
                                    ArtistRate.of(recent.get(artist), pixels)));
                }
            }
            return shares;
        }
    }
}

package eliq.pairs;

import eliq.generate.Capabilities;
import eliq.generate.Capabilities.QualityKind;
import eliq.generate.GenerationRequest;
import eliq.generate.GenerationRequest.Quality;
import eliq.generate.ImageGenerator;
import eliq.pairs.PlannedNegative.Way;
import eliq.pairs.degrade.Degradation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Decides what is to be drawn for a tuple before any picture is there. Every choice depends on the settings, the prompt
 * and the positive's seed alone. May be used by several threads.
 */
public final class TuplePlanner {
    private final PairSettings settings;
    private final PromptShuffle shuffle;
    private final PromptVariants variants;
    private final PromptDistance distance;

    /** @param shuffle where wrong prompts come from */
    public TuplePlanner(
            PairSettings settings,
            PromptShuffle shuffle,
            PromptVariants variants,
            PromptDistance distance) {
        this.settings = settings;
        this.shuffle = shuffle;
        this.variants = variants;
        this.distance = distance;
    }

    PairSettings settings() {
        return settings;
    }

    /**
     * The request for a prompt's positive.
     *
     * @param number of the positive among those of its prompt, over all generators, from 0
     */
    public GenerationRequest positive(String prompt, int number) {
        return request(
                prompt,
                Seeds.small(settings.seed(), "positive", prompt, number),
                new Quality.Full());
    }

    /** What is to be made of a positive of this seed. Kinds that nobody can draw at all are not among them. */
    List<PlannedNegative> negatives(String prompt, long positiveSeed, TupleArtists artists) {
        List<PlannedNegative> planned = new ArrayList<>();
        for (NegativeKind kind : NegativeKind.values()) {
            boolean somebody =
                    artists.own().isPresent()
                            || kind == NegativeKind.WEAK_GENERATOR && !artists.weak().isEmpty();
            if (kind.needsGenerator() && !somebody) {
                continue;
            }
            for (int index = 0; index < settings.count(kind); index++) {
                planned.add(new Choice(prompt, positiveSeed, index, kind, artists).planned());
            }
        }
        return planned;
    }

    private GenerationRequest request(String prompt, long seed, Quality quality) {
        return new GenerationRequest(prompt, seed, settings.width(), settings.height(), quality);
    }

    /** Share of the steps done when a drawing is stopped: nearly ready at strength 0, hardly recognisable at 1. */
    static double progress(double strength) {
        return 0.9 - 0.55 * strength;
    }

    /** One negative being decided on. */
    private final class Choice {
        private final String prompt;
        private final long positiveSeed;
        private final int index;
        private final NegativeKind kind;
        private final TupleArtists artists;
        private final long seed;
        private final double strength;

        Choice(
                String prompt,
                long positiveSeed,
                int index,
                NegativeKind kind,
                TupleArtists artists) {
            this.prompt = prompt;
            this.positiveSeed = positiveSeed;
            this.index = index;
            this.kind = kind;
            this.artists = artists;
            this.seed = seed(kind.key());
            this.strength = settings.strength(kind, index, Seeds.uniform(seed, "strength"));
        }

        PlannedNegative planned() {
            return switch (kind) {
                case DISTORTED ->
                        inSeries(
                                0,
                                series ->
                                        new Way.Distort(
                                                Degradation.technical(
                                                        settings.distortion(), strength, series)));
                case EDITED -> edited();
                case SHUFFLED_PROMPT -> shuffled();
                case CHANGED_PROMPT ->
                        changed()
                                .map(text -> wrong(text, distanceTo(text)))
                                .orElseGet(this::nothingToChange);
                case CHANGED_IMAGE ->
                        changed()
                                .map(text -> drawn(text, new Quality.Full(), distanceTo(text)))
                                .orElseGet(this::nothingToChange);
                case DEGRADED_PROMPT ->
                        drawn(
                                variants.degraded(prompt, strength, seed),
                                new Quality.Full(),
                                strength);
                case SPOILED_PROMPT ->
                        drawn(
                                variants.spoiled(prompt, strength, seed),
                                new Quality.Full(),
                                strength);
                case EARLY_STOPPED ->
                        drawn(prompt, new Quality.EarlyStopped(progress(strength)), strength);
                case WEAK_GENERATOR ->
                        artists.weak().isEmpty()
                                ? drawn(prompt, new Quality.Weaker(strength), strength)
                                : weak();
            };
        }

        private PlannedNegative edited() {
            return artists.editor().isPresent()
                    ? as(
                            strength,
                            new Way.EditBy(
                                    artists.editor().get().name(),
                                    EditInstructions.of(strength, seed),
                                    Seeds.small(seed, "editing")))
                    : inSeries(
                            index % Math.max(1, settings.count(kind) / 2),
                            series -> new Way.EditHere());
        }

        /**
         * The same degradation at several strengths has one seed: the order of strengths is learned where nothing else
         * differs.
         *
         * @param number of the series among those of its kind and positive
         */
        private PlannedNegative inSeries(int number, LongFunction<Way> way) {
            long series = Seeds.of(settings.seed(), kind.key(), prompt, positiveSeed, number);
            return new PlannedNegative(kind, strength, series, way.apply(series));
        }

        private PlannedNegative shuffled() {
            // One search serves all indices, so that a tuple's wrong prompts differ from each
            // other.
            long search = Seeds.of(settings.seed(), kind.key(), prompt, positiveSeed);
            List<PromptShuffle.Wrong> found = shuffle.wrongFor(prompt, index + 1, search);
            return found.size() > index
                    ? wrong(found.get(index).text(), found.get(index).distance())
                    : impossible("No other prompt is different enough from \"" + prompt + "\".");
        }

        private PlannedNegative wrong(String text, double apart) {
            return as(apart, new Way.WrongPrompt(text, apart));
        }

        /** Both directions of a mismatch share one modified prompt: the seed leaves the kind out. */
        private Optional<String> changed() {
            return variants.changed(prompt, seed("changed"));
        }

        private double distanceTo(String text) {
            return Math.clamp(distance.between(prompt, text), 0, 1);
        }

        private PlannedNegative nothingToChange() {
            return impossible("There is nothing to change in \"" + prompt + "\".");
        }

        private PlannedNegative drawn(String text, Quality quality, double rank) {
            ImageGenerator own = artists.own().orElseThrow();
            if (!own.capabilities().makes(quality)) {
                return impossible(
                        own.name()
                                + " cannot draw "
                                + switch (QualityKind.of(quality)) {
                                    case FULL -> "at all";
                                    case EARLY_STOPPED ->
                                            "with the drawing stopped early; leave "
                                                    + kind.key()
                                                    + " out";
                                    case WEAKER ->
                                            "less well; name weak generators for " + kind.key();
                                }
                                + ".");
            }
            return as(rank, new Way.Draw(own.name(), request(text, drawingSeed(), quality)));
        }

        private PlannedNegative weak() {
            List<ImageGenerator> weak = artists.weak();
            int place = (int) (Seeds.uniform(seed, "artist") * weak.size());
            ImageGenerator artist = weak.get(place);
            double rank = (double) (weak.size() - place) / weak.size();
            return as(
                    rank,
                    new Way.Draw(
                            artist.name(),
                            sized(
                                    request(prompt, drawingSeed(), new Quality.Full()),
                                    artist.capabilities())));
        }

        /** The positive's own seed at first, so that as little as possible but the fault differs. */
        private long drawingSeed() {
            return index == 0 ? positiveSeed : Seeds.small(seed, "drawing");
        }

        private PlannedNegative impossible(String why) {
            return as(0, new Way.Impossible(why));
        }

        private PlannedNegative as(double rank, Way way) {
            return new PlannedNegative(kind, rank, seed, way);
        }

        private long seed(String purpose) {
            return Seeds.of(settings.seed(), purpose, prompt, positiveSeed, index);
        }
    }

    /** Not larger than what a model was trained for: beyond that it repeats itself, which is another fault than weakness. */
    private static GenerationRequest sized(GenerationRequest request, Capabilities artist) {
        double most = (double) artist.preferredWidth() * artist.preferredHeight();
        double scale = Math.min(1, Math.sqrt(most / ((double) request.width() * request.height())));
        return new GenerationRequest(
                request.prompt(),
                request.seed(),
                stepped(scale * request.width(), artist.sideStep()),
                stepped(scale * request.height(), artist.sideStep()),
                request.quality());
    }

    private static int stepped(double side, int step) {
        return Math.max(step, (int) Math.round(side / step) * step);
    }
}

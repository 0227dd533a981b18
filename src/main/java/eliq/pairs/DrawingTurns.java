package eliq.pairs;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.generate.EditRequest;
import eliq.generate.GenerateException;
import eliq.image.ContentHash;
import eliq.image.ImageException;
import eliq.image.Pixels;
import eliq.job.JobContext;
import eliq.pairs.PlannedNegative.Way;
import eliq.pairs.PlannedTuple.Positive;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Has everything drawn that tuples need, one artist after the other: a server that holds one model at a time would
 * otherwise load another for nearly every picture.
 */
final class DrawingTurns {
    private final Catalog catalog;
    private final Pictures pictures;
    private final DrawingShelf shelf;
    private final SetPlan plan;

    DrawingTurns(Catalog catalog, Pictures pictures, DrawingShelf shelf, SetPlan plan) {
        this.catalog = catalog;
        this.pictures = pictures;
        this.shelf = shelf;
        this.plan = plan;
    }

    /** A drawing that is wanted, for a tuple whose prompt has this id. */
    private record Wanted(
            PlannedTuple tuple, long promptId, ContentHash source, PlannedDrawing drawing) {}

    /**
     * Draws what is not there yet. What cannot be drawn is told to the context and stays out; the tuple that needs it is
     * skipped when its turn comes.
     *
     * @param tuples that are not in the set yet, with the ids of their prompts
     */
    void take(List<PlannedTuple> tuples, List<Long> promptIds, JobContext context)
            throws Exception {
        List<Wanted> all = new ArrayList<>();
        for (int i = 0; i < tuples.size(); i++) {
            all.addAll(wanted(tuples.get(i), promptIds.get(i)));
        }
        for (String artist : plan.artists()) {
            turn(artist, all.stream().filter(w -> w.drawing().artist().equals(artist)), context);
        }
    }

    /** Ids of the prompts of tuples. */
    @FunctionalInterface
    interface PromptIds {
        List<Long> of(List<PlannedTuple> tuples) throws CatalogException;
    }

    /**
     * Has an artist make the first of its drawings that can be made now.
     *
     * @return why it could not, if so
     */
    Optional<String> first(String artist, PromptIds ids) throws CatalogException, PairsException {
        for (PlannedTuple tuple : plan.tuples()) {
            for (Wanted each : wanted(tuple, ids.of(List.of(tuple)).getFirst())) {
                boolean edit = each.drawing().way() instanceof Way.EditBy;
                if (each.drawing().artist().equals(artist)
                        && (!edit || positive(each).isPresent())) {
                    try {
                        return draw(each);
                    } catch (GenerateException e) {
                        throw new PairsException(e.getMessage(), e);
                    }
                }
            }
        }
        return Optional.of(artist + ": could not be measured before there is a positive.");
    }

    private List<Wanted> wanted(PlannedTuple tuple, long promptId) throws CatalogException {
        ContentHash source;
        long seed;
        switch (tuple.positive()) {
            case Positive.Drawn drawn -> {
                source =
                        DrawingShelf.identity(
                                tuple.artists().own().orElseThrow().name(), drawn.request());
                seed = drawn.request().seed();
            }
            case Positive.Own own -> {
                Optional<ContentHash> hash = own(own, promptId);
                if (hash.isEmpty()) {
                    return List.of();
                }
                source = hash.get();
                seed = PositiveSource.seed(source);
            }
        }
        return PlannedDrawing.of(tuple, plan.planner(), seed, source).stream()
                .map(drawing -> new Wanted(tuple, promptId, source, drawing))
                .toList();
    }

    /** One that cannot be read is told of when its tuple is made. */
    private Optional<ContentHash> own(Positive.Own own, long promptId) throws CatalogException {
        try {
            return Optional.of(
                    new PositiveSource(catalog, pictures)
                            .read(own.image(), promptId, plan.planner().settings().mostPixels())
                            .hash());
        } catch (ImageException e) {
            return Optional.empty();
        }
    }

    private void turn(String artist, java.util.stream.Stream<Wanted> wanted, JobContext context)
            throws Exception {
        List<Callable<Optional<String>>> work = new ArrayList<>();
        Set<ContentHash> seen = new HashSet<>();
        for (Wanted each : wanted.toList()) {
            if (seen.add(each.drawing().identity())
                    && shelf.find(each.drawing().identity()).isEmpty()) {
                work.add(() -> draw(each));
            }
        }
        if (work.isEmpty()) {
            return;
        }
        BuildFailures failures = new BuildFailures();
        long present = seen.size() - work.size();
        Ordered.run(
                work,
                (failure, done) -> {
                    context.progress("Drawing with " + artist, present + done, seen.size());
                    context.checkCancelled();
                    if (failure.isPresent()) {
                        context.message(failure.get());
                        failures.failed(failure.get());
                    } else {
                        failures.succeeded();
                    }
                });
    }

    /** Why it failed, if it did. */
    private Optional<String> draw(Wanted wanted) throws GenerateException, CatalogException {
        TupleArtists artists = wanted.tuple().artists();
        try {
            switch (wanted.drawing().way()) {
                case Way.Draw draw ->
                        shelf.draw(
                                artists.generator(draw.artist()),
                                draw.request(),
                                wanted.promptId());
                case Way.EditBy edit -> {
                    Optional<ContentHash> positive = positive(wanted);
                    if (positive.isPresent()) {
                        shelf.edit(
                                artists.editor().orElseThrow(),
                                new EditRequest(
                                        pixels(positive.get()), edit.instruction(), edit.seed()),
                                wanted.source(),
                                positive.get(),
                                wanted.promptId());
                    }
                }
                default ->
                        throw new IllegalStateException("nobody draws " + wanted.drawing().way());
            }
            return Optional.empty();
        } catch (GenerateException e) {
            if (BuildFailures.endsAll(e)) {
                throw e;
            }
            return Optional.of(e.getMessage());
        }
    }

    private Optional<ContentHash> positive(Wanted wanted) throws CatalogException {
        return switch (wanted.tuple().positive()) {
            case Positive.Drawn drawn -> shelf.find(wanted.source());
            case Positive.Own own -> Optional.of(wanted.source());
        };
    }

    private Pixels pixels(ContentHash hash) throws GenerateException {
        try {
            return pictures.pixels(hash);
        } catch (PairsException e) {
            throw new GenerateException(e.getMessage(), e);
        }
    }
}

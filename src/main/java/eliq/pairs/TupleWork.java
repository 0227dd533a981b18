package eliq.pairs;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.NegativeContent;
import eliq.catalog.NewTuple;
import eliq.catalog.NewTuple.NewNegative;
import eliq.catalog.Origin;
import eliq.generate.GenerateException;
import eliq.image.ContentHash;
import eliq.image.ImageException;
import eliq.image.Pixels;
import eliq.pairs.MadeTuple.Content;
import eliq.pairs.MadeTuple.MadeNegative;
import eliq.pairs.PlannedTuple.Positive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Makes one tuple and stores its images; the tuple itself is stored by whoever asked. */
final class TupleWork {
    private static final String NO_GENERATOR = "the user's own";

    private final Catalog catalog;
    private final Pictures pictures;
    private final TupleMaker maker;
    private final DrawingShelf shelf;
    private final Set<TupleKey> done;

    /** What makes two tuples of a set the same. */
    record TupleKey(long promptId, ContentHash positive) {}

    /** Made, there already, or not to be made and why. */
    sealed interface Outcome {
        /** @param missing negatives that could not be made, each a sentence */
        record Made(NewTuple tuple, List<String> missing) implements Outcome {}

        record Present() implements Outcome {}

        record Skipped(String why) implements Outcome {}
    }

    /** @param done tuples that the set has already */
    TupleWork(
            Catalog catalog,
            Pictures pictures,
            TuplePlanner planner,
            DrawingShelf shelf,
            Set<TupleKey> done) {
        this.catalog = catalog;
        this.pictures = pictures;
        this.maker = new TupleMaker(planner);
        this.shelf = shelf;
        this.done = done;
    }

    /** @throws GenerateException only where whatever else is asked for would fail as well */
    Outcome make(PlannedTuple tuple, long promptId) throws GenerateException, CatalogException {
        try {
            return switch (tuple.positive()) {
                case Positive.Drawn drawn -> drawn(tuple, drawn, promptId);
                case Positive.Own own -> own(tuple, own.image(), promptId);
            };
        } catch (GenerateException e) {
            if (BuildFailures.endsAll(e)) {
                throw e;
            }
            return new Outcome.Skipped(e.getMessage());
        }
    }

    private Outcome drawn(PlannedTuple tuple, Positive.Drawn drawn, long promptId)
            throws GenerateException, CatalogException {
        String own = tuple.artists().own().orElseThrow().name();
        ContentHash identity = DrawingShelf.identity(own, drawn.request());
        if (isDone(shelf.find(identity), promptId)) {
            return new Outcome.Present();
        }
        StoringStudio studio = new StoringStudio(shelf, tuple.artists(), promptId, identity);
        Pixels pixels = studio.draw(own, drawn.request());
        ContentHash positive = studio.stored(pixels).orElseThrow();
        if (isDone(Optional.of(positive), promptId)) {
            return new Outcome.Present();
        }
        MadeTuple made =
                maker.make(tuple.prompt(), pixels, drawn.request().seed(), tuple.artists(), studio);
        return new Outcome.Made(
                new NewTuple(promptId, positive, own, negatives(made, promptId, positive, studio)),
                made.missing());
    }

    private boolean isDone(Optional<ContentHash> positive, long promptId) {
        return positive.isPresent() && done.contains(new TupleKey(promptId, positive.get()));
    }

    private Outcome own(PlannedTuple tuple, BuildPairs.OwnImage image, long promptId)
            throws GenerateException, CatalogException {
        PositiveSource.Positive positive;
        try {
            int mostPixels = maker.planner().settings().mostPixels();
            positive = new PositiveSource(catalog, pictures).read(image, promptId, mostPixels);
        } catch (ImageException e) {
            return new Outcome.Skipped(e.getMessage());
        }
        ContentHash hash = positive.hash();
        if (isDone(Optional.of(hash), promptId)) {
            return new Outcome.Present();
        }
        StoringStudio studio = new StoringStudio(shelf, tuple.artists(), promptId, hash);
        MadeTuple made =
                maker.make(
                        tuple.prompt(),
                        positive.pixels(),
                        PositiveSource.seed(hash),
                        tuple.artists(),
                        studio);
        return new Outcome.Made(
                new NewTuple(
                        promptId,
                        hash,
                        positive.image().generator().orElse(NO_GENERATOR),
                        negatives(made, promptId, hash, studio)),
                made.missing());
    }

    private List<NewNegative> negatives(
            MadeTuple made, long promptId, ContentHash positive, StoringStudio studio)
            throws CatalogException {
        List<NewNegative> stored = new ArrayList<>();
        for (MadeNegative negative : made.negatives()) {
            NegativeContent content =
                    switch (negative.content()) {
                        case Content.WrongPrompt wrong ->
                                new NegativeContent.WrongPrompt(wrong.text());
                        case Content.Image image -> {
                            Optional<ContentHash> drawn = studio.stored(image.pixels());
                            yield new NegativeContent.Image(
                                    drawn.isPresent()
                                            ? drawn.get()
                                            : derived(negative, image, promptId, positive));
                        }
                    };
            stored.add(new NewNegative(negative.recipe(), content));
        }
        return stored;
    }

    private ContentHash derived(
            MadeNegative negative, Content.Image image, long promptId, ContentHash positive)
            throws CatalogException {
        String name =
                "%s-%.0f-of-%s.png"
                        .formatted(
                                negative.recipe().operation(),
                                100 * negative.recipe().strength(),
                                positive.hex().substring(0, 12));
        return pictures.keep(
                image.pixels(),
                new Pictures.Details(
                        name,
                        Origin.DERIVED,
                        promptId,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.of(negative.recipe().seed()),
                        Optional.empty()));
    }
}

package eliq.pairs;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.NegativeContent;
import eliq.catalog.NewTuple;
import eliq.catalog.NewTuple.NewNegative;
import eliq.catalog.Origin;
import eliq.generate.GenerateException;
import eliq.generate.ImageGenerator;
import eliq.image.ContentHash;
import eliq.image.ImageException;
import eliq.pairs.MadeTuple.Content;
import eliq.pairs.MadeTuple.MadeNegative;
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
    TupleWork(Catalog catalog, Pictures pictures, TupleMaker maker, Set<TupleKey> done) {
        this.catalog = catalog;
        this.pictures = pictures;
        this.maker = maker;
        this.done = done;
    }

    /** A tuple whose positive is drawn. */
    Outcome drawn(String prompt, long promptId, int index, ImageGenerator generator)
            throws GenerateException, CatalogException {
        StoringGenerator storing = new StoringGenerator(generator, catalog, pictures, promptId);
        MadeTuple made = maker.make(prompt, index, storing);
        ContentHash positive = storing.stored(made.positive()).orElseThrow();
        return new Outcome.Made(
                new NewTuple(
                        promptId,
                        positive,
                        generator.name(),
                        negatives(made, promptId, positive, Optional.of(storing))),
                made.missing());
    }

    /** A tuple whose positive is the user's. */
    Outcome own(BuildPairs.OwnImage image, long promptId, Optional<ImageGenerator> generator)
            throws GenerateException, CatalogException {
        PositiveSource.Positive positive;
        try {
            positive =
                    new PositiveSource(catalog, pictures)
                            .read(image, promptId, maker.settings().mostPixels());
        } catch (ImageException e) {
            return new Outcome.Skipped(e.getMessage());
        }
        ContentHash hash = positive.hash();
        if (done.contains(new TupleKey(promptId, hash))) {
            return new Outcome.Present();
        }
        Optional<StoringGenerator> storing =
                generator.map(g -> new StoringGenerator(g, catalog, pictures, promptId));
        MadeTuple made =
                maker.make(
                        image.prompt(),
                        positive.pixels(),
                        Seeds.small(0, hash),
                        storing.map(ImageGenerator.class::cast));
        return new Outcome.Made(
                new NewTuple(
                        promptId,
                        hash,
                        positive.image().generator().orElse(NO_GENERATOR),
                        negatives(made, promptId, hash, storing)),
                made.missing());
    }

    private List<NewNegative> negatives(
            MadeTuple made,
            long promptId,
            ContentHash positive,
            Optional<StoringGenerator> generator)
            throws CatalogException {
        List<NewNegative> stored = new ArrayList<>();
        for (MadeNegative negative : made.negatives()) {
            NegativeContent content =
                    switch (negative.content()) {
                        case Content.WrongPrompt wrong ->
                                new NegativeContent.WrongPrompt(wrong.text());
                        case Content.Image image -> {
                            Optional<ContentHash> drawn =
                                    generator.flatMap(g -> g.stored(image.pixels()));
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
                        OptionalLong.of(negative.recipe().seed()),
                        Optional.empty()));
    }
}

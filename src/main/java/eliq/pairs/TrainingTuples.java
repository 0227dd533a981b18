package eliq.pairs;

import eliq.catalog.Aspect;
import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.Family;
import eliq.catalog.Negative;
import eliq.catalog.NegativeContent;
import eliq.catalog.Tuple;
import eliq.catalog.TupleSet;
import eliq.catalog.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A set's tuples as training and evaluation read them: without what a person has rejected. */
public final class TrainingTuples {
    private TrainingTuples() {}

    /**
     * A tuple with at least one negative.
     *
     * @param categories titles
     */
    public record TrainingTuple(
            long id,
            String prompt,
            Set<String> categories,
            Picture positive,
            String generator,
            List<TrainingNegative> negatives) {
        public TrainingTuple {
            categories = Set.copyOf(categories);
            negatives = List.copyOf(negatives);
        }
    }

    /** @param strength 0..1, comparable within an operation */
    public record TrainingNegative(
            long id,
            Aspect aspect,
            Family family,
            String operation,
            double strength,
            Content content) {}

    /** What the positive is compared with. */
    public sealed interface Content {
        /** A worse image for the tuple's prompt. */
        record Worse(Picture picture) implements Content {}

        /** The positive under a prompt that does not describe it. */
        record WrongPrompt(String text) implements Content {}
    }

    /**
     * Which negatives to read.
     *
     * @param aspects to keep
     * @param families to keep
     */
    public record Selection(Set<Aspect> aspects, Set<Family> families) {
        public static final Selection ALL =
                new Selection(EnumSet.allOf(Aspect.class), EnumSet.allOf(Family.class));

        public Selection {
            aspects = Set.copyOf(aspects);
            families = Set.copyOf(families);
        }

        boolean takes(Negative negative) {
            return negative.verdict() != Verdict.REJECTED
                    && aspects.contains(negative.recipe().aspect())
                    && families.contains(negative.recipe().family());
        }
    }

    /** Both sides of a split. */
    public record Sides(List<TrainingTuple> training, List<TrainingTuple> heldOut) {
        public Sides {
            training = List.copyOf(training);
            heldOut = List.copyOf(heldOut);
        }
    }

    /** The tuples of a set in the order in which they were built; those left without a negative are left out. */
    public static List<TrainingTuple> read(
            Catalog catalog, Pictures pictures, String set, Selection selection)
            throws PairsException {
        try {
            TupleSet found =
                    catalog.tuples()
                            .findSet(set)
                            .orElseThrow(
                                    () ->
                                            new PairsException(
                                                    "There is no set of pairs named \""
                                                            + set
                                                            + "\"; build it with \"eliq pairs build\"."));
            List<TrainingTuple> tuples = new ArrayList<>();
            for (Tuple tuple : catalog.tuples().forTraining(found.id())) {
                List<TrainingNegative> negatives =
                        tuple.negatives().stream()
                                .filter(selection::takes)
                                .map(negative -> negative(negative, pictures))
                                .toList();
                if (!negatives.isEmpty()) {
                    tuples.add(
                            new TrainingTuple(
                                    tuple.id(),
                                    tuple.prompt().text(),
                                    tuple.prompt().categories(),
                                    pictures.picture(tuple.positive()),
                                    tuple.generator(),
                                    negatives));
                }
            }
            return tuples;
        } catch (CatalogException e) {
            throw new PairsException(e.getMessage(), e);
        }
    }

    /** Divides by prompt. */
    public static Sides split(List<TrainingTuple> tuples, PromptSplit split) {
        return new Sides(
                tuples.stream().filter(tuple -> !split.holdsOut(tuple.prompt())).toList(),
                tuples.stream().filter(tuple -> split.holdsOut(tuple.prompt())).toList());
    }

    private static TrainingNegative negative(Negative negative, Pictures pictures) {
        Content content =
                switch (negative.content()) {
                    case NegativeContent.Image image ->
                            new Content.Worse(pictures.picture(image.hash()));
                    case NegativeContent.WrongPrompt wrong -> new Content.WrongPrompt(wrong.text());
                };
        return new TrainingNegative(
                negative.id(),
                negative.recipe().aspect(),
                negative.recipe().family(),
                negative.recipe().operation(),
                negative.recipe().strength(),
                content);
    }
}

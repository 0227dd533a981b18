package eliq.demo;

import eliq.catalog.Aspect;
import eliq.catalog.Negative;
import eliq.catalog.Tuple;
import eliq.scorer.ImageScore;
import eliq.scorer.ImageScorer;
import eliq.scorer.ReadTuple;
import java.util.List;

/** A held-out tuple with the scores of its members. */
record ScoredTuple(Tuple tuple, ImageScore positive, List<ScoredNegative> negatives) {

    ScoredTuple {
        negatives = List.copyOf(negatives);
    }

    /**
     * @param score of the negative's image under the tuple's prompt, or of the positive under the wrong one
     */
    record ScoredNegative(Negative negative, ImageScore score) {

        Aspect aspect() {
            return negative.recipe().aspect();
        }
    }

    static ScoredTuple of(ReadTuple read, ImageScorer scorer) {
        return new ScoredTuple(
                read.tuple(),
                scorer.score(read.positive()),
                read.negatives().stream()
                        .map(n -> new ScoredNegative(n.negative(), scorer.score(n.readings())))
                        .toList());
    }

    /** The score that an aspect's pairs are compared by: alignment by its own, the others by the visual one. */
    static double compared(Aspect aspect, ImageScore score) {
        return aspect == Aspect.ALIGNMENT ? score.alignment().orElse(Double.NaN) : score.visual();
    }
}

package eliq.scorer;

import eliq.catalog.Aspect;
import eliq.catalog.Negative;
import eliq.catalog.Score;
import eliq.catalog.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What critic and scorer say of a negative beside its positive.
 *
 * @param negative id
 * @param aspect in which it is meant to be worse
 * @param better what is said of the positive
 * @param worse what is said of the negative
 */
public record PairOpinion(long negative, Aspect aspect, Score better, Score worse) {

    /** The opinion on a negative; empty while one of its pictures is not judged. */
    public static Optional<PairOpinion> of(
            Tuple tuple, Negative negative, Map<PairPicture, Score> scores) {
        Score better = scores.get(PairPicture.positive(tuple));
        Score worse = scores.get(PairPicture.negative(tuple, negative));
        return better == null || worse == null
                ? Optional.empty()
                : Optional.of(
                        new PairOpinion(negative.id(), negative.recipe().aspect(), better, worse));
    }

    /** Those on a tuple's negatives that are judged. */
    public static List<PairOpinion> all(Tuple tuple, Map<PairPicture, Score> scores) {
        List<PairOpinion> opinions = new ArrayList<>();
        tuple.negatives().forEach(n -> of(tuple, n, scores).ifPresent(opinions::add));
        return opinions;
    }

    /** The critic's probability of {@code high} in an aspect, 0..1; absent for alignment without a prompt. */
    public static OptionalDouble high(Score score, Aspect aspect) {
        return switch (aspect) {
            case TECHNICAL -> OptionalDouble.of(score.technicalHigh());
            case AESTHETIC -> OptionalDouble.of(score.aestheticHigh());
            case ALIGNMENT -> score.alignmentHigh();
        };
    }

    /** The score that an aspect belongs to: visual, or alignment. */
    public static OptionalDouble scored(Score score, Aspect aspect) {
        return aspect == Aspect.ALIGNMENT ? score.alignment() : OptionalDouble.of(score.visual());
    }

    /** Probability of {@code high} of the positive less that of the negative, -1..1; absent where one is. */
    public OptionalDouble criticMargin() {
        return difference(high(better, aspect), high(worse, aspect));
    }

    /** The scorer's score of the positive less that of the negative; absent where one is. */
    public OptionalDouble scorerMargin() {
        return difference(scored(better, aspect), scored(worse, aspect));
    }

    /** Whether the critic does not put the positive before the negative. */
    public boolean criticWrong() {
        return criticMargin().orElse(1) <= 0;
    }

    /** Whether the scorer does not. */
    public boolean scorerWrong() {
        return scorerMargin().orElse(1) <= 0;
    }

    private static OptionalDouble difference(OptionalDouble a, OptionalDouble b) {
        return a.isPresent() && b.isPresent()
                ? OptionalDouble.of(a.getAsDouble() - b.getAsDouble())
                : OptionalDouble.empty();
    }
}

package eliq.app.pairs;

import eliq.app.words.Decimals;
import eliq.catalog.Aspect;
import eliq.catalog.Negative;
import eliq.catalog.Score;
import eliq.catalog.Tuple;
import eliq.scorer.PairOpinion;
import eliq.scorer.PairPicture;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is said of one picture of a tuple.
 *
 * @param score of the picture itself; absent while it is not judged
 * @param beside what is said of a negative beside its positive; absent for a positive, and while one is not judged
 */
public record Opinion(Optional<Score> score, Optional<PairOpinion> beside) {

    static final Opinion NONE = new Opinion(Optional.empty(), Optional.empty());

    /** Of a negative, or of the positive where there is none. */
    static Opinion of(Tuple tuple, Optional<Negative> negative, Map<PairPicture, Score> scores) {
        return new Opinion(
                Optional.ofNullable(
                        scores.get(
                                negative.map(n -> PairPicture.negative(tuple, n))
                                        .orElse(PairPicture.positive(tuple)))),
                negative.flatMap(n -> PairOpinion.of(tuple, n, scores)));
    }

    /** Whether the critic puts the negative before its positive. */
    public boolean wrong() {
        return beside.filter(PairOpinion::criticWrong).isPresent();
    }

    /** The critic's probability of {@code high} in an aspect with two decimals, or a dash. */
    public String high(Aspect aspect) {
        return Decimals.two(
                score.map(each -> PairOpinion.high(each, aspect)).orElse(OptionalDouble.empty()));
    }

    /** The critic's margin to the positive, with its sign, or a dash. */
    public String margin() {
        return Decimals.signed(
                beside.map(PairOpinion::criticMargin).orElse(OptionalDouble.empty()));
    }

    /** Likewise the scorer's. */
    public String scorerMargin() {
        return Decimals.signed(
                beside.map(PairOpinion::scorerMargin).orElse(OptionalDouble.empty()));
    }

    public String visual() {
        return Decimals.two(
                score.map(each -> OptionalDouble.of(each.visual())).orElse(OptionalDouble.empty()));
    }

    public String alignment() {
        return Decimals.two(score.map(Score::alignment).orElse(OptionalDouble.empty()));
    }
}

package eliq.app.pairs;

import eliq.catalog.Negative;
import eliq.catalog.Tuple;
import eliq.catalog.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a person thinks of a negative, or of a positive and with it of the tuple.
 *
 * @param tuple id
 * @param negative id; absent where the positive is meant
 * @param note free text, may be empty
 */
public record Decision(long tuple, OptionalLong negative, Verdict verdict, String note) {

    /** What is decided now of a tuple's positive. */
    static Decision of(Tuple tuple) {
        return new Decision(tuple.id(), OptionalLong.empty(), tuple.verdict(), tuple.note());
    }

    /** What is decided now of one of its negatives. */
    static Decision of(Tuple tuple, Negative negative) {
        return new Decision(
                tuple.id(), OptionalLong.of(negative.id()), negative.verdict(), negative.note());
    }

    Decision with(Verdict other) {
        return new Decision(tuple, negative, other, note);
    }

    Decision with(String other) {
        return new Decision(tuple, negative, verdict, other);
    }

    /** The tuple with this decision. */
    Tuple appliedTo(Tuple before) {
        if (negative.isEmpty()) {
            return new Tuple(
                    before.id(),
                    before.prompt(),
                    before.positive(),
                    before.generator(),
                    before.negatives(),
                    verdict,
                    note);
        }
        List<Negative> negatives = new ArrayList<>();
        for (Negative each : before.negatives()) {
            negatives.add(
                    each.id() == negative.getAsLong()
                            ? new Negative(each.id(), each.recipe(), each.content(), verdict, note)
                            : each);
        }
        return new Tuple(
                before.id(),
                before.prompt(),
                before.positive(),
                before.generator(),
                negatives,
                before.verdict(),
                before.note());
    }
}

package eliq.pairs;

import eliq.catalog.Recipe;
import eliq.image.Pixels;
import java.util.List;

/**
 * A tuple in memory: (I+, negatives, p).
 *
 * @param prompt p
 * @param positive I+
 * @param missing what could not be made, each a sentence
 */
public record MadeTuple(
        String prompt, Pixels positive, List<MadeNegative> negatives, List<String> missing) {

    public MadeTuple {
        negatives = List.copyOf(negatives);
        missing = List.copyOf(missing);
    }

    /** A negative with its recipe. */
    public record MadeNegative(NegativeKind kind, Recipe recipe, Content content) {}

    /** What the positive is compared with. */
    public sealed interface Content {

        /** A worse image for the tuple's prompt. */
        record Image(Pixels pixels) implements Content {}

        /** The positive under a prompt that does not describe it. */
        record WrongPrompt(String text) implements Content {}
    }
}

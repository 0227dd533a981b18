package eliq.scorer;

import eliq.catalog.Negative;
import eliq.catalog.NegativeContent;
import eliq.catalog.Score;
import eliq.catalog.Tuple;
import eliq.image.ContentHash;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * A picture under the prompt that it is judged by in a tuple.
 *
 * @param prompt of the tuple, or the wrong one
 */
public record PairPicture(ContentHash image, String prompt) {

    /** The positive under its prompt. */
    public static PairPicture positive(Tuple tuple) {
        return new PairPicture(tuple.positive(), tuple.prompt().text());
    }

    /** A worse image under the tuple's prompt, or the positive under the wrong one. */
    public static PairPicture negative(Tuple tuple, Negative negative) {
        return switch (negative.content()) {
            case NegativeContent.Image(ContentHash image) ->
                    new PairPicture(image, tuple.prompt().text());
            case NegativeContent.WrongPrompt(String text) ->
                    new PairPicture(tuple.positive(), text);
        };
    }

    /** What a stored score is of. */
    public static PairPicture of(Score score) {
        return new PairPicture(score.image(), score.prompt().orElse(""));
    }

    /**
     * All of a tuple, each once. The positive under its own prompt comes last: the catalogue shows the newest score of an
     * image, and that should not be one under a wrong prompt.
     */
    public static List<PairPicture> all(Tuple tuple) {
        LinkedHashSet<PairPicture> pictures = new LinkedHashSet<>();
        tuple.negatives().forEach(negative -> pictures.add(negative(tuple, negative)));
        pictures.remove(positive(tuple));
        pictures.add(positive(tuple));
        return new ArrayList<>(pictures);
    }
}

package eliq.catalog;

import eliq.image.ContentHash;
import java.util.List;

/**
 * A tuple to be stored: a prompt, its positive and what was made worse of it.
 *
 * @param positive an image of the catalogue
 * @param generator what drew the positive
 */
public record NewTuple(
        long promptId, ContentHash positive, String generator, List<NewNegative> negatives) {
    public NewTuple {
        negatives = List.copyOf(negatives);
    }

    /** A negative to be stored, not yet looked at by anyone. */
    public record NewNegative(Recipe recipe, NegativeContent content) {}
}

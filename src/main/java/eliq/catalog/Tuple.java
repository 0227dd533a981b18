package eliq.catalog;

import eliq.image.ContentHash;
import java.util.List;

/**
 * A stored tuple: (I+, negatives, p).
 *
 * @param prompt p
 * @param positive I+
 * @param generator what drew I+
 */
public record Tuple(
        long id, Prompt prompt, ContentHash positive, String generator, List<Negative> negatives) {
    public Tuple {
        negatives = List.copyOf(negatives);
    }

    /** The negatives of one aspect. */
    public List<Negative> negatives(Aspect aspect) {
        return negatives.stream().filter(n -> n.recipe().aspect() == aspect).toList();
    }
}

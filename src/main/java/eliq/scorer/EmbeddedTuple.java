package eliq.scorer;

import eliq.catalog.Aspect;
import eliq.catalog.Family;
import java.util.List;

/**
 * A tuple as the scorer sees it: the positive with its prompt and everything that should score below it.
 *
 * @param prompt the positive's prompt, or any other name of the group that must stay on one side of a split
 * @param positive (I+, p); without alignment embedding where the image has no prompt
 * @param negatives of all aspects and families
 */
public record EmbeddedTuple(String prompt, AspectEmbeddings positive, List<Negative> negatives) {

    public EmbeddedTuple {
        negatives = List.copyOf(negatives);
    }

    /**
     * @param aspect the one in which it is worse; nothing is said of the others
     * @param family where it comes from
     * @param operation name of what was done, such as {@code jpeg+noise}; strengths are comparable within one
     * @param strength 0..1, more is worse
     * @param embeddings of the negative: for alignment, of the image under the prompt that does not fit
     */
    public record Negative(
            Aspect aspect,
            Family family,
            String operation,
            double strength,
            AspectEmbeddings embeddings) {}
}

package eliq.catalog;

import eliq.image.ContentHash;
import java.util.List;

/**
 * A stored tuple: (I+, negatives, p).
 *
 * @param prompt p
 * @param positive I+
 * @param generator what drew I+
 * @param verdict of the person who audited I+: a rejected one is not good, and nothing of its tuple is used
 * @param note free text of that person, empty where there is none
 */
public record Tuple(
        long id,
        Prompt prompt,
        ContentHash positive,
        String generator,
        List<Negative> negatives,
        Verdict verdict,
        String note) {
    public Tuple {
        negatives = List.copyOf(negatives);
    }

    /** The negatives of one aspect. */
    public List<Negative> negatives(Aspect aspect) {
        return negatives.stream().filter(n -> n.recipe().aspect() == aspect).toList();
    }

    /** Whether a person has looked at it: the positive, or every negative, has a verdict. */
    public boolean reviewed() {
        return verdict != Verdict.NONE
                || (!negatives.isEmpty()
                        && negatives.stream().noneMatch(n -> n.verdict() == Verdict.NONE));
    }

    /** The same without the negatives that somebody rejected. */
    Tuple withoutRejected() {
        return new Tuple(
                id,
                prompt,
                positive,
                generator,
                negatives.stream().filter(n -> n.verdict() != Verdict.REJECTED).toList(),
                verdict,
                note);
    }
}

package eliq.app.pairs;

/**
 * How far the review is.
 *
 * @param reviewed tuples that somebody decided on
 * @param all tuples of the set
 * @param listed tuples that the filter lets through
 * @param unjudged tuples with a picture that the critic has not seen
 */
public record ReviewCount(long reviewed, long all, long listed, long unjudged) {

    static ReviewCount of(ReviewedSet set, long listed) {
        return new ReviewCount(set.reviewed(), set.tuples().size(), listed, set.incomplete());
    }
}

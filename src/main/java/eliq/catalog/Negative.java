package eliq.catalog;

/**
 * A stored negative.
 *
 * @param verdict of the person who audited it
 * @param note free text of that person, empty where there is none
 */
public record Negative(
        long id, Recipe recipe, NegativeContent content, Verdict verdict, String note) {}

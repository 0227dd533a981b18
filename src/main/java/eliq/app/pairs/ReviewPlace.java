package eliq.app.pairs;

/**
 * Where somebody is in a review.
 *
 * @param set name
 * @param tuple id
 */
public record ReviewPlace(String set, long tuple) {}

package eliq.app.train;

/**
 * A set of pairs to learn from.
 *
 * @param tuples how many it holds
 * @param era of its generators; empty where nobody said
 */
public record PairSet(String name, long tuples, String era) {}

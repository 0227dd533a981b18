package eliq.catalog;

import java.time.Instant;

/**
 * A named set of tuples.
 *
 * @param parameters JSON: what the set was built with
 * @param tuples how many it holds
 */
public record TupleSet(long id, String name, String parameters, Instant created, long tuples) {}

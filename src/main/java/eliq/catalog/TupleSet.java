package eliq.catalog;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * A named set of tuples.
 *
 * @param parameters JSON: what the set was built with
 * @param era of the generators that drew its positives, such as {@code comfyui/qwen-image}; empty where nobody said
 * @param refreshes the set whose prompts it repeats with other generators
 * @param tuples how many it holds
 * @param reviewed how many of these a person has looked at: the positive, or every negative, has a verdict
 */
public record TupleSet(
        long id,
        String name,
        String parameters,
        String era,
        OptionalLong refreshes,
        Instant created,
        long tuples,
        long reviewed) {}

package eliq.catalog;

/**
 * How a negative was made: enough to make it again, to the byte where the operation is deterministic.
 *
 * @param aspect the only one it is known to be worse in
 * @param operation name of the operation, such as {@code jpeg-noise}
 * @param parameters JSON object: its settings and strengths
 * @param seed of all randomness in it
 * @param strength rank of the degradation, 0 (barely) .. 1 (worst); comparable within an operation
 */
public record Recipe(
        Aspect aspect,
        Family family,
        String operation,
        String parameters,
        long seed,
        double strength) {}

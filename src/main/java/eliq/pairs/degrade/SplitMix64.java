package eliq.pairs.degrade;

/**
 * The SplitMix64 sequence (Steele, Lea, Flood: Fast splittable pseudorandom number generators, OOPSLA 2014), written
 * out so that a recorded seed means the same numbers on every Java version.
 */
final class SplitMix64 {
    private long state;

    SplitMix64(long seed) {
        state = seed;
    }

    long next() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** 0 (inclusive) .. 1 (exclusive). */
    double uniform() {
        return (next() >>> 11) * 0x1p-53;
    }

    /** low .. high. */
    double between(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** 0 .. bound - 1. */
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    boolean coin() {
        return next() < 0;
    }
}

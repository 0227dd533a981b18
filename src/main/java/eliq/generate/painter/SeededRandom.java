package eliq.generate.painter;

import java.util.List;

/** SplitMix64 (Steele, Lea and Flood 2014): small, fast, the same on every machine. */
final class SeededRandom {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private long state;

    SeededRandom(long seed) {
        state = mix(seed + GOLDEN);
    }

    /** An independent stream that depends on nothing drawn from this one later. */
    SeededRandom fork(long stream) {
        return new SeededRandom(state ^ mix(stream * GOLDEN + 1));
    }

    static long mix(long z) {
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    long nextLong() {
        state += GOLDEN;
        return mix(state);
    }

    /** 0 (inclusive) .. 1 (exclusive). */
    double next() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    double between(double low, double high) {
        return low + (high - low) * next();
    }

    /** 0 (inclusive) .. bound (exclusive). */
    int below(int bound) {
        return (int) (next() * bound);
    }

    boolean chance(double probability) {
        return next() < probability;
    }

    <T> T pick(List<T> list) {
        return list.get(below(list.size()));
    }
}

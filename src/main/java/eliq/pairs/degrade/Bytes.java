package eliq.pairs.degrade;

/** Rounding to 8-bit levels. */
final class Bytes {
    private Bytes() {}

    /** The nearest level 0..255. */
    static byte of(float level) {
        return (byte) (int) (Math.min(255f, Math.max(0f, level)) + 0.5f);
    }
}

package eliq.pairs;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.StringJoiner;

/**
 * Seeds by name: each random choice has one of its own that depends on the run's seed and on what is chosen, not on the
 * order of the work. So a resumed build, or one with a prompt more, makes the same choices.
 */
final class Seeds {
    private static final double UNIT = 0x1p-53;

    private Seeds() {}

    /** The first 8 bytes of the SHA-256 of the parts' texts. */
    static long of(long seed, Object... parts) {
        StringJoiner text = new StringJoiner("\u001f").add(Long.toString(seed));
        for (Object part : parts) {
            text.add(part.toString());
        }
        try {
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes)).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /** 0 (inclusive) .. 1 (exclusive). */
    static double uniform(long seed, Object... parts) {
        return (of(seed, parts) >>> 11) * UNIT;
    }

    /** A seed that every generator takes: 0 .. 2^31 - 1. */
    static long small(long seed, Object... parts) {
        return of(seed, parts) >>> 33;
    }
}

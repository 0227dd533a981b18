package eliq.backbone.qwen3vl;

import java.util.Arrays;

/**
 * Rotary positions of tokens along three axes. Text counts up alike on all axes; an image that begins at count p has
 * temporal p, row p + r and column p + c over its merged grid, and the count goes on at p + max(rows, columns).
 *
 * @param axes [3][tokens] temporal, row, column
 * @param next the count after the last token
 */
public record RopePositions(long[][] axes, long next) {

    /** Positions of {@code count} text tokens, the first at {@code first}. */
    public static RopePositions text(long first, int count) {
        long[] row = new long[count];
        Arrays.setAll(row, i -> first + i);
        return new RopePositions(new long[][] {row, row.clone(), row.clone()}, first + count);
    }

    /**
     * Positions of a sequence with one image.
     *
     * @param before text tokens before the image
     * @param rows of the merged grid
     * @param columns of the merged grid
     * @param after text tokens after the image
     */
    public static RopePositions image(int before, int rows, int columns, int after) {
        int tokens = rows * columns;
        long[][] axes = new long[3][before + tokens + after];
        for (long[] axis : axes) {
            Arrays.setAll(axis, i -> i);
        }
        for (int i = 0; i < tokens; i++) {
            axes[0][before + i] = before;
            axes[1][before + i] = before + i / columns;
            axes[2][before + i] = before + i % columns;
        }
        long next = before + Math.max(rows, columns);
        for (int i = 0; i < after; i++) {
            for (long[] axis : axes) {
                axis[before + tokens + i] = next + i;
            }
        }
        return new RopePositions(axes, next + after);
    }

    /** Largest position + 1 - tokens, as the reference calls it; not above zero. */
    public long delta() {
        return next - axes[0].length;
    }

    /** theta^(-2k / size), k = 0 .. size / 2 - 1. */
    static float[] frequencies(double theta, int size) {
        float[] result = new float[size / 2];
        for (int k = 0; k < result.length; k++) {
            result[k] = 1f / (float) Math.pow(theta, (float) (2 * k) / size);
        }
        return result;
    }
}

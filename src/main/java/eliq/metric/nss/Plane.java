package eliq.metric.nss;

import java.util.Arrays;

/**
 * One channel of a picture, an array a row: loops over rows with one index for all of them are vectorised by the JIT
 * compiler, loops over parts of one large array are not.
 *
 * @param rows [height][width]; shared, not copied
 */
record Plane(int width, int height, double[][] rows) {

    Plane {
        if (rows.length != height || rows[0].length != width) {
            throw new IllegalArgumentException(
                    rows.length + " rows of " + rows[0].length + " for " + width + " x " + height);
        }
    }

    Plane(int width, int height) {
        this(width, height, new double[height][width]);
    }

    /** The row, or that at the nearer end beyond the ends. */
    double[] nearestRow(int y) {
        return rows[Math.clamp(y, 0, height - 1)];
    }

    /** Mean over a square. */
    double mean(int left, int top, int size) {
        double sum = 0;
        for (int y = top; y < top + size; y++) {
            for (int x = left; x < left + size; x++) {
                sum += rows[y][x];
            }
        }
        return sum / ((double) size * size);
    }

    double mean() {
        return Arrays.stream(rows).mapToDouble(row -> Arrays.stream(row).sum()).sum()
                / ((double) width * height);
    }
}

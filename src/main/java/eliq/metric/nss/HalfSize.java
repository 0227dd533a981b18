package eliq.metric.nss;

import java.util.Arrays;

/**
 * MATLAB's {@code imresize(image, 0.5)}: bicubic (a = -0.5) with the kernel widened against aliasing, symmetric border,
 * sizes rounded up. All weights are multiples of 1/256, so that whole numbers give exact results.
 */
final class HalfSize {
    private static final double[] WEIGHTS = {
        -0.01171875, -0.03515625, 0.11328125, 0.43359375,
        0.43359375, 0.11328125, -0.03515625, -0.01171875
    };

    /** Pixels that the kernel reaches before the pair of pixels that an output pixel stands for. */
    private static final int BEFORE = 3;

    private HalfSize() {}

    static Plane of(Plane image) {
        int width = image.width();
        Plane half = new Plane((width + 1) / 2, (image.height() + 1) / 2);
        double[] column = new double[width];
        double[] padded = new double[width + 8];
        for (int y = 0; y < half.height(); y++) {
            Arrays.fill(column, 0);
            for (int k = 0; k < WEIGHTS.length; k++) {
                int from = reflect(2 * y + k - BEFORE, image.height());
                add(image.rows()[from], WEIGHTS[k], column, width);
            }
            System.arraycopy(column, 0, padded, BEFORE, width);
            for (int i = 0; i < BEFORE; i++) {
                padded[i] = column[reflect(i - BEFORE, width)];
            }
            for (int i = width; i < width + 5; i++) {
                padded[BEFORE + i] = column[reflect(i, width)];
            }
            across(padded, half.rows()[y]);
        }
        return half;
    }

    private static void add(double[] values, double weight, double[] column, int width) {
        for (int x = 0; x < width; x++) {
            column[x] += weight * values[x];
        }
    }

    private static void across(double[] padded, double[] out) {
        for (int x = 0; x < out.length; x++) {
            double sum = 0;
            for (int k = 0; k < 8; k++) {
                sum += WEIGHTS[k] * padded[2 * x + k];
            }
            out[x] = sum;
        }
    }

    /** The border mirrors the picture, its last pixels included. */
    private static int reflect(int at, int size) {
        int turn = Math.floorMod(at, 2 * size);
        return turn < size ? turn : 2 * size - 1 - turn;
    }
}

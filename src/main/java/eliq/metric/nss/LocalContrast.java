package eliq.metric.nss;

import java.util.Arrays;

/**
 * Mean-subtracted, contrast-normalised values (MSCN): (I - mu) / (sigma + 1) with mu and sigma under a Gaussian window.
 * The window is applied by columns, then by rows.
 */
final class LocalContrast {

    /** What lies beyond the picture. */
    enum Border {
        /** The nearest pixel. */
        REPLICATE,
        /** Zero. */
        ZERO
    }

    private final Taps window;
    private final Border border;

    /**
     * @param size of the window: 5 or 7
     * @param sigma of the Gaussian
     */
    LocalContrast(int size, double sigma, Border border) {
        this.window = new Taps(gaussian(size, sigma));
        this.border = border;
    }

    /** One dimension of MATLAB's {@code fspecial('gaussian', size, sigma)}; sums to 1. */
    static double[] gaussian(int size, double sigma) {
        double[] window = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            double x = i - (size - 1) / 2.0;
            window[i] = Math.exp(-x * x / (2 * sigma * sigma));
            sum += window[i];
        }
        for (int i = 0; i < size; i++) {
            window[i] /= sum;
        }
        return window;
    }

    /** The normalised values, into a plane of the same size. */
    void normalise(Plane image, Plane target) {
        run(
                image,
                (y, mean, deviation) ->
                        divide(image.rows()[y], mean, deviation, target.rows()[y], mean.length));
    }

    private static void divide(
            double[] values, double[] mean, double[] deviation, double[] out, int width) {
        for (int x = 0; x < width; x++) {
            out[x] = (values[x] - mean[x]) / (deviation[x] + 1);
        }
    }

    /** The local deviations sigma, into a plane of the same size. */
    void deviations(Plane image, Plane target) {
        run(
                image,
                (y, mean, deviation) ->
                        System.arraycopy(deviation, 0, target.rows()[y], 0, mean.length));
    }

    private interface Row {
        void take(int y, double[] mean, double[] deviation);
    }

    private void run(Plane image, Row taker) {
        int width = image.width();
        int length = window.length();
        int half = length / 2;
        double[][] squares = new double[length][width];
        double[][] rows = new double[length][];
        double[][] squaredRows = new double[length][];
        double[] none = new double[width];
        double[] column = new double[width];
        double[] padded = new double[width + 2 * half];
        double[] mean = new double[width];
        double[] deviation = new double[width];
        for (int y = 0; y < half; y++) {
            square(image.nearestRow(y), squares[y], width);
        }
        for (int y = 0; y < image.height(); y++) {
            int newest = y + half;
            if (newest < image.height()) {
                square(image.rows()[newest], squares[newest % length], width);
            }
            for (int k = 0; k < length; k++) {
                int from = y + k - half;
                boolean beyond = from < 0 || from >= image.height();
                int nearest = Math.clamp(from, 0, image.height() - 1);
                boolean zero = beyond && border == Border.ZERO;
                rows[k] = zero ? none : image.rows()[nearest];
                squaredRows[k] = zero ? none : squares[nearest % length];
            }
            window.down(rows, column, width);
            across(column, padded, mean);
            window.down(squaredRows, column, width);
            across(column, padded, deviation);
            root(mean, deviation, width);
            taker.take(y, mean, deviation);
        }
    }

    private static void square(double[] values, double[] squares, int width) {
        for (int x = 0; x < width; x++) {
            squares[x] = values[x] * values[x];
        }
    }

    private void across(double[] column, double[] padded, double[] out) {
        int half = window.length() / 2;
        int width = column.length;
        System.arraycopy(column, 0, padded, half, width);
        if (border == Border.REPLICATE) {
            Arrays.fill(padded, 0, half, column[0]);
            Arrays.fill(padded, half + width, 2 * half + width, column[width - 1]);
        }
        window.across(padded, out, width);
    }

    private static void root(double[] mean, double[] deviation, int width) {
        for (int x = 0; x < width; x++) {
            deviation[x] = Math.sqrt(Math.abs(deviation[x] - mean[x] * mean[x]));
        }
    }
}

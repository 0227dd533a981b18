package eliq.metric.nss;

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

    private final double[] window;
    private final Border border;

    /**
     * @param size of the window, odd
     * @param sigma of the Gaussian
     */
    LocalContrast(int size, double sigma, Border border) {
        this.window = gaussian(size, sigma);
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
                (y, mean, deviation) -> {
                    double[] values = image.values();
                    double[] out = target.values();
                    int row = y * image.width();
                    for (int x = 0; x < image.width(); x++) {
                        out[row + x] = (values[row + x] - mean[x]) / (deviation[x] + 1);
                    }
                });
    }

    /** The local deviations sigma, into a plane of the same size. */
    void deviations(Plane image, Plane target) {
        run(
                image,
                (y, mean, deviation) ->
                        System.arraycopy(
                                deviation, 0, target.values(), y * image.width(), image.width()));
    }

    private interface Row {
        void take(int y, double[] mean, double[] deviation);
    }

    private void run(Plane image, Row taker) {
        int width = image.width();
        int height = image.height();
        int half = window.length / 2;
        double[] means = new double[width + 2 * half];
        double[] squares = new double[width + 2 * half];
        double[] mean = new double[width];
        double[] deviation = new double[width];
        for (int y = 0; y < height; y++) {
            java.util.Arrays.fill(means, 0);
            java.util.Arrays.fill(squares, 0);
            for (int k = 0; k < window.length; k++) {
                int from = y + k - half;
                if (border == Border.ZERO && (from < 0 || from >= height)) {
                    continue;
                }
                int row = Math.clamp(from, 0, height - 1) * width;
                addRow(image.values(), row, width, window[k], means, squares, half);
            }
            if (border == Border.REPLICATE) {
                spread(means, half, width);
                spread(squares, half, width);
            }
            across(means, mean);
            across(squares, deviation);
            for (int x = 0; x < width; x++) {
                deviation[x] = Math.sqrt(Math.abs(deviation[x] - mean[x] * mean[x]));
            }
            taker.take(y, mean, deviation);
        }
    }

    private static void addRow(
            double[] values,
            int row,
            int width,
            double weight,
            double[] means,
            double[] squares,
            int half) {
        for (int x = 0; x < width; x++) {
            double value = values[row + x];
            double weighted = weight * value;
            means[half + x] += weighted;
            squares[half + x] += weighted * value;
        }
    }

    private static void spread(double[] row, int half, int width) {
        for (int i = 0; i < half; i++) {
            row[i] = row[half];
            row[half + width + i] = row[half + width - 1];
        }
    }

    private void across(double[] padded, double[] target) {
        java.util.Arrays.fill(target, 0);
        for (int k = 0; k < window.length; k++) {
            double weight = window[k];
            for (int x = 0; x < target.length; x++) {
                target[x] += weight * padded[x + k];
            }
        }
    }
}

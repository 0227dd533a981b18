package eliq.metric.nss;

import java.util.Arrays;

/**
 * Sums over values on both sides of zero, which the fits of asymmetric generalised Gaussians start from. Reused from
 * block to block; one thread at a time. Sums are kept by column, so that the inner loops are vectorised.
 */
final class SignedMoments {
    private final double[] magnitudes;
    private final double[] positives;
    private final double[] negatives;
    private final double[] products;
    private long positiveCount;
    private long negativeCount;
    private long count;
    private double magnitude;
    private double positive;
    private double negative;

    /**
     * @param columns the widest block
     */
    SignedMoments(int columns) {
        magnitudes = new double[columns];
        positives = new double[columns];
        negatives = new double[columns];
        products = new double[columns];
    }

    /** Takes a block's values. */
    SignedMoments of(Plane plane, int left, int top, int width, int height) {
        start();
        for (int y = top; y < top + height; y++) {
            add(plane.values(), y * plane.width() + left, width);
        }
        finish(width, height);
        return this;
    }

    /**
     * Takes the products of a block's values with those (down, right) before them, around the block's borders:
     * {@code A .* circshift(A, [down right])}.
     */
    SignedMoments ofProducts(
            Plane plane, int left, int top, int width, int height, int down, int right) {
        start();
        double[] values = plane.values();
        for (int y = 0; y < height; y++) {
            int row = (top + y) * plane.width() + left;
            int other = (top + Math.floorMod(y - down, height)) * plane.width() + left;
            switch (right) {
                case 0 -> multiply(values, row, other, 0, width);
                case 1 -> {
                    products[0] = values[row] * values[other + width - 1];
                    multiply(values, row, other - 1, 1, width);
                }
                case -1 -> {
                    multiply(values, row, other + 1, 0, width - 1);
                    products[width - 1] = values[row + width - 1] * values[other];
                }
                default -> throw new IllegalArgumentException("a shift by " + right);
            }
            add(products, 0, width);
        }
        finish(width, height);
        return this;
    }

    private void multiply(double[] values, int row, int other, int from, int to) {
        for (int x = from; x < to; x++) {
            products[x] = values[row + x] * values[other + x];
        }
    }

    private void start() {
        Arrays.fill(magnitudes, 0);
        Arrays.fill(positives, 0);
        Arrays.fill(negatives, 0);
        positiveCount = 0;
        negativeCount = 0;
    }

    private void add(double[] values, int from, int width) {
        // v + |v| is 2v or exactly 0: both sides without a branch.
        for (int x = 0; x < width; x++) {
            double value = values[from + x];
            double size = Math.abs(value);
            double above = value + size;
            double below = size - value;
            magnitudes[x] += size;
            positives[x] += above * above;
            negatives[x] += below * below;
        }
        int above = 0;
        int below = 0;
        for (int x = 0; x < width; x++) {
            above += values[from + x] > 0 ? 1 : 0;
            below += values[from + x] < 0 ? 1 : 0;
        }
        positiveCount += above;
        negativeCount += below;
    }

    private void finish(int width, int height) {
        count = (long) width * height;
        magnitude = 0;
        positive = 0;
        negative = 0;
        for (int x = 0; x < width; x++) {
            magnitude += magnitudes[x];
            positive += positives[x];
            negative += negatives[x];
        }
        positive /= 4;
        negative /= 4;
    }

    /** sqrt of the mean square of the negative values; NaN where there are none. */
    double leftDeviation() {
        return Math.sqrt(negative / negativeCount);
    }

    /** sqrt of the mean square of the positive values; NaN where there are none. */
    double rightDeviation() {
        return Math.sqrt(positive / positiveCount);
    }

    double meanMagnitude() {
        return magnitude / count;
    }

    double meanSquare() {
        return (positive + negative) / count;
    }

    /** Index of the shape in the table, by the authors' moment matching for asymmetric generalised Gaussians. */
    int shape(ShapeTable table) {
        double skew = leftDeviation() / rightDeviation();
        double squares = skew * skew + 1;
        double ratio =
                meanMagnitude()
                        * meanMagnitude()
                        / meanSquare()
                        * (skew * skew * skew + 1)
                        * (skew + 1)
                        / (squares * squares);
        return table.nearestRatio(ratio);
    }
}

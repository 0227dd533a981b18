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
    private final double[] row;
    private final double[] padded;
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
        row = new double[columns];
        padded = new double[columns + 2];
        products = new double[columns];
    }

    /** Takes a block's values. */
    SignedMoments of(Plane plane, int left, int top, int width, int height) {
        start(width);
        for (int y = top; y < top + height; y++) {
            System.arraycopy(plane.rows()[y], left, row, 0, width);
            add(row, width);
        }
        finish(width, height);
        return this;
    }

    /**
     * Takes the products of a block's values with those (down, right) before them, around the block's borders:
     * {@code A .* circshift(A, [down right])}.
     *
     * @param right -1, 0 or 1
     */
    SignedMoments ofProducts(
            Plane plane, int left, int top, int width, int height, int down, int right) {
        start(width);
        for (int y = 0; y < height; y++) {
            int other = top + Math.floorMod(y - down, height);
            System.arraycopy(plane.rows()[top + y], left, row, 0, width);
            System.arraycopy(plane.rows()[other], left, padded, 1, width);
            padded[0] = padded[width];
            padded[width + 1] = padded[1];
            multiply(right, width);
            add(products, width);
        }
        finish(width, height);
        return this;
    }

    private void multiply(int right, int width) {
        switch (right) {
            case 1 -> {
                for (int x = 0; x < width; x++) {
                    products[x] = row[x] * padded[x];
                }
            }
            case 0 -> {
                for (int x = 0; x < width; x++) {
                    products[x] = row[x] * padded[x + 1];
                }
            }
            case -1 -> {
                for (int x = 0; x < width; x++) {
                    products[x] = row[x] * padded[x + 2];
                }
            }
            default -> throw new IllegalArgumentException("a shift by " + right);
        }
    }

    private void start(int width) {
        Arrays.fill(magnitudes, 0, width, 0);
        Arrays.fill(positives, 0, width, 0);
        Arrays.fill(negatives, 0, width, 0);
        positiveCount = 0;
        negativeCount = 0;
    }

    private void add(double[] values, int width) {
        double[] size = magnitudes;
        double[] above = positives;
        double[] below = negatives;
        // v + |v| is 2v or exactly 0: both sides without a branch.
        for (int x = 0; x < width; x++) {
            double value = values[x];
            double both = Math.abs(value);
            double up = value + both;
            double down = both - value;
            size[x] += both;
            above[x] += up * up;
            below[x] += down * down;
        }
        // Sums with a positive zero have the sign bit exactly where the value is beyond zero.
        long positivesHere = 0;
        long negativesHere = 0;
        for (int x = 0; x < width; x++) {
            positivesHere += Double.doubleToRawLongBits(0.0 - values[x]) >>> 63;
            negativesHere += Double.doubleToRawLongBits(values[x] + 0.0) >>> 63;
        }
        positiveCount += positivesHere;
        negativeCount += negativesHere;
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

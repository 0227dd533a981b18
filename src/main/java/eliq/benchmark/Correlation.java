package eliq.benchmark;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Correlation of two samples of equal length, the first value of one belonging to the first of the other. Pairs
 * of which one side is NaN (missing) are left out; {@link #complete} says how many remain. Every coefficient is in
 * -1..1, and NaN where one side is constant or fewer than two pairs remain: where nothing can be said, nothing is.
 */
public final class Correlation {

    private Correlation() {}

    /** The pairs of which neither side is NaN: what the coefficients are computed from. */
    public record Pairs(double[] x, double[] y) {

        /** Number of pairs. */
        public int count() {
            return x.length;
        }
    }

    /**
     * Leaves out pairs of which one side is NaN.
     *
     * @throws IllegalArgumentException if the samples differ in length
     */
    public static Pairs complete(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "samples of different length: " + x.length + " and " + y.length);
        }
        int[] kept =
                IntStream.range(0, x.length)
                        .filter(i -> !Double.isNaN(x[i]) && !Double.isNaN(y[i]))
                        .toArray();
        return new Pairs(
                Arrays.stream(kept).mapToDouble(i -> x[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> y[i]).toArray());
    }

    /** Pearson's product-moment coefficient (PLCC without a fitted curve); NaN where a value is infinite. */
    public static double pearson(double[] x, double[] y) {
        Pairs pairs = complete(x, y);
        return pairs.count() < 2 ? Double.NaN : pearsonOfComplete(pairs.x(), pairs.y());
    }

    private static double pearsonOfComplete(double[] x, double[] y) {
        double meanX = mean(x);
        double meanY = mean(y);
        double largestX = largestDeviation(x, meanX);
        double largestY = largestDeviation(y, meanY);
        if (largestX == 0
                || largestY == 0
                || Double.isInfinite(largestX)
                || Double.isInfinite(largestY)) {
            return Double.NaN;
        }
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            // Scaled by the largest deviation, so that squares neither overflow nor vanish.
            double dx = (x[i] - meanX) / largestX;
            double dy = (y[i] - meanY) / largestY;
            xy += dx * dy;
            xx += dx * dx;
            yy += dy * dy;
        }
        return Math.clamp(xy / (Math.sqrt(xx) * Math.sqrt(yy)), -1.0, 1.0);
    }

    /** Spearman's rank coefficient (SRCC): Pearson's of the average ranks, so that ties are treated exactly. */
    public static double spearman(double[] x, double[] y) {
        Pairs pairs = complete(x, y);
        return pearson(averageRanks(pairs.x()), averageRanks(pairs.y()));
    }

    /** Kendall's tau-b (KRCC): (concordant - discordant) / sqrt((pairs - ties in x)(pairs - ties in y)). */
    public static double kendall(double[] x, double[] y) {
        Pairs pairs = complete(x, y);
        return pairs.count() < 2 ? Double.NaN : kendallOfComplete(pairs.x(), pairs.y());
    }

    private static double kendallOfComplete(double[] x, double[] y) {
        int n = x.length;
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                Comparator.<Integer>comparingDouble(i -> x[i] + 0.0)
                        .thenComparingDouble(i -> y[i] + 0.0));
        double[] sortedX = new double[n];
        double[] sortedY = new double[n];
        for (int i = 0; i < n; i++) {
            sortedX[i] = x[order[i]];
            sortedY[i] = y[order[i]];
        }
        long tiesX = 0;
        long tiesBoth = 0;
        long runX = 0;
        long runBoth = 0;
        for (int i = 1; i < n; i++) {
            boolean sameX = sortedX[i] == sortedX[i - 1];
            runX = sameX ? runX + 1 : 0;
            runBoth = sameX && sortedY[i] == sortedY[i - 1] ? runBoth + 1 : 0;
            tiesX += runX;
            tiesBoth += runBoth;
        }
        long discordant = sortCountingSwaps(sortedY, new double[n], 0, n);
        long tiesY = 0;
        long runY = 0;
        for (int i = 1; i < n; i++) {
            runY = sortedY[i] == sortedY[i - 1] ? runY + 1 : 0;
            tiesY += runY;
        }
        long pairs = (long) n * (n - 1) / 2;
        if (tiesX == pairs || tiesY == pairs) {
            return Double.NaN;
        }
        double difference = pairs - tiesX - tiesY + tiesBoth - 2.0 * discordant;
        return Math.clamp(
                difference / Math.sqrt(pairs - tiesX) / Math.sqrt(pairs - tiesY), -1.0, 1.0);
    }

    /** Ranks from 1; equal values share the mean of the ranks they take up. */
    public static double[] averageRanks(double[] values) {
        int n = values.length;
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        // + 0.0 makes -0.0 equal to 0.0, which comparingDouble would tell apart.
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i] + 0.0));
        double[] ranks = new double[n];
        int from = 0;
        while (from < n) {
            int to = from + 1;
            while (to < n && values[order[to]] == values[order[from]]) {
                to++;
            }
            double rank = (from + 1 + to) / 2.0;
            for (int i = from; i < to; i++) {
                ranks[order[i]] = rank;
            }
            from = to;
        }
        return ranks;
    }

    /** Merge sort of [from, to); the number of exchanges of neighbours that it stands for (Knight 1966). */
    private static long sortCountingSwaps(double[] values, double[] spare, int from, int to) {
        if (to - from < 2) {
            return 0;
        }
        int middle = (from + to) >>> 1;
        long swaps =
                sortCountingSwaps(values, spare, from, middle)
                        + sortCountingSwaps(values, spare, middle, to);
        System.arraycopy(values, from, spare, from, to - from);
        int left = from;
        int right = middle;
        for (int at = from; at < to; at++) {
            if (left < middle && (right >= to || spare[left] <= spare[right])) {
                values[at] = spare[left++];
            } else {
                swaps += middle - left;
                values[at] = spare[right++];
            }
        }
        return swaps;
    }

    private static double mean(double[] values) {
        double first = 0;
        for (double value : values) {
            first += value / values.length;
        }
        // A second pass takes away the rounding of the first where the offset is large.
        double rest = 0;
        for (double value : values) {
            rest += (value - first) / values.length;
        }
        return first + rest;
    }

    private static double largestDeviation(double[] values, double mean) {
        boolean constant = true;
        double largest = 0;
        for (double value : values) {
            constant &= value == values[0];
            largest = Math.max(largest, Math.abs(value - mean));
        }
        return constant ? 0 : largest;
    }
}

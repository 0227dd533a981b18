package eliq.benchmark;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Scores and ratings of the same images, sorted once, so that coefficients with any weights are counted in O(n) (Kendall's
 * in O(n log n)). A weight says how often an image is in a bootstrap draw; pairs of an image with itself tie on both sides.
 */
final class WeightedSample {
    private final double[] x;
    private final double[] y;
    private final int[] orderX;
    private final int[] groupsX;
    private final int[] groupsY;
    private final int[] orderY;
    private final int countY;

    /**
     * @param x finite scores
     * @param y finite ratings
     */
    WeightedSample(double[] x, double[] y) {
        this.x = centred(x);
        this.y = centred(y);
        this.orderX = order(x);
        this.orderY = order(y);
        this.groupsX = groups(x, orderX);
        this.groupsY = groups(y, orderY);
        this.countY = y.length == 0 ? 0 : groupsY[orderY[y.length - 1]] + 1;
    }

    /** Coefficients do not change, and squares neither overflow nor vanish. */
    private static double[] centred(double[] values) {
        double mean = Arrays.stream(values).map(v -> v / values.length).sum();
        double largest = Arrays.stream(values).map(v -> Math.abs(v - mean)).max().orElse(0);
        return largest == 0 || Double.isInfinite(largest)
                ? values
                : Arrays.stream(values).map(v -> (v - mean) / largest).toArray();
    }

    private static int[] order(double[] values) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i] + 0.0));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    /** Number of each value among the different ones, from 0. */
    private static int[] groups(double[] values, int[] order) {
        int[] groups = new int[values.length];
        int group = 0;
        for (int i = 0; i < order.length; i++) {
            group += i > 0 && values[order[i]] != values[order[i - 1]] ? 1 : 0;
            groups[order[i]] = group;
        }
        return groups;
    }

    int size() {
        return x.length;
    }

    /** Weighted Pearson coefficient; NaN where one side is constant in the draw. */
    double pearson(int[] weights) {
        return pearson(x, y, weights);
    }

    /**
     * @param x centred and of common size, as are ranks and standardised values
     */
    static double pearson(double[] x, double[] y, int[] weights) {
        double n = 0;
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < x.length; i++) {
            n += weights[i];
            meanX += weights[i] * x[i];
            meanY += weights[i] * y[i];
        }
        meanX /= n;
        meanY /= n;
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            double dx = x[i] - meanX;
            double dy = y[i] - meanY;
            xy += weights[i] * dx * dy;
            xx += weights[i] * dx * dx;
            yy += weights[i] * dy * dy;
        }
        double tiny = 1e-24 * n;
        return xx <= tiny * meanX * meanX || yy <= tiny * meanY * meanY || xx == 0 || yy == 0
                ? Double.NaN
                : Math.clamp(xy / Math.sqrt(xx) / Math.sqrt(yy), -1.0, 1.0);
    }

    /** Weighted Spearman coefficient, ties averaged. */
    double spearman(int[] weights) {
        return pearson(ranks(orderX, groupsX, weights), ranks(orderY, groupsY, weights), weights);
    }

    /** Average ranks in the draw, by image. */
    static double[] ranks(int[] order, int[] groups, int[] weights) {
        double[] ranks = new double[order.length];
        double before = 0;
        int from = 0;
        while (from < order.length) {
            int to = from;
            double here = 0;
            while (to < order.length && groups[order[to]] == groups[order[from]]) {
                here += weights[order[to++]];
            }
            double rank = before + (here + 1) / 2;
            for (int i = from; i < to; i++) {
                ranks[order[i]] = rank;
            }
            before += here;
            from = to;
        }
        return ranks;
    }

    /**
     * Pairs of images in a draw.
     *
     * @param all pairs
     * @param tiedScores pairs with the same score
     * @param tiedRatings pairs with the same rating
     * @param concordant pairs ordered alike by score and rating
     * @param discordant pairs ordered the other way round
     */
    record PairCounts(
            double all,
            double tiedScores,
            double tiedRatings,
            double concordant,
            double discordant) {

        /** Kendall's tau-b. */
        double tau() {
            return all == tiedScores || all == tiedRatings
                    ? Double.NaN
                    : Math.clamp(
                            (concordant - discordant)
                                    / Math.sqrt(all - tiedScores)
                                    / Math.sqrt(all - tiedRatings),
                            -1.0,
                            1.0);
        }

        /** Share of the pairs that people ordered which the scores order alike; a tie of scores counts as half. */
        double accuracy(boolean lowerIsBetter) {
            double ordered = all - tiedRatings;
            double ties = ordered - concordant - discordant;
            double right = (lowerIsBetter ? discordant : concordant) + ties / 2;
            return ordered == 0 ? Double.NaN : right / ordered;
        }
    }

    PairCounts pairs(int[] weights) {
        // A tree of sums over the ratings: how many of the images with lower scores rate lower
        // (Fenwick 1994).
        double[] tree = new double[countY + 1];
        double all = 0;
        double tiedX = 0;
        double concordant = 0;
        double discordant = 0;
        double below = 0;
        int from = 0;
        while (from < orderX.length) {
            int to = from;
            double here = 0;
            while (to < orderX.length && groupsX[orderX[to]] == groupsX[orderX[from]]) {
                int i = orderX[to++];
                if (weights[i] != 0) {
                    here += weights[i];
                    double lower = sum(tree, groupsY[i]);
                    concordant += weights[i] * lower;
                    discordant += weights[i] * (below - sum(tree, groupsY[i] + 1));
                }
            }
            for (int k = from; k < to; k++) {
                add(tree, groupsY[orderX[k]] + 1, weights[orderX[k]]);
            }
            tiedX += here * (here - 1) / 2;
            below += here;
            from = to;
        }
        all = below * (below - 1) / 2;
        double[] byRating = new double[countY];
        for (int i = 0; i < x.length; i++) {
            byRating[groupsY[i]] += weights[i];
        }
        double tiedY = 0;
        for (double count : byRating) {
            tiedY += count * (count - 1) / 2;
        }
        return new PairCounts(all, tiedX, tiedY, concordant, discordant);
    }

    /** Sum of the first entries. */
    private static double sum(double[] tree, int count) {
        double sum = 0;
        for (int i = count; i > 0; i -= i & -i) {
            sum += tree[i];
        }
        return sum;
    }

    private static void add(double[] tree, int place, double amount) {
        for (int i = place; i < tree.length; i += i & -i) {
            tree[i] += amount;
        }
    }
}

package eliq.benchmark;

import java.util.Arrays;

/**
 * A linear regressor: least squares with a penalty on the weights, chosen among a few by leave-one-out error on the labelled
 * part alone (Golub, Heath and Wahba 1979, without leaving anything out in fact). A small labelled part has fewer images than
 * features; without a penalty there would be no one solution.
 */
final class RidgeRegression {
    /** Penalties, in multiples of the mean squared length of a feature. */
    private static final double[] PENALTIES = {1e-6, 1e-3, 1e-2, 0.1, 1, 10, 100};

    private final double[] means;
    private final double[] deviations;
    private final double[] weights;
    private final double offset;
    private final double penalty;

    /**
     * Fits.
     *
     * @param features [n][d], at least two rows
     * @param targets [n]
     */
    RidgeRegression(double[][] features, double[] targets) {
        int n = features.length;
        int d = features[0].length;
        means = new double[d];
        deviations = new double[d];
        for (int j = 0; j < d; j++) {
            for (double[] row : features) {
                means[j] += row[j] / n;
            }
            for (double[] row : features) {
                deviations[j] += (row[j] - means[j]) * (row[j] - means[j]) / n;
            }
            // A feature that never moves says nothing.
            deviations[j] =
                    deviations[j] < 1e-18 ? Double.POSITIVE_INFINITY : Math.sqrt(deviations[j]);
        }
        offset = Arrays.stream(targets).average().orElse(0);
        double[][] x = new double[n][];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = standardised(features[i]);
            y[i] = targets[i] - offset;
        }
        Fit best = n > d ? byFeatures(x, y) : byImages(x, y);
        weights = best.weights;
        penalty = best.penalty;
    }

    private record Fit(double[] weights, double penalty, double error) {}

    private double[] standardised(double[] row) {
        double[] x = new double[row.length];
        for (int j = 0; j < x.length; j++) {
            x[j] = (row[j] - means[j]) / deviations[j];
        }
        return x;
    }

    private static Fit byFeatures(double[][] x, double[] y) {
        int n = x.length;
        int d = x[0].length;
        double[][] gram = new double[d][d];
        double[] right = new double[d];
        for (int i = 0; i < n; i++) {
            for (int r = 0; r < d; r++) {
                right[r] += x[i][r] * y[i];
                for (int c = 0; c <= r; c++) {
                    gram[r][c] += x[i][r] * x[i][c];
                }
            }
        }
        Fit best = new Fit(new double[d], Double.NaN, Double.POSITIVE_INFINITY);
        for (double each : PENALTIES) {
            Cholesky cholesky = new Cholesky(withDiagonal(gram, each * n));
            double[] w = cholesky.solve(right);
            double error = 0;
            for (int i = 0; i < n; i++) {
                double[] half = cholesky.half(x[i]);
                double leverage = dot(half, half) + 1.0 / n;
                error += Math.pow((y[i] - dot(w, x[i])) / Math.max(1e-9, 1 - leverage), 2);
            }
            if (error < best.error) {
                best = new Fit(w, each, error);
            }
        }
        return best;
    }

    /** The same by the matrix of products of images, which is the smaller one where there are few. */
    private static Fit byImages(double[][] x, double[] y) {
        int n = x.length;
        double[][] gram = new double[n][n];
        for (int r = 0; r < n; r++) {
            for (int c = 0; c <= r; c++) {
                gram[r][c] = dot(x[r], x[c]);
            }
        }
        Fit best = new Fit(new double[x[0].length], Double.NaN, Double.POSITIVE_INFINITY);
        for (double each : PENALTIES) {
            Cholesky cholesky = new Cholesky(withDiagonal(gram, each * n));
            double[] dual = cholesky.solve(y);
            double error = 0;
            for (int i = 0; i < n; i++) {
                double[] unit = new double[n];
                unit[i] = 1;
                double[] half = cholesky.half(unit);
                // The residual left out is the dual weight over the diagonal of the inverse.
                error += Math.pow(dual[i] / dot(half, half), 2);
            }
            if (error < best.error) {
                double[] w = new double[x[0].length];
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < w.length; j++) {
                        w[j] += dual[i] * x[i][j];
                    }
                }
                best = new Fit(w, each, error);
            }
        }
        return best;
    }

    private static double[][] withDiagonal(double[][] gram, double amount) {
        double[][] matrix = new double[gram.length][];
        for (int r = 0; r < gram.length; r++) {
            matrix[r] = gram[r].clone();
            matrix[r][r] += amount;
        }
        return matrix;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    double predict(double[] features) {
        return offset + dot(weights, standardised(features));
    }

    /** The penalty that was chosen. */
    double penalty() {
        return penalty;
    }
}

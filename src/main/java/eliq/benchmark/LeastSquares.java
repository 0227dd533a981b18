package eliq.benchmark;

import java.util.Arrays;
import java.util.OptionalDouble;

/** Levenberg-Marquardt on weighted points (Marquardt 1963), for curves of a few parameters. */
final class LeastSquares {
    private static final double FIRST_DAMPING = 1e-3;
    private static final double LARGEST_DAMPING = 1e14;

    private final Curve curve;
    private final double[] z;
    private final double[] w;

    /**
     * @param z standardised scores
     * @param w standardised ratings
     */
    LeastSquares(Curve curve, double[] z, double[] w) {
        this.curve = curve;
        this.z = z;
        this.w = w;
    }

    /**
     * @param squaredError weighted sum of squared residuals; infinite where the parameters are no numbers
     */
    record Result(double[] parameters, double squaredError) {}

    /**
     * Goes downhill from a start.
     *
     * @param weights how often each point counts; empty: once
     * @param iterations at most
     * @param tolerance relative decrease of the squared error at which it ends
     */
    Result descend(double[] start, int[] weights, int iterations, double tolerance) {
        int k = curve.parameters();
        double[] b = start.clone();
        double error = squaredError(b, weights);
        double damping = FIRST_DAMPING;
        double[][] normal = new double[k][k];
        double[] right = new double[k];
        int calm = 0;
        for (int i = 0; i < iterations && damping < LARGEST_DAMPING && error > 0; i++) {
            linearise(b, weights, normal, right);
            boolean moved = false;
            while (!moved && damping < LARGEST_DAMPING) {
                double[] step = step(normal, right, damping);
                double[] next = b.clone();
                for (int j = 0; j < k; j++) {
                    next[j] += step[j];
                }
                double nextError = step.length == 0 ? Double.NaN : squaredError(next, weights);
                if (nextError < error) {
                    calm = error - nextError <= tolerance * error ? calm + 1 : 0;
                    b = next;
                    error = nextError;
                    damping = Math.max(1e-12, damping / 8);
                    moved = true;
                } else {
                    damping *= 5;
                }
            }
            if (calm >= 3) {
                break;
            }
        }
        return new Result(b, Double.isFinite(error) ? error : Double.POSITIVE_INFINITY);
    }

    double squaredError(double[] b, int[] weights) {
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            int weight = weights.length == 0 ? 1 : weights[i];
            if (weight != 0) {
                double residual = w[i] - curve.value(b, z[i]);
                sum += weight * residual * residual;
            }
        }
        return sum;
    }

    private void linearise(double[] b, int[] weights, double[][] normal, double[] right) {
        int k = right.length;
        double[] gradient = new double[k];
        Arrays.fill(right, 0);
        for (double[] row : normal) {
            Arrays.fill(row, 0);
        }
        for (int i = 0; i < z.length; i++) {
            int weight = weights.length == 0 ? 1 : weights[i];
            if (weight == 0) {
                continue;
            }
            double residual = w[i] - curve.value(b, z[i], gradient);
            for (int r = 0; r < k; r++) {
                double scaled = weight * gradient[r];
                right[r] += scaled * residual;
                for (int c = 0; c <= r; c++) {
                    normal[r][c] += scaled * gradient[c];
                }
            }
        }
    }

    /** Solves the damped normal equations by Cholesky; empty where they are singular. */
    private static double[] step(double[][] normal, double[] right, double damping) {
        int k = right.length;
        double[][] l = new double[k][k];
        for (int r = 0; r < k; r++) {
            for (int c = 0; c <= r; c++) {
                double sum = normal[r][c];
                if (r == c) {
                    sum += damping * Math.max(normal[r][r], 1e-12);
                }
                for (int j = 0; j < c; j++) {
                    sum -= l[r][j] * l[c][j];
                }
                if (r == c) {
                    if (!(sum > 0)) {
                        return new double[0];
                    }
                    l[r][r] = Math.sqrt(sum);
                } else {
                    l[r][c] = sum / l[c][c];
                }
            }
        }
        double[] x = right.clone();
        for (int r = 0; r < k; r++) {
            for (int c = 0; c < r; c++) {
                x[r] -= l[r][c] * x[c];
            }
            x[r] /= l[r][r];
        }
        for (int r = k - 1; r >= 0; r--) {
            for (int c = r + 1; c < k; c++) {
                x[r] -= l[c][r] * x[c];
            }
            x[r] /= l[r][r];
        }
        return x;
    }

    /**
     * The best parameters for a given bend: what is left is linear.
     *
     * @return with their squared error; infinite where the points do not determine them
     */
    Result linearPart(double place, double width, int[] weights) {
        int k = curve.sloped() ? 3 : 2;
        double[][] normal = new double[k][k];
        double[] right = new double[k];
        double[] basis = new double[k];
        double squares = 0;
        for (int i = 0; i < z.length; i++) {
            int weight = weights.length == 0 ? 1 : weights[i];
            if (weight == 0) {
                continue;
            }
            basis[0] = 1;
            basis[1] = curve.bend(place, width, z[i]);
            if (k == 3) {
                basis[2] = z[i];
            }
            for (int r = 0; r < k; r++) {
                right[r] += weight * basis[r] * w[i];
                for (int c = 0; c <= r; c++) {
                    normal[r][c] += weight * basis[r] * basis[c];
                }
            }
            squares += weight * w[i] * w[i];
        }
        double[] a = step(normal, right, 1e-13);
        if (a.length == 0) {
            return new Result(new double[curve.parameters()], Double.POSITIVE_INFINITY);
        }
        double[] b = curve.of(place, width, a[0], a[1], k == 3 ? a[2] : 0);
        double explained = 0;
        for (int r = 0; r < k; r++) {
            explained += a[r] * right[r];
        }
        double error = squares - explained;
        return new Result(b, Double.isFinite(error) ? error : Double.POSITIVE_INFINITY);
    }

    /** Standardised scores. */
    double[] scores() {
        return z;
    }

    /** Standardised ratings. */
    double[] ratings() {
        return w;
    }

    /** The value at a share of the sorted values, 0..1. */
    static OptionalDouble quantile(double[] sorted, double share) {
        return sorted.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(sorted[(int) Math.round(share * (sorted.length - 1))]);
    }
}

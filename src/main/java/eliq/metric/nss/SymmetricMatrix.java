package eliq.metric.nss;

import java.util.Arrays;

/**
 * A symmetric matrix.
 *
 * @param values [size, size], both halves
 */
record SymmetricMatrix(int size, double[] values) {

    /** Below this part of the largest diagonal element a pivot counts as lost in round-off. */
    private static final double WEAK_PIVOT = 1e-13;

    private static final double EPSILON = 0x1p-52;

    SymmetricMatrix {
        if (values.length != size * size) {
            throw new IllegalArgumentException(values.length + " values for size " + size);
        }
    }

    /** The mean of two matrices. */
    SymmetricMatrix middle(SymmetricMatrix other) {
        double[] mean = new double[values.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (values[i] + other.values[i]) / 2;
        }
        return new SymmetricMatrix(size, mean);
    }

    /** x' M+ x for several x, where M+ is the (pseudo-)inverse of this. */
    interface Form {
        double of(double[] x);
    }

    /**
     * The quadratic form of the inverse; of the Moore-Penrose pseudo-inverse, with MATLAB's tolerance, where this is not
     * safely positive definite.
     */
    Form inverseForm() {
        double[] lower = new double[values.length];
        return factorise(lower) ? x -> squaredNorm(lower, x) : pseudoInverseForm();
    }

    /** Cholesky's lower triangle, row by row; false where a pivot is weak. */
    private boolean factorise(double[] lower) {
        double largest = 0;
        for (int i = 0; i < size; i++) {
            largest = Math.max(largest, values[i * size + i]);
        }
        for (int i = 0; i < size; i++) {
            int row = i * size;
            for (int j = 0; j <= i; j++) {
                int other = j * size;
                double sum = values[row + j] - dot(lower, row, other, j);
                if (i != j) {
                    lower[row + j] = sum / lower[other + j];
                } else if (sum > WEAK_PIVOT * largest) {
                    lower[row + j] = Math.sqrt(sum);
                } else {
                    return false;
                }
            }
        }
        return true;
    }

    /** Four sums side by side: a single one would wait for itself. */
    private static double dot(double[] a, int left, int right, int length) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            s0 += a[left + i] * a[right + i];
            s1 += a[left + i + 1] * a[right + i + 1];
            s2 += a[left + i + 2] * a[right + i + 2];
            s3 += a[left + i + 3] * a[right + i + 3];
        }
        for (; i < length; i++) {
            s0 += a[left + i] * a[right + i];
        }
        return s0 + s1 + (s2 + s3);
    }

    private double squaredNorm(double[] lower, double[] x) {
        double[] y = new double[size];
        double norm = 0;
        for (int i = 0; i < size; i++) {
            double sum = x[i];
            int row = i * size;
            for (int j = 0; j < i; j++) {
                sum -= lower[row + j] * y[j];
            }
            y[i] = sum / lower[row + i];
            norm += y[i] * y[i];
        }
        return norm;
    }

    private Form pseudoInverseForm() {
        Eigen eigen = eigen();
        double largest = 0;
        for (double value : eigen.values) {
            largest = Math.max(largest, Math.abs(value));
        }
        double tolerance = size * Math.ulp(largest);
        return x -> {
            double sum = 0;
            for (int k = 0; k < size; k++) {
                if (Math.abs(eigen.values[k]) > tolerance) {
                    double along = 0;
                    for (int i = 0; i < size; i++) {
                        along += eigen.vectors[k * size + i] * x[i];
                    }
                    sum += along * along / eigen.values[k];
                }
            }
            return sum;
        };
    }

    /**
     * Eigenvalues in falling order and their vectors.
     *
     * @param values [size]
     * @param vectors [size, size], one a row
     */
    record Eigen(double[] values, double[] vectors) {}

    /** By Jacobi's cyclic rotations: slow (size^3 a sweep) and accurate. */
    Eigen eigen() {
        double[] a = values.clone();
        double[] v = new double[values.length];
        for (int i = 0; i < size; i++) {
            v[i * size + i] = 1;
        }
        for (int sweep = 0;
                sweep < 60 && offDiagonal(a) > EPSILON * EPSILON * diagonal(a);
                sweep++) {
            for (int p = 0; p < size - 1; p++) {
                for (int q = p + 1; q < size; q++) {
                    rotate(a, v, p, q);
                }
            }
        }
        return sorted(a, v);
    }

    private double offDiagonal(double[] a) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                sum += a[i * size + j] * a[i * size + j];
            }
        }
        return sum;
    }

    private double diagonal(double[] a) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += a[i * size + i] * a[i * size + i];
        }
        return sum;
    }

    private void rotate(double[] a, double[] v, int p, int q) {
        double off = a[p * size + q];
        if (Math.abs(off)
                <= EPSILON * 1e-3 * Math.sqrt(Math.abs(a[p * size + p] * a[q * size + q]))) {
            return;
        }
        double theta = (a[q * size + q] - a[p * size + p]) / (2 * off);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        turnRows(a, p, q, c, s);
        // The columns mirror the rows, except where both meet.
        double pp = a[p * size + p];
        double qp = a[q * size + p];
        double pq = a[p * size + q];
        double qq = a[q * size + q];
        a[p * size + p] = c * pp - s * pq;
        a[q * size + q] = s * qp + c * qq;
        a[p * size + q] = 0;
        a[q * size + p] = 0;
        for (int i = 0; i < size; i++) {
            a[i * size + p] = a[p * size + i];
            a[i * size + q] = a[q * size + i];
        }
        turnRows(v, p, q, c, s);
    }

    private void turnRows(double[] a, int p, int q, double c, double s) {
        int first = p * size;
        int second = q * size;
        for (int i = 0; i < size; i++) {
            double x = a[first + i];
            double y = a[second + i];
            a[first + i] = c * x - s * y;
            a[second + i] = s * x + c * y;
        }
    }

    private Eigen sorted(double[] a, double[] v) {
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (i, j) -> Double.compare(a[j * size + j], a[i * size + i]));
        double[] sortedValues = new double[size];
        double[] sortedVectors = new double[size * size];
        for (int k = 0; k < size; k++) {
            sortedValues[k] = a[order[k] * size + order[k]];
            System.arraycopy(v, order[k] * size, sortedVectors, k * size, size);
        }
        return new Eigen(sortedValues, sortedVectors);
    }
}

package eliq.benchmark;

/** A symmetric positive definite matrix as the product of a triangle with its transpose. */
final class Cholesky {
    private final double[][] lower;

    /**
     * @param matrix of which the lower triangle is read
     * @throws ArithmeticException if it is not positive definite
     */
    Cholesky(double[][] matrix) {
        int n = matrix.length;
        lower = new double[n][];
        for (int r = 0; r < n; r++) {
            lower[r] = new double[r + 1];
            for (int c = 0; c <= r; c++) {
                double sum = matrix[r][c];
                for (int k = 0; k < c; k++) {
                    sum -= lower[r][k] * lower[c][k];
                }
                if (r == c && !(sum > 0)) {
                    throw new ArithmeticException("not positive definite");
                }
                lower[r][c] = r == c ? Math.sqrt(sum) : sum / lower[c][c];
            }
        }
    }

    /** The solution of L x = b. */
    double[] half(double[] b) {
        double[] x = b.clone();
        for (int r = 0; r < x.length; r++) {
            for (int c = 0; c < r; c++) {
                x[r] -= lower[r][c] * x[c];
            }
            x[r] /= lower[r][r];
        }
        return x;
    }

    /** The solution of A x = b. */
    double[] solve(double[] b) {
        double[] x = half(b);
        for (int r = x.length - 1; r >= 0; r--) {
            for (int c = r + 1; c < x.length; c++) {
                x[r] -= lower[c][r] * x[c];
            }
            x[r] /= lower[r][r];
        }
        return x;
    }
}

package eliq.metric.nss;

import java.util.ArrayList;
import java.util.List;

/** Means and covariances over rows that may hold NaN, as MATLAB's {@code nanmean} and {@code nancov} take them. */
final class Statistics {
    private Statistics() {}

    /** The rows without NaN. */
    static List<double[]> complete(List<double[]> rows) {
        List<double[]> complete = new ArrayList<>();
        for (double[] row : rows) {
            boolean whole = true;
            for (double value : row) {
                whole &= !Double.isNaN(value);
            }
            if (whole) {
                complete.add(row);
            }
        }
        return complete;
    }

    /** Mean of each column over the rows in which it is no number but NaN; NaN where that is none. */
    static double[] mean(List<double[]> rows, int columns) {
        double[] sum = new double[columns];
        int[] count = new int[columns];
        for (double[] row : rows) {
            for (int i = 0; i < columns; i++) {
                if (!Double.isNaN(row[i])) {
                    sum[i] += row[i];
                    count[i]++;
                }
            }
        }
        for (int i = 0; i < columns; i++) {
            sum[i] /= count[i];
        }
        return sum;
    }

    /**
     * Covariance with the divisor n - 1.
     *
     * @param rows at least two, without NaN
     */
    static SymmetricMatrix covariance(List<double[]> rows, int columns) {
        double[] mean = mean(rows, columns);
        double[] sums = new double[columns * columns];
        double[] centred = new double[columns];
        for (double[] row : rows) {
            for (int i = 0; i < columns; i++) {
                centred[i] = row[i] - mean[i];
            }
            for (int i = 0; i < columns; i++) {
                double one = centred[i];
                int at = i * columns;
                for (int j = 0; j < columns; j++) {
                    sums[at + j] += one * centred[j];
                }
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= rows.size() - 1;
        }
        return new SymmetricMatrix(columns, sums);
    }
}

package eliq.metric.nss;

/** The derivatives of a plane by columns and rows under a Gaussian, with zeros beyond the border, and their magnitude. */
final class GaussianDerivative {
    /** MATLAB's eps, which the authors add to magnitudes. */
    private static final double EPSILON = 0x1p-52;

    private final Taps smooth;
    private final Taps slope;

    /**
     * @param sigma of the Gaussian, whose window of 2 ceil(3 sigma) + 1 has 11 values
     */
    GaussianDerivative(double sigma) {
        int half = (int) Math.ceil(3 * sigma);
        double[] even = new double[2 * half + 1];
        double[] odd = new double[2 * half + 1];
        for (int i = 0; i < even.length; i++) {
            double x = i - half;
            even[i] = Math.exp(-x * x / 2 / sigma / sigma);
            // A convolution turns its kernel round.
            odd[i] = -x * even[i];
        }
        smooth = new Taps(even);
        slope = new Taps(odd);
    }

    /** All planes have the same size. */
    void of(Plane plane, Plane byColumn, Plane byRow, Plane magnitude) {
        int width = plane.width();
        int length = smooth.length();
        int half = length / 2;
        double[] none = new double[width];
        double[][] rows = new double[length][];
        double[] smoothed = new double[width];
        double[] sloped = new double[width];
        double[] padded = new double[width + 2 * half];
        for (int y = 0; y < plane.height(); y++) {
            for (int k = 0; k < length; k++) {
                int from = y + k - half;
                rows[k] = from < 0 || from >= plane.height() ? none : plane.rows()[from];
            }
            smooth.down(rows, smoothed, width);
            slope.down(rows, sloped, width);
            System.arraycopy(smoothed, 0, padded, half, width);
            slope.across(padded, byColumn.rows()[y], width);
            System.arraycopy(sloped, 0, padded, half, width);
            smooth.across(padded, byRow.rows()[y], width);
            length(byColumn.rows()[y], byRow.rows()[y], magnitude.rows()[y], width);
        }
    }

    private static void length(double[] a, double[] b, double[] out, int width) {
        for (int x = 0; x < width; x++) {
            out[x] = Math.sqrt(a[x] * a[x] + b[x] * b[x]) + EPSILON;
        }
    }
}

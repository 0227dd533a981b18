package eliq.metric.nss;

/**
 * The log-Gabor filters of IL-NIQE in the frequency plane: three scales by four orientations, each the product of a
 * radial and an angular part. Planes lie transposed, [column frequency][row frequency].
 */
final class LogGabor {
    static final int SCALES = 3;
    static final int ORIENTATIONS = 4;

    private static final double MULTIPLIER = 1.31;
    private static final double SIGMA_ON_F = 0.55;
    private static final double ANGLE_ON_SIGMA = 1.10;

    private final int size;
    private final double[][][] radial = new double[SCALES][][];
    private final double[][][] angular = new double[ORIENTATIONS][][];

    /**
     * @param size of the square picture, even
     * @param shortest wave length of the first scale, in pixels
     */
    LogGabor(int size, double shortest) {
        this.size = size;
        for (int scale = 0; scale < SCALES; scale++) {
            radial[scale] = radial(shortest * Math.pow(MULTIPLIER, scale));
        }
        for (int orientation = 0; orientation < ORIENTATIONS; orientation++) {
            angular[orientation] = angular(orientation * Math.PI / ORIENTATIONS);
        }
    }

    private double frequency(int index) {
        return (index < size / 2 ? index : index - size) / (double) size;
    }

    private double[][] radial(double waveLength) {
        double[][] part = new double[size][size];
        double spread = 2 * Math.log(SIGMA_ON_F) * Math.log(SIGMA_ON_F);
        for (int column = 0; column < size; column++) {
            for (int row = 0; row < size; row++) {
                double x = frequency(column);
                double y = frequency(row);
                double octaves = Math.log(Math.sqrt(x * x + y * y) * waveLength);
                part[column][row] = Math.exp(-octaves * octaves / spread);
            }
        }
        part[0][0] = 0;
        return part;
    }

    private double[][] angular(double angle) {
        double[][] part = new double[size][size];
        double sigma = Math.PI / ORIENTATIONS / ANGLE_ON_SIGMA;
        for (int column = 0; column < size; column++) {
            for (int row = 0; row < size; row++) {
                double theta = Math.atan2(-frequency(row), frequency(column)) - angle;
                double distance = Math.abs(Math.atan2(Math.sin(theta), Math.cos(theta)));
                part[column][row] = Math.exp(-distance * distance / (2 * sigma * sigma));
            }
        }
        return part;
    }

    /** A spectrum times a filter, divided by the number of pixels as the inverse transform wants it. */
    void apply(
            int scale,
            int orientation,
            double[][] real,
            double[][] imaginary,
            double[][] toReal,
            double[][] toImaginary) {
        double norm = 1.0 / size / size;
        for (int i = 0; i < size; i++) {
            multiply(radial[scale][i], angular[orientation][i], norm, real[i], toReal[i], size);
            multiply(
                    radial[scale][i],
                    angular[orientation][i],
                    norm,
                    imaginary[i],
                    toImaginary[i],
                    size);
        }
    }

    private static void multiply(
            double[] a, double[] b, double norm, double[] values, double[] out, int width) {
        for (int x = 0; x < width; x++) {
            out[x] = a[x] * b[x] * norm * values[x];
        }
    }
}

package eliq.metric.nss;

import org.apache.commons.numbers.gamma.Gamma;

/**
 * The shape parameters that the authors' fits of (asymmetric) generalised Gaussians choose from: 0.2, 0.201, .. 10, each
 * with the functions of it that the fits need.
 */
final class ShapeTable {
    static final int SIZE = 9801;

    private static final double FIRST = 0.2;
    private static final double STEP = 0.001;

    /** Gamma(2/a)^2 / (Gamma(1/a) Gamma(3/a)), which grows with a. */
    private final double[] ratio = new double[SIZE];

    private final double[] scale = new double[SIZE];
    private final double[] lever = new double[SIZE];

    ShapeTable() {
        for (int i = 0; i < SIZE; i++) {
            double shape = shape(i);
            double one = Gamma.value(1 / shape);
            double two = Gamma.value(2 / shape);
            double three = Gamma.value(3 / shape);
            ratio[i] = two * two / (one * three);
            scale[i] = Math.sqrt(one / three);
            lever[i] = two / one;
        }
    }

    double shape(int index) {
        return FIRST + index * STEP;
    }

    /** sqrt(Gamma(1/a) / Gamma(3/a)). */
    double scale(int index) {
        return scale[index];
    }

    /** Gamma(2/a) / Gamma(1/a). */
    double lever(int index) {
        return lever[index];
    }

    /** The shape whose ratio is nearest; the first one for NaN, as MATLAB's {@code min} has it. */
    int nearestRatio(double wanted) {
        if (Double.isNaN(wanted)) {
            return 0;
        }
        int above = firstNotBelow(wanted);
        if (above == 0 || above == SIZE) {
            return Math.min(above, SIZE - 1);
        }
        double under = wanted - ratio[above - 1];
        double over = ratio[above] - wanted;
        return under * under <= over * over ? above - 1 : above;
    }

    /** The same for the reciprocal ratio, which falls with a. */
    int nearestReciprocal(double wanted) {
        if (Double.isNaN(wanted)) {
            return 0;
        }
        int above = wanted <= 0 ? SIZE : firstNotBelow(1 / wanted);
        if (above == 0 || above == SIZE) {
            return Math.min(above, SIZE - 1);
        }
        double before = Math.abs(1 / ratio[above - 1] - wanted);
        double after = Math.abs(1 / ratio[above] - wanted);
        return before <= after ? above - 1 : above;
    }

    private int firstNotBelow(double wanted) {
        int low = 0;
        int high = SIZE;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ratio[middle] < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

package eliq.metric.nss;

import java.util.Arrays;

/**
 * The Weibull distribution's maximum-likelihood fit to positive values.
 *
 * <p>Instead of taking a power of every value in every iteration, values are gathered in bins of 1/32 octave with the
 * first three moments of their relative distance t from the bin's middle; sums of x^c over a bin follow from these by
 * Taylor's series in t. As |t| &lt;= 1/64, what is left out is below 1e-7 of a sum. Reused from fit to fit; one thread at
 * a time.
 */
final class WeibullFit {
    private static final int BITS = 5;
    private static final int LOWEST = -53;
    private static final int HIGHEST = 20;
    private static final int BINS = (HIGHEST - LOWEST) << BITS;
    private static final int SHIFT = 52 - BITS;
    private static final int BASE = (LOWEST + 1023) << BITS;

    private final double[] inverse = new double[BINS];
    private final double[] logarithm = new double[BINS];
    private final int[] count = new int[BINS];
    private final double[] first = new double[BINS];
    private final double[] second = new double[BINS];
    private final double[] third = new double[BINS];
    private double scale;
    private double shape;

    WeibullFit() {
        for (int i = 0; i < BINS; i++) {
            double low = Double.longBitsToDouble((long) (BASE + i) << SHIFT);
            double high = Double.longBitsToDouble((long) (BASE + i + 1) << SHIFT);
            inverse[i] = 2 / (low + high);
            logarithm[i] = Math.log((low + high) / 2);
        }
    }

    /** Fits a square's values; the result is in {@link #scale} and {@link #shape}. */
    WeibullFit of(Plane plane, int left, int top, int size) {
        int lowest = BINS;
        int highest = -1;
        for (int y = top; y < top + size; y++) {
            double[] row = plane.rows()[y];
            for (int x = left; x < left + size; x++) {
                double value = row[x];
                int bin = (int) (Double.doubleToRawLongBits(value) >>> SHIFT) - BASE;
                if (bin < 0 || bin >= BINS) {
                    clear(lowest, highest);
                    scale = Double.NaN;
                    shape = Double.NaN;
                    return this;
                }
                double t = value * inverse[bin] - 1;
                count[bin]++;
                first[bin] += t;
                second[bin] += t * t;
                third[bin] += t * t * t;
                lowest = Math.min(lowest, bin);
                highest = Math.max(highest, bin);
            }
        }
        solve(lowest, highest, (double) size * size);
        clear(lowest, highest);
        return this;
    }

    private void clear(int lowest, int highest) {
        if (highest >= lowest) {
            Arrays.fill(count, lowest, highest + 1, 0);
            Arrays.fill(first, lowest, highest + 1, 0);
            Arrays.fill(second, lowest, highest + 1, 0);
            Arrays.fill(third, lowest, highest + 1, 0);
        }
    }

    /** Newton's iteration on mean(x^c ln x) / mean(x^c) - 1/c - mean(ln x), which grows with c. */
    private void solve(int lowest, int highest, double n) {
        double sum = 0;
        for (int i = lowest; i <= highest; i++) {
            sum += count[i] * logarithm[i] + first[i] - second[i] / 2 + third[i] / 3;
        }
        double mean = sum / n;
        double squares = 0;
        for (int i = lowest; i <= highest; i++) {
            double distance = logarithm[i] - mean;
            squares += count[i] * distance * distance + 2 * distance * first[i];
        }
        double deviation = Math.sqrt(Math.max(squares, 0) / n);
        if (deviation < 1e-6) {
            // All values are one: the distribution is a single point, of infinite shape.
            scale = Math.exp(mean);
            shape = Double.POSITIVE_INFINITY;
            return;
        }
        double c = 1.2 / deviation;
        double power = 1;
        for (int iteration = 0; iteration < 100; iteration++) {
            double s0 = 0;
            double s1 = 0;
            double s2 = 0;
            for (int i = lowest; i <= highest; i++) {
                if (count[i] == 0) {
                    continue;
                }
                double log = logarithm[i] - mean;
                double middle = Math.exp(c * log);
                double p0 =
                        count[i]
                                + c * first[i]
                                + c * (c - 1) / 2 * second[i]
                                + c * (c - 1) * (c - 2) / 6 * third[i];
                double p1 =
                        first[i]
                                + (2 * c - 1) / 2 * second[i]
                                + (3 * c * c - 6 * c + 2) / 6 * third[i];
                double p2 = second[i] + (c - 1) * third[i];
                s0 += middle * p0;
                s1 += middle * (log * p0 + p1);
                s2 += middle * (log * log * p0 + 2 * log * p1 + p2);
            }
            power = s0 / n;
            double value = s1 / s0 - 1 / c;
            double slope = s2 / s0 - s1 / s0 * (s1 / s0) + 1 / (c * c);
            double next = c - value / slope;
            boolean done = Math.abs(next - c) < 1e-9 * c;
            c = next > 0 ? next : c / 2;
            if (done) {
                break;
            }
        }
        shape = c;
        scale = Math.exp(mean) * Math.pow(power, 1 / c);
    }

    double scale() {
        return scale;
    }

    double shape() {
        return shape;
    }
}

package eliq.benchmark;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Whether two methods correlate differently with the same ratings of the same images.
 *
 * @param williamsT Williams's t with n - 3 degrees of freedom (Williams 1959; Steiger 1980, equation 7)
 * @param williamsP its two-sided p-value
 * @param steigerZ Steiger's Z with pooled correlation (Steiger 1980, equation 14)
 * @param steigerP its two-sided p-value
 */
public record DependentCorrelations(
        double williamsT, double williamsP, double steigerZ, double steigerP) {

    /**
     * @param r12 of the ratings with the first method
     * @param r13 of the ratings with the second method
     * @param r23 of the two methods
     * @param n images, more than 3
     * @return NaN throughout where n is too small, or the methods give the same order
     */
    public static DependentCorrelations of(double r12, double r13, double r23, int n) {
        if (n <= 3 || Double.isNaN(r12 + r13 + r23) || r23 == 1) {
            return new DependentCorrelations(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double mean = (r12 + r13) / 2;
        double determinant = 1 - r12 * r12 - r13 * r13 - r23 * r23 + 2 * r12 * r13 * r23;
        double t =
                (r12 - r13)
                        * Math.sqrt(
                                (n - 1)
                                        * (1 + r23)
                                        / (2.0 * (n - 1) / (n - 3) * determinant
                                                + mean * mean * Math.pow(1 - r23, 3)));
        double square = mean * mean;
        double psi = r23 * (1 - 2 * square) - square / 2 * (1 - 2 * square - r23 * r23);
        double covariance = psi / Math.pow(1 - square, 2);
        double z =
                (Fisher.z(r12) - Fisher.z(r13)) * Math.sqrt(n - 3) / Math.sqrt(2 - 2 * covariance);
        return new DependentCorrelations(
                t,
                Double.isNaN(t)
                        ? t
                        : 2 * TDistribution.of(n - 3.0).survivalProbability(Math.abs(t)),
                z,
                Double.isNaN(z)
                        ? z
                        : 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z)));
    }

    /** Fisher's transformation. */
    private static final class Fisher {
        private Fisher() {}

        static double z(double r) {
            return 0.5 * Math.log((1 + r) / (1 - r));
        }
    }
}

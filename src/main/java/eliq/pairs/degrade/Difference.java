package eliq.pairs.degrade;

import eliq.image.Pixels;

/** How far two pictures of one size lie apart. */
public final class Difference {
    private static final int BLOCK = 8;
    private static final double C1 = 0.01 * 255 * 0.01 * 255;
    private static final double C2 = 0.03 * 255 * 0.03 * 255;

    private Difference() {}

    /** Mean absolute difference over all channels, in 8-bit levels. */
    public static double meanAbsolute(Pixels a, Pixels b) {
        checkSizes(a, b);
        long sum = 0;
        for (int i = 0; i < a.rgb().length; i++) {
            sum += Math.abs((a.rgb()[i] & 0xFF) - (b.rgb()[i] & 0xFF));
        }
        return (double) sum / a.rgb().length;
    }

    /** Peak signal-to-noise ratio in decibels over all channels; infinite for equal pictures. */
    public static double psnr(Pixels a, Pixels b) {
        checkSizes(a, b);
        long sum = 0;
        for (int i = 0; i < a.rgb().length; i++) {
            int difference = (a.rgb()[i] & 0xFF) - (b.rgb()[i] & 0xFF);
            sum += (long) difference * difference;
        }
        return 10 * Math.log10(255.0 * 255.0 * a.rgb().length / sum);
    }

    /**
     * Structural similarity (Wang et al. 2004) of the brightness, its mean over 8 x 8 blocks side by side: 1 for equal
     * pictures, about 0 for unrelated ones. Margins that fill no block are left out.
     */
    public static double structuralSimilarity(Pixels a, Pixels b) {
        checkSizes(a, b);
        double sum = 0;
        int blocks = 0;
        for (int y = 0; y + BLOCK <= a.height(); y += BLOCK) {
            for (int x = 0; x + BLOCK <= a.width(); x += BLOCK) {
                sum += block(a, b, x, y);
                blocks++;
            }
        }
        return blocks == 0 ? (meanAbsolute(a, b) == 0 ? 1 : 0) : sum / blocks;
    }

    private static double block(Pixels a, Pixels b, int left, int top) {
        double sumA = 0;
        double sumB = 0;
        double squaresA = 0;
        double squaresB = 0;
        double products = 0;
        for (int y = top; y < top + BLOCK; y++) {
            for (int x = left; x < left + BLOCK; x++) {
                double la = Luma.of(a.at(x, y, 0), a.at(x, y, 1), a.at(x, y, 2));
                double lb = Luma.of(b.at(x, y, 0), b.at(x, y, 1), b.at(x, y, 2));
                sumA += la;
                sumB += lb;
                squaresA += la * la;
                squaresB += lb * lb;
                products += la * lb;
            }
        }
        int n = BLOCK * BLOCK;
        double meanA = sumA / n;
        double meanB = sumB / n;
        double varianceA = squaresA / n - meanA * meanA;
        double varianceB = squaresB / n - meanB * meanB;
        double covariance = products / n - meanA * meanB;
        return (2 * meanA * meanB + C1)
                * (2 * covariance + C2)
                / ((meanA * meanA + meanB * meanB + C1) * (varianceA + varianceB + C2));
    }

    private static void checkSizes(Pixels a, Pixels b) {
        if (a.width() != b.width() || a.height() != b.height()) {
            throw new IllegalArgumentException(
                    "pictures of %d x %d and %d x %d pixels cannot be compared pixel by pixel"
                            .formatted(a.width(), a.height(), b.width(), b.height()));
        }
    }
}

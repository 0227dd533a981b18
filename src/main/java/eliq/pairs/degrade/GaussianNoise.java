package eliq.pairs.degrade;

import eliq.image.Pixels;

/** White Gaussian noise, independent for every channel of every pixel. */
final class GaussianNoise {
    /** Quantiles of the normal distribution at (i + 1/2) / 65536: two bytes of randomness become one deviate. */
    private static final float[] QUANTILES = quantiles();

    private GaussianNoise() {}

    /** The same seed gives the same field, so that only its height changes with sigma. */
    static Pixels add(Pixels picture, double sigma, long seed) {
        byte[] in = picture.rgb();
        byte[] out = new byte[in.length];
        SplitMix64 random = new SplitMix64(seed);
        float height = (float) sigma;
        long bits = 0;
        for (int i = 0; i < in.length; i++) {
            bits = (i & 3) == 0 ? random.next() : bits >>> 16;
            out[i] = Bytes.of((in[i] & 0xFF) + height * QUANTILES[(int) bits & 0xFFFF]);
        }
        return new Pixels(picture.width(), picture.height(), out);
    }

    private static float[] quantiles() {
        float[] table = new float[1 << 16];
        for (int i = 0; i < table.length / 2; i++) {
            float value = (float) normalQuantile((i + 0.5) / table.length);
            table[i] = value;
            table[table.length - 1 - i] = -value;
        }
        return table;
    }

    /** For p in 0..1/2, by bisection of the distribution function in its series and tail forms. */
    private static double normalQuantile(double p) {
        double low = -6;
        double high = 0;
        for (int i = 0; i < 40; i++) {
            double middle = (low + high) / 2;
            if (distribution(middle) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Normal distribution function: Abramowitz and Stegun 26.2.17, absolute error below 7.5e-8, for x <= 0. */
    private static double distribution(double x) {
        double t = 1 / (1 - 0.2316419 * x);
        double polynomial =
                t
                        * (0.319381530
                                + t
                                        * (-0.356563782
                                                + t
                                                        * (1.781477937
                                                                + t
                                                                        * (-1.821255978
                                                                                + t
                                                                                        * 1.330274429))));
        return StrictMath.exp(-x * x / 2) / StrictMath.sqrt(2 * StrictMath.PI) * polynomial;
    }
}

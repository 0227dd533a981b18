package eliq.pairs.degrade;

import eliq.image.Pixels;

/** White Gaussian noise of one height, independent for every channel of every pixel. */
final class GaussianNoise {
    /** Quantiles of the normal distribution at (i + 1/2) / 65536: two bytes of randomness become one deviate. */
    private static final float[] QUANTILES = quantiles();

    /** From so many values on a table of whole levels pays. */
    private static final int LARGE = 1 << 17;

    /** Marks deviates whose rounding depends on what they are added to. */
    private static final short UNDECIDED = Short.MIN_VALUE;

    /** Far more than the rounding errors of two additions of numbers below 1024. */
    private static final double NEAR_A_TIE = 1e-3;

    private static final int BEYOND = 1024;

    private final float sigma;
    private final short[] levels;

    private GaussianNoise(float sigma, short[] levels) {
        this.sigma = sigma;
        this.levels = levels;
    }

    /**
     * @param sigma standard deviation in 8-bit levels
     * @param values that it will be added to, about
     */
    static GaussianNoise of(double sigma, int values) {
        boolean table = values >= LARGE && sigma * QUANTILES[QUANTILES.length - 1] < BEYOND;
        return new GaussianNoise((float) sigma, table ? levels((float) sigma) : new short[0]);
    }

    /** The same seed gives the same field, so that only its height changes with sigma. */
    static Pixels add(Pixels picture, double sigma, long seed) {
        return of(sigma, picture.rgb().length).add(picture, seed);
    }

    Pixels add(Pixels picture, long seed) {
        byte[] in = picture.rgb();
        byte[] out = new byte[in.length];
        SplitMix64 random = new SplitMix64(seed);
        int whole = levels.length > 0 ? in.length & ~3 : 0;
        for (int i = 0; i < whole; i += 4) {
            long bits = random.next();
            out[i] = quick(in[i], (int) bits & 0xFFFF);
            out[i + 1] = quick(in[i + 1], (int) (bits >>> 16) & 0xFFFF);
            out[i + 2] = quick(in[i + 2], (int) (bits >>> 32) & 0xFFFF);
            out[i + 3] = quick(in[i + 3], (int) (bits >>> 48));
        }
        long bits = 0;
        for (int i = whole; i < in.length; i++) {
            bits = (i & 3) == 0 ? random.next() : bits >>> 16;
            out[i] = plain(in[i], (int) bits & 0xFFFF);
        }
        return new Pixels(picture.width(), picture.height(), out);
    }

    private byte plain(byte level, int deviate) {
        return Bytes.of((level & 0xFF) + sigma * QUANTILES[deviate]);
    }

    /** The same as {@link #plain}: most deviates move every level by the same whole number. */
    private byte quick(byte level, int deviate) {
        int moved = levels[deviate];
        if (moved == UNDECIDED) {
            return plain(level, deviate);
        }
        int sum = (level & 0xFF) + moved;
        return (byte) (sum < 0 ? 0 : Math.min(sum, 255));
    }

    private static short[] levels(float sigma) {
        int count = QUANTILES.length;
        short[] levels = new short[count];
        for (int i = count / 2; i < count; i++) {
            // Positive, and the other half is its mirror image.
            double rounded = sigma * QUANTILES[i] + 0.5;
            int whole = (int) rounded;
            double beyond = rounded - whole;
            boolean tie = beyond < NEAR_A_TIE || beyond > 1 - NEAR_A_TIE;
            levels[i] = tie ? UNDECIDED : (short) whole;
            levels[count - 1 - i] = tie ? UNDECIDED : (short) -whole;
        }
        return levels;
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

package eliq.pairs.degrade;

import eliq.image.Pixels;
import java.util.List;

/**
 * Gaussian noise and JPEG compression by turns, once for each quality: the conventional technical negative of ELIQ.
 *
 * @param qualities of the JPEG rounds in their order, each 1..100
 * @param sigma standard deviation of the noise before each round, in 8-bit levels
 * @param noiseSeed of the noise
 */
public record RepeatedJpegNoise(List<Integer> qualities, double sigma, long noiseSeed)
        implements Edit {

    private static final double MILDEST_QUALITY = 62;
    private static final double POOREST_QUALITY = 5;
    private static final double LEAST_SIGMA = 2;
    private static final double MOST_SIGMA = 26;

    public RepeatedJpegNoise {
        qualities = List.copyOf(qualities);
    }

    /** The seed also leans the mixture towards noise or towards compression. */
    static RepeatedJpegNoise at(double strength, long seed) {
        SplitMix64 random = new SplitMix64(seed);
        double lean = random.between(0.6, 1.4);
        double last = Schedule.geometric(strength, MILDEST_QUALITY, POOREST_QUALITY);
        double quality = Math.clamp(last * lean, 3, 95);
        double sigma = Schedule.geometric(strength, LEAST_SIGMA, MOST_SIGMA) * lean;
        return new RepeatedJpegNoise(
                List.of((int) Math.round(Math.min(95, 1.4 * quality)), (int) Math.round(quality)),
                sigma,
                random.next());
    }

    @Override
    public Operation operation() {
        return Operation.REPEATED_JPEG_NOISE;
    }

    @Override
    public Pixels apply(Pixels picture) {
        SplitMix64 seeds = new SplitMix64(noiseSeed);
        Pixels now = picture;
        for (int quality : qualities) {
            now = JpegRoundTrip.of(GaussianNoise.add(now, sigma, seeds.next()), quality);
        }
        return now;
    }
}

package eliq.pairs.degrade;

import eliq.image.Pixels;
import java.util.List;

/**
 * Gaussian noise and JPEG compression by turns, once for each quality: the conventional technical negative of ELIQ.
 *
 * @param qualities of the JPEG rounds in their order, each 1..100
 * @param sigma standard deviation of the noise before each round, in 8-bit levels; 0 for none
 * @param noiseSeed of the noise
 */
public record RepeatedJpegNoise(List<Integer> qualities, double sigma, long noiseSeed)
        implements Edit {

    public RepeatedJpegNoise {
        qualities = List.copyOf(qualities);
    }

    static RepeatedJpegNoise at(double strength, long seed) {
        return JpegNoiseSchedule.STANDARD.at(strength, seed);
    }

    @Override
    public Operation operation() {
        return Operation.REPEATED_JPEG_NOISE;
    }

    @Override
    public Pixels apply(Pixels picture) {
        SplitMix64 seeds = new SplitMix64(noiseSeed);
        GaussianNoise noise = GaussianNoise.of(sigma, picture.rgb().length);
        Pixels now = picture;
        for (int quality : qualities) {
            long seed = seeds.next();
            Pixels noisy = sigma == 0 ? now : noise.add(now, seed);
            now = JpegRoundTrip.of(noisy, quality);
        }
        return now;
    }
}

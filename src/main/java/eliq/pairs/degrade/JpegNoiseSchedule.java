package eliq.pairs.degrade;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the strength of repeated JPEG compression and Gaussian noise becomes qualities and a noise level. Between the
 * values at strength 0 and at strength 1 equal steps of strength are equal ratios.
 *
 * @param name as recorded; the numbers count
 * @param rounds of noise and compression, 1 or more
 * @param mildestQuality of the last round at strength 0, 1..100
 * @param poorestQuality of the last round at strength 1, 1..100
 * @param firstQualityFactor the first round's quality over the last one's; rounds between lie between
 * @param leastSigma standard deviation of the noise at strength 0, in 8-bit levels; 0 with {@code mostSigma} 0: no noise
 * @param mostSigma likewise, at strength 1
 * @param lean 0..1: how far the seed may lean the mixture to either side; quality and noise are multiplied by one factor of
 *     1 - lean to 1 + lean
 */
public record JpegNoiseSchedule(
        String name,
        int rounds,
        double mildestQuality,
        double poorestQuality,
        double firstQualityFactor,
        double leastSigma,
        double mostSigma,
        double lean) {
    private static final double LOWEST_QUALITY = 3;
    private static final double HIGHEST_QUALITY = 95;

    /** Two rounds, both defects growing together: what the shipped models were trained with. */
    public static final JpegNoiseSchedule STANDARD =
            new JpegNoiseSchedule("standard", 2, 62, 5, 1.4, 2, 26, 0.4);

    /** Faults that a careful look finds. */
    public static final JpegNoiseSchedule MILD =
            new JpegNoiseSchedule("mild", 2, 80, 25, 1.2, 1, 10, 0.3);

    /** Saved again and again, with a trace of noise each time. */
    public static final JpegNoiseSchedule GENERATIONS =
            new JpegNoiseSchedule("generations", 6, 60, 8, 1.3, 1, 8, 0.3);

    /** Compression alone. */
    public static final JpegNoiseSchedule COMPRESSION =
            new JpegNoiseSchedule("compression", 2, 45, 3, 1.4, 0, 0, 0.2);

    /** Noise, and no more compression than a file needs. */
    public static final JpegNoiseSchedule NOISE =
            new JpegNoiseSchedule("noise", 1, 95, 85, 1, 5, 45, 0.2);

    public JpegNoiseSchedule {
        require(rounds >= 1 && rounds <= 20, "rounds are 1 to 20, not " + rounds);
        require(
                1 <= poorestQuality && poorestQuality <= mildestQuality && mildestQuality <= 100,
                "qualities must satisfy 1 <= poorest <= mildest <= 100, not %s and %s"
                        .formatted(poorestQuality, mildestQuality));
        require(
                firstQualityFactor >= 1,
                "the first round is not poorer than the last: a factor of 1 or more, not "
                        + firstQualityFactor);
        require(
                leastSigma == 0 && mostSigma == 0 || 0 < leastSigma && leastSigma <= mostSigma,
                "noise must satisfy 0 < least <= most, or both 0, not %s and %s"
                        .formatted(leastSigma, mostSigma));
        require(lean >= 0 && lean < 1, "the lean lies in 0..1, not " + lean);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /** Every schedule that has a name of its own, the usual one first. */
    public static Map<String, JpegNoiseSchedule> named() {
        Map<String, JpegNoiseSchedule> named = new LinkedHashMap<>();
        List.of(STANDARD, MILD, GENERATIONS, COMPRESSION, NOISE)
                .forEach(schedule -> named.put(schedule.name(), schedule));
        return named;
    }

    public static Optional<JpegNoiseSchedule> named(String name) {
        return Optional.ofNullable(named().get(name));
    }

    /**
     * The degradation of this strength; the seed chooses the noise and the lean.
     *
     * @param strength 0..1
     */
    public RepeatedJpegNoise at(double strength, long seed) {
        SplitMix64 random = new SplitMix64(seed);
        double factor = random.between(1 - lean, 1 + lean);
        double last = Schedule.geometric(strength, mildestQuality, poorestQuality);
        double quality = Math.clamp(last * factor, LOWEST_QUALITY, HIGHEST_QUALITY);
        double sigma =
                mostSigma == 0 ? 0 : Schedule.geometric(strength, leastSigma, mostSigma) * factor;
        List<Integer> qualities = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            double toGo = rounds == 1 ? 0 : (double) (rounds - round) / (rounds - 1);
            double own = StrictMath.pow(firstQualityFactor, toGo) * quality;
            qualities.add((int) Math.round(Math.min(HIGHEST_QUALITY, own)));
        }
        return new RepeatedJpegNoise(qualities, sigma, random.next());
    }
}

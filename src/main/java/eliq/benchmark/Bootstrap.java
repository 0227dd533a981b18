package eliq.benchmark;

import eliq.job.JobCancelledException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Draws of clusters with replacement (Efron and Tibshirani 1993, 8.4): images of one prompt are no independent
 * observations, so prompts are drawn, each with all its images. The same seed gives the same draws on any number of cores.
 *
 * @param draws how many; 0 for no intervals
 * @param seed of all draws
 */
public record Bootstrap(int draws, long seed) {
    /** The usual: 2,000 draws. */
    public static final Bootstrap DEFAULT = new Bootstrap(2000, 1);

    /** Draws between two questions whether to stop. */
    private static final int PORTION = 200;

    public Bootstrap {
        if (draws < 0 || draws > 1_000_000) {
            throw new IllegalArgumentException("0 to 1,000,000 draws, not " + draws);
        }
    }

    /** What is counted in a draw. */
    @FunctionalInterface
    interface Statistic {
        /**
         * @param weights how often each observation is in the draw
         * @return numbers, as many in every draw; NaN where one cannot be said
         */
        double[] of(int[] weights);
    }

    /** Asked now and then. */
    @FunctionalInterface
    public interface Stop {
        /** Never. */
        Stop NEVER = () -> {};

        void check() throws JobCancelledException;
    }

    /**
     * Counts the statistic in every draw.
     *
     * @param clusters of each observation, from 0
     * @param count of clusters
     * @param numbers that the statistic gives
     * @return [numbers][draws]
     */
    double[][] run(int[] clusters, int count, int numbers, Statistic statistic, Stop stop)
            throws JobCancelledException {
        double[][] results = new double[numbers][draws];
        for (int from = 0; from < draws; from += PORTION) {
            stop.check();
            int first = from;
            IntStream.range(first, Math.min(draws, first + PORTION))
                    .parallel()
                    .forEach(
                            draw -> {
                                double[] values = statistic.of(weights(clusters, count, draw));
                                for (int k = 0; k < numbers; k++) {
                                    results[k][draw] = values[k];
                                }
                            });
        }
        return results;
    }

    /** How often each observation is in a draw. */
    int[] weights(int[] clusters, int count, int draw) {
        SplittableRandom random = new SplittableRandom(mixed(seed, draw));
        int[] times = new int[count];
        for (int i = 0; i < count; i++) {
            times[random.nextInt(count)]++;
        }
        return Arrays.stream(clusters).map(cluster -> times[cluster]).toArray();
    }

    /**
     * A seed of each draw's own. Seeds that lie a constant apart would give generators of this kind one and the same sequence,
     * shifted; these are scattered (the finalizer of MurmurHash3).
     */
    private static long mixed(long seed, int draw) {
        long z = seed * 0xD1342543DE82EF95L + draw;
        z = (z ^ z >>> 33) * 0xFF51AFD7ED558CCDL;
        z = (z ^ z >>> 33) * 0xC4CEB9FE1A85EC53L;
        return z ^ z >>> 33;
    }
}

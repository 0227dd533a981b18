package eliq.scorer;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Scores of positives that the scorer was not fitted to: raw scores have no unit, so they are shown by their place among
 * these.
 *
 * @param visual s_vis, ascending
 * @param alignment s_ali, ascending; empty where no positive had a prompt
 */
public record ReferenceDistribution(double[] visual, double[] alignment) {

    /** Nothing to compare with. */
    static final ReferenceDistribution NONE =
            new ReferenceDistribution(new double[0], new double[0]);

    public ReferenceDistribution {
        visual = sorted(visual);
        alignment = sorted(alignment);
    }

    private static double[] sorted(double[] values) {
        double[] copy = values.clone();
        Arrays.sort(copy);
        return copy;
    }

    /** Share of the reference below this visual score, 0..100, ties counting half; empty without a reference. */
    public OptionalDouble visualPercentile(double score) {
        return percentile(visual, score);
    }

    /** As {@link #visualPercentile}, for alignment. */
    public OptionalDouble alignmentPercentile(double score) {
        return percentile(alignment, score);
    }

    private static OptionalDouble percentile(double[] reference, double score) {
        if (reference.length == 0) {
            return OptionalDouble.empty();
        }
        double below = 0;
        for (double each : reference) {
            below += each < score ? 1 : each == score ? 0.5 : 0;
        }
        return OptionalDouble.of(100 * below / reference.length);
    }
}

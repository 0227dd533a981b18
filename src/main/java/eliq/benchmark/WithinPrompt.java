package eliq.benchmark;

import eliq.job.JobCancelledException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the images of one prompt are ranked among themselves: what is left when nothing can be gained by telling prompts
 * apart.
 *
 * @param prompts with at least three images of which not all rate alike
 * @param images of these
 * @param srcc mean over prompts of Spearman's coefficient, signed; prompts with constant scores count as 0
 * @param pairAccuracy share of the human-ordered pairs within prompts that the scores order alike
 */
public record WithinPrompt(int prompts, int images, Estimate srcc, Estimate pairAccuracy) {

    static WithinPrompt of(
            Sample sample, boolean lowerIsBetter, Bootstrap bootstrap, Bootstrap.Stop stop)
            throws JobCancelledException {
        List<double[]> rows = new ArrayList<>();
        int images = 0;
        for (List<Integer> group : sample.byPrompt()) {
            double[] x = group.stream().mapToDouble(i -> sample.scores()[i]).toArray();
            double[] y = group.stream().mapToDouble(i -> sample.ratings()[i]).toArray();
            if (group.size() >= Agreement.LEAST && !same(y)) {
                int[] ones = IntStream.range(0, x.length).map(i -> 1).toArray();
                WeightedSample.PairCounts pairs = new WeightedSample(x, y).pairs(ones);
                double srcc = Correlation.spearman(x, y);
                double ordered = pairs.all() - pairs.tiedRatings();
                rows.add(
                        new double[] {
                            Double.isNaN(srcc) ? 0 : srcc,
                            pairs.accuracy(lowerIsBetter) * ordered,
                            ordered
                        });
                images += group.size();
            }
        }
        if (rows.isEmpty()) {
            return new WithinPrompt(0, 0, Estimate.NONE, Estimate.NONE);
        }
        int[] clusters = IntStream.range(0, rows.size()).toArray();
        double[] values = means(rows, IntStream.range(0, rows.size()).map(i -> 1).toArray());
        double[][] draws =
                bootstrap.run(clusters, rows.size(), 2, weights -> means(rows, weights), stop);
        return new WithinPrompt(
                rows.size(),
                images,
                Estimate.of(values[0], draws[0]),
                Estimate.of(values[1], draws[1]));
    }

    private static boolean same(double[] values) {
        return IntStream.range(1, values.length).allMatch(i -> values[i] == values[0]);
    }

    private static double[] means(List<double[]> rows, int[] weights) {
        double srcc = 0;
        double n = 0;
        double right = 0;
        double ordered = 0;
        for (int i = 0; i < weights.length; i++) {
            srcc += weights[i] * rows.get(i)[0];
            n += weights[i];
            right += weights[i] * rows.get(i)[1];
            ordered += weights[i] * rows.get(i)[2];
        }
        return new double[] {srcc / n, right / ordered};
    }
}

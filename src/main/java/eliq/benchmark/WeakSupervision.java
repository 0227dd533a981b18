package eliq.benchmark;

import eliq.job.JobCancelledException;
import eliq.scorer.Calibration;
import eliq.scorer.ScorerException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A linear regressor on the frozen outputs of a scorer's queries, fitted on a small labelled part and tested on the rest, over
 * repeated splits; and on the same splits the plain score, raw and calibrated by a rising line.
 *
 * @param target what is predicted
 * @param unit what the splits draw
 * @param share of the images that is labelled
 * @param splits one result each
 */
public record WeakSupervision(
        Target target, LabelledSplit.Unit unit, double share, List<Split> splits) {

    public WeakSupervision {
        splits = List.copyOf(splits);
    }

    /**
     * @param seed of the split
     * @param labelled images
     * @param test images
     * @param leakedPrompts test prompts that the labelled part has too
     * @param srcc of the regressor on the test part
     * @param plcc likewise, of its predictions as they are
     * @param rmse likewise, in rating units
     * @param labelFreeSrcc of the plain score on the same test part
     * @param calibratedRmse of the plain score through a rising line fitted on the labelled part; absent where none rises
     */
    public record Split(
            long seed,
            int labelled,
            int test,
            int leakedPrompts,
            double srcc,
            double plcc,
            double rmse,
            double labelFreeSrcc,
            Optional<Double> calibratedRmse) {}

    /**
     * Over splits.
     *
     * @param deviation sample standard deviation
     */
    public record Spread(double median, double mean, double deviation, double least, double most) {
        static Spread of(double[] values) {
            double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
            if (sorted.length == 0) {
                return new Spread(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
            }
            int n = sorted.length;
            double mean = Arrays.stream(sorted).average().orElseThrow();
            double squares = Arrays.stream(sorted).map(v -> (v - mean) * (v - mean)).sum();
            return new Spread(
                    (sorted[(n - 1) / 2] + sorted[n / 2]) / 2,
                    mean,
                    n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1)),
                    sorted[0],
                    sorted[n - 1]);
        }
    }

    /** Of a figure of the splits. */
    public Spread spread(ToDoubleFunction<Split> figure) {
        return Spread.of(splits.stream().mapToDouble(figure).toArray());
    }

    /**
     * Runs the splits.
     *
     * @param sample plain scores beside ratings
     * @param features [images] what the query gave out for each image of the sample
     */
    static WeakSupervision run(
            Target target,
            Sample sample,
            List<double[]> features,
            LabelledSplit.Unit unit,
            double share,
            int repeats,
            long seed,
            Bootstrap.Stop stop)
            throws JobCancelledException {
        List<Split> splits = new ArrayList<>();
        for (int i = 0; i < repeats; i++) {
            stop.check();
            LabelledSplit split = LabelledSplit.of(sample.images(), unit, share, seed + i);
            if (split.labelled().length >= 2 && split.test().length >= Agreement.LEAST) {
                splits.add(split(sample, features, split, seed + i));
            }
        }
        return new WeakSupervision(target, unit, share, splits);
    }

    private static Split split(
            Sample sample, List<double[]> features, LabelledSplit split, long seed) {
        double[] labels = pick(sample.ratings(), split.labelled());
        RidgeRegression regression =
                new RidgeRegression(
                        IntStream.of(split.labelled())
                                .mapToObj(features::get)
                                .toArray(double[][]::new),
                        labels);
        double[] truth = pick(sample.ratings(), split.test());
        double[] plain = pick(sample.scores(), split.test());
        double[] predicted =
                IntStream.of(split.test())
                        .mapToDouble(i -> regression.predict(features.get(i)))
                        .toArray();
        LeakCheck leak =
                LeakCheck.of(images(sample, split.labelled()), images(sample, split.test()));
        return new Split(
                seed,
                split.labelled().length,
                split.test().length,
                leak.leaked(),
                Correlation.spearman(predicted, truth),
                Correlation.pearson(predicted, truth),
                error(predicted, truth),
                Correlation.spearman(plain, truth),
                calibrated(pick(sample.scores(), split.labelled()), labels, plain, truth));
    }

    private static List<RatedImage> images(Sample sample, int[] places) {
        return IntStream.of(places).mapToObj(sample.images()::get).toList();
    }

    private static Optional<Double> calibrated(
            double[] scores, double[] labels, double[] plain, double[] truth) {
        try {
            Calibration calibration = Calibration.fit(scores, labels);
            return Optional.of(
                    error(Arrays.stream(plain).map(calibration::apply).toArray(), truth));
        } catch (ScorerException e) {
            // No rising line fits this part: absent says so.
            return Optional.empty();
        }
    }

    private static double[] pick(double[] values, int[] places) {
        return IntStream.of(places).mapToDouble(i -> values[i]).toArray();
    }

    private static double error(double[] predicted, double[] truth) {
        return Math.sqrt(
                IntStream.range(0, truth.length)
                        .mapToDouble(i -> Math.pow(predicted[i] - truth[i], 2))
                        .average()
                        .orElse(Double.NaN));
    }
}

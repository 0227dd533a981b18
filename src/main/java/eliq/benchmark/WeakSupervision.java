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
 * A learner fitted on a small labelled part and tested on the rest, over repeated splits; and, where it starts from a scorer, on
 * the same splits the plain score, raw and calibrated by a rising line.
 *
 * @param learner what is fitted
 * @param target what is predicted
 * @param unit what the splits draw
 * @param share of the images that is labelled
 * @param splits one result each
 */
public record WeakSupervision(
        Learner learner, Target target, LabelledSplit.Unit unit, double share, List<Split> splits) {

    public WeakSupervision {
        splits = List.copyOf(splits);
    }

    /** What learns from the labels. */
    public enum Learner {
        /** A linear regressor on the frozen outputs of a scorer's queries. */
        LINEAR("linear regressor", "measured here"),
        /** Support vector regression on BRISQUE's features: knows nothing but the labels of this set. */
        BRISQUE("BRISQUE, SVR", "supervised, measured here");

        private final String title;
        private final String origin;

        Learner(String title, String origin) {
            this.title = title;
            this.origin = origin;
        }

        public String title() {
            return title;
        }

        /** Where its numbers are from, as a report says it. */
        public String origin() {
            return origin;
        }
    }

    /**
     * What a learner learns from, index by index.
     *
     * @param images with a rating
     * @param ratings finite
     * @param plain scores without labels; absent where the learner has none
     * @param features [images]; an empty row for an image that has none
     */
    record Material(
            List<RatedImage> images,
            double[] ratings,
            Optional<double[]> plain,
            List<double[]> features) {}

    /** Learns. */
    interface Fitting {
        /**
         * From features to a rating, in rating units.
         *
         * @throws BenchmarkException if this part is too little to learn from
         */
        ToDoubleFunction<double[]> fit(List<double[]> features, double[] labels)
                throws BenchmarkException;
    }

    /**
     * @param seed of the split
     * @param labelled images
     * @param test images
     * @param leakedPrompts test prompts that the labelled part has too
     * @param srcc of the learner on the test part
     * @param plcc likewise, of its predictions as they are
     * @param rmse likewise, in rating units
     * @param labelFreeSrcc of the plain score on the same test part; NaN where there is none
     * @param calibratedRmse of the plain score through a rising line fitted on the labelled part; absent where none rises or there is
     *     no plain score
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

    /** Fits and tests on one split after the other. */
    static WeakSupervision run(
            Learner learner,
            Target target,
            Material material,
            Fitting fitting,
            Draw draw,
            Bootstrap.Stop stop)
            throws JobCancelledException, BenchmarkException {
        List<Split> splits = new ArrayList<>();
        for (int i = 0; i < draw.repeats; i++) {
            stop.check();
            long seed = draw.seed + i;
            LabelledSplit split = LabelledSplit.of(material.images, draw.unit, draw.share, seed);
            int[] labelled = usable(material, split.labelled());
            int[] test = usable(material, split.test());
            if (labelled.length >= 2 && test.length >= Agreement.LEAST) {
                splits.add(split(material, fitting, labelled, test, seed));
            }
        }
        return new WeakSupervision(learner, target, draw.unit, draw.share, splits);
    }

    /**
     * How the splits are drawn: the same draw of the same images gives the same splits to every learner.
     *
     * @param share of the images that is labelled
     * @param seed of the first split
     */
    record Draw(LabelledSplit.Unit unit, double share, int repeats, long seed) {}

    private static int[] usable(Material material, int[] places) {
        return IntStream.of(places).filter(i -> material.features.get(i).length > 0).toArray();
    }

    private static Split split(
            Material material, Fitting fitting, int[] labelled, int[] test, long seed)
            throws BenchmarkException {
        double[] labels = pick(material.ratings, labelled);
        ToDoubleFunction<double[]> learned =
                fitting.fit(
                        IntStream.of(labelled).mapToObj(material.features::get).toList(), labels);
        double[] truth = pick(material.ratings, test);
        double[] predicted =
                IntStream.of(test)
                        .mapToDouble(i -> learned.applyAsDouble(material.features.get(i)))
                        .toArray();
        LeakCheck leak = LeakCheck.of(images(material, labelled), images(material, test));
        return new Split(
                seed,
                labelled.length,
                test.length,
                leak.leaked(),
                Correlation.spearman(predicted, truth),
                Correlation.pearson(predicted, truth),
                error(predicted, truth),
                material.plain.isEmpty()
                        ? Double.NaN
                        : Correlation.spearman(pick(material.plain.get(), test), truth),
                material.plain.flatMap(
                        plain ->
                                calibrated(
                                        pick(plain, labelled), labels, pick(plain, test), truth)));
    }

    private static List<RatedImage> images(Material material, int[] places) {
        return IntStream.of(places).mapToObj(material.images::get).toList();
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

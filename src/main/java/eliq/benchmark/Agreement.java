package eliq.benchmark;

import eliq.job.JobCancelledException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How scores agree with ratings. Coefficients are signed: a metric of which lower is better has negative ones where it is
 * right. Intervals are from draws of prompts, with the mapping fitted again in each.
 *
 * @param images that have both score and rating
 * @param prompts they are of; as many as images where there are no prompts
 * @param srcc Spearman's coefficient of the raw scores, ties averaged
 * @param plcc Pearson's coefficient of the raw scores
 * @param plccMapped Pearson's coefficient after the fitted curve
 * @param krcc Kendall's tau-b
 * @param rmse root mean squared error after the fitted curve, in rating units, over n
 * @param pairAccuracy share of human-ordered pairs that the scores order alike, in the direction of the metric
 * @param mapping the curve
 * @param notes what a reader should know, each a sentence
 */
public record Agreement(
        int images,
        int prompts,
        Estimate srcc,
        Estimate plcc,
        Estimate plccMapped,
        Estimate krcc,
        Estimate rmse,
        Estimate pairAccuracy,
        Optional<Mapping> mapping,
        List<String> notes) {

    /** With fewer images nothing is said. */
    public static final int LEAST = 3;

    public Agreement {
        notes = List.copyOf(notes);
    }

    /**
     * Counts everything.
     *
     * @param lowerIsBetter direction of the scores
     */
    static Agreement of(
            Sample sample,
            boolean lowerIsBetter,
            Mapping.Kind curve,
            Bootstrap bootstrap,
            Bootstrap.Stop stop)
            throws JobCancelledException {
        int n = sample.size();
        int[] clusters = sample.clusters();
        int prompts = Sample.count(clusters);
        Optional<String> unfit = unfit(sample);
        if (unfit.isPresent()) {
            return new Agreement(
                    n,
                    prompts,
                    Estimate.NONE,
                    Estimate.NONE,
                    Estimate.NONE,
                    Estimate.NONE,
                    Estimate.NONE,
                    Estimate.NONE,
                    Optional.empty(),
                    List.of(unfit.get()));
        }
        List<String> notes = new ArrayList<>();
        WeightedSample weighted = new WeightedSample(sample.scores(), sample.ratings());
        LogisticFit fit = new LogisticFit(curve, sample.scores(), sample.ratings());
        Mapping mapping = fit.fit();
        mapping.note().ifPresent(note -> notes.add(capital(note) + "."));
        if (n <= mapping.kind().parameters() + 1) {
            notes.add(
                    n
                            + " images are hardly more than the "
                            + mapping.kind().parameters()
                            + " parameters of the curve: what is after mapping flatters.");
        }
        if (prompts < 10 && bootstrap.draws() > 0) {
            notes.add(
                    "Only "
                            + prompts
                            + " prompts: intervals from draws of so few are rough and tend to be too narrow.");
        }
        double[] standardised = fit.standardised(mapping);
        double[] values = values(weighted, fit, standardised, ones(n), lowerIsBetter);
        double[][] draws =
                bootstrap.run(
                        clusters,
                        prompts,
                        values.length,
                        weights ->
                                values(
                                        weighted,
                                        fit,
                                        fit.mapped(mapping, weights),
                                        weights,
                                        lowerIsBetter),
                        stop);
        Estimate[] e = new Estimate[values.length];
        Arrays.setAll(e, i -> Estimate.of(values[i], draws[i]));
        if (Double.isNaN(e[0].lower()) && bootstrap.draws() > 0) {
            notes.add("Too many draws had constant scores or ratings: there is no interval.");
        }
        return new Agreement(
                n, prompts, e[0], e[1], e[2], e[3], e[4], e[5], Optional.of(mapping), notes);
    }

    /** Without intervals: for small groups and for plain questions. */
    static Agreement plain(Sample sample, boolean lowerIsBetter) {
        try {
            return of(
                    sample,
                    lowerIsBetter,
                    Mapping.Kind.LOGISTIC4,
                    new Bootstrap(0, 0),
                    Bootstrap.Stop.NEVER);
        } catch (JobCancelledException e) {
            throw new IllegalStateException("nobody can stop this", e);
        }
    }

    private static Optional<String> unfit(Sample sample) {
        if (sample.size() < LEAST) {
            return Optional.of(
                    "Only "
                            + sample.size()
                            + (sample.size() == 1 ? " image has" : " images have")
                            + " both score and rating; at least "
                            + LEAST
                            + " are needed.");
        }
        if (constant(sample.scores())) {
            return Optional.of("All scores are the same: they order nothing.");
        }
        return constant(sample.ratings())
                ? Optional.of("All ratings are the same: there is no order to agree with.")
                : Optional.empty();
    }

    private static boolean constant(double[] values) {
        return Arrays.stream(values).allMatch(v -> v == values[0]);
    }

    private static double[] values(
            WeightedSample weighted,
            LogisticFit fit,
            double[] mapped,
            int[] weights,
            boolean lowerIsBetter) {
        WeightedSample.PairCounts pairs = weighted.pairs(weights);
        double plccMapped = Double.NaN;
        double rmse = Double.NaN;
        if (mapped.length > 0) {
            plccMapped = WeightedSample.pearson(mapped, fit.ratings(), weights);
            rmse = fit.ratingDeviation() * rootMeanSquare(mapped, fit.ratings(), weights);
        }
        return new double[] {
            weighted.spearman(weights),
            weighted.pearson(weights),
            plccMapped,
            pairs.tau(),
            rmse,
            pairs.accuracy(lowerIsBetter)
        };
    }

    private static double rootMeanSquare(double[] mapped, double[] ratings, int[] weights) {
        double sum = 0;
        double n = 0;
        for (int i = 0; i < mapped.length; i++) {
            double d = mapped[i] - ratings[i];
            sum += weights[i] * d * d;
            n += weights[i];
        }
        return Math.sqrt(sum / n);
    }

    private static int[] ones(int n) {
        int[] ones = new int[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}

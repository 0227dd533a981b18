package eliq.benchmark;

import eliq.job.JobCancelledException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Two methods on the same images. Scores are turned so that higher is better; the difference is the first's SRCC less the
 * second's.
 *
 * @param first name of a method
 * @param second name of another
 * @param images that both scored
 * @param difference of SRCC, with its interval from paired draws of prompts
 * @param bootstrapP two-sided, from the same draws
 * @param holmBootstrapP corrected for all comparisons of this target
 * @param ranks Williams's and Steiger's tests on the rank correlations, which take the images for independent
 * @param holmWilliamsP Williams's p-value corrected likewise
 */
public record MethodComparison(
        String first,
        String second,
        int images,
        Estimate difference,
        double bootstrapP,
        double holmBootstrapP,
        DependentCorrelations ranks,
        double holmWilliamsP) {

    /** A method with its scores in the order of the set. */
    record Scored(Method method, double[] scores) {}

    /** All pairs. */
    static List<MethodComparison> all(
            List<Scored> methods,
            List<RatedImage> images,
            double[] ratings,
            Bootstrap bootstrap,
            Bootstrap.Stop stop)
            throws JobCancelledException {
        List<MethodComparison> pairs = new ArrayList<>();
        for (int i = 0; i < methods.size(); i++) {
            for (int j = i + 1; j < methods.size(); j++) {
                pairs.add(of(methods.get(i), methods.get(j), images, ratings, bootstrap, stop));
            }
        }
        double[] bootstrapped =
                Holm.adjusted(pairs.stream().mapToDouble(p -> p.bootstrapP).toArray());
        double[] williams =
                Holm.adjusted(pairs.stream().mapToDouble(p -> p.ranks.williamsP()).toArray());
        for (int i = 0; i < pairs.size(); i++) {
            pairs.set(i, pairs.get(i).corrected(bootstrapped[i], williams[i]));
        }
        return pairs;
    }

    private MethodComparison corrected(double bootstrap, double williams) {
        return new MethodComparison(
                first, second, images, difference, bootstrapP, bootstrap, ranks, williams);
    }

    private static MethodComparison of(
            Scored first,
            Scored second,
            List<RatedImage> images,
            double[] ratings,
            Bootstrap bootstrap,
            Bootstrap.Stop stop)
            throws JobCancelledException {
        double[] masked = upwards(first);
        double[] other = upwards(second);
        for (int i = 0; i < masked.length; i++) {
            if (!Double.isFinite(other[i])) {
                masked[i] = Double.NaN;
            }
        }
        Sample a = Sample.of(images, masked, ratings);
        double[] mirrored = other.clone();
        for (int i = 0; i < mirrored.length; i++) {
            if (!Double.isFinite(masked[i])) {
                mirrored[i] = Double.NaN;
            }
        }
        Sample b = Sample.of(images, mirrored, ratings);
        double r12 = Correlation.spearman(a.scores(), a.ratings());
        double r13 = Correlation.spearman(b.scores(), b.ratings());
        double r23 = Correlation.spearman(a.scores(), b.scores());
        WeightedSample left = new WeightedSample(a.scores(), a.ratings());
        WeightedSample right = new WeightedSample(b.scores(), b.ratings());
        int[] clusters = a.clusters();
        double[] draws =
                bootstrap
                        .run(
                                clusters,
                                Sample.count(clusters),
                                1,
                                w -> new double[] {left.spearman(w) - right.spearman(w)},
                                stop)[0];
        double p = twoSided(draws);
        DependentCorrelations ranks = DependentCorrelations.of(r12, r13, r23, a.size());
        return new MethodComparison(
                first.method.name(),
                second.method.name(),
                a.size(),
                Estimate.of(r12 - r13, draws),
                p,
                p,
                ranks,
                ranks.williamsP());
    }

    private static double[] upwards(Scored scored) {
        return scored.method.lowerIsBetter()
                ? Arrays.stream(scored.scores).map(s -> -s).toArray()
                : scored.scores.clone();
    }

    /** Twice the smaller share of draws on either side of zero, never quite zero. */
    private static double twoSided(double[] draws) {
        double[] finite = Arrays.stream(draws).filter(Double::isFinite).toArray();
        if (finite.length < 2) {
            return Double.NaN;
        }
        long below = Arrays.stream(finite).filter(d -> d <= 0).count();
        long above = Arrays.stream(finite).filter(d -> d >= 0).count();
        return Math.min(1, 2.0 * (Math.min(below, above) + 1) / (finite.length + 1));
    }
}

package eliq.benchmark;

import eliq.job.JobCancelledException;

/**
 * Whether an alignment score sees more than quality. People's ratings of quality and of alignment go together (SRCC 0.742 on
 * AGIQA-3K), so that a score that sees quality alone seems to see alignment.
 *
 * @param images with score and both ratings
 * @param ratings SRCC of the two human ratings with each other: what seeing quality alone can reach
 * @param srcc of the score with the alignment rating
 * @param partialSrcc of the same with the visual rating held fixed (from the three rank correlations)
 * @param partialPlcc likewise from Pearson's
 * @param withinPrompt ranking of the images of one prompt by alignment
 */
public record BeyondQuality(
        int images,
        Estimate ratings,
        Estimate srcc,
        Estimate partialSrcc,
        Estimate partialPlcc,
        WithinPrompt withinPrompt) {

    /**
     * @param alignment scores beside alignment ratings
     * @param visualRatings of the same images
     */
    static BeyondQuality of(
            Sample alignment,
            double[] visualRatings,
            boolean lowerIsBetter,
            Bootstrap bootstrap,
            Bootstrap.Stop stop)
            throws JobCancelledException {
        int[] clusters = alignment.clusters();
        double[] x = alignment.scores();
        double[] y = alignment.ratings();
        WeightedSample scoreRating = new WeightedSample(x, y);
        WeightedSample scoreVisual = new WeightedSample(x, visualRatings);
        WeightedSample ratings = new WeightedSample(visualRatings, y);
        double[] values =
                of(
                        Correlation.spearman(x, y),
                        Correlation.spearman(x, visualRatings),
                        Correlation.spearman(visualRatings, y),
                        Correlation.pearson(x, y),
                        Correlation.pearson(x, visualRatings),
                        Correlation.pearson(visualRatings, y));
        double[][] draws =
                bootstrap.run(
                        clusters,
                        Sample.count(clusters),
                        values.length,
                        w ->
                                of(
                                        scoreRating.spearman(w),
                                        scoreVisual.spearman(w),
                                        ratings.spearman(w),
                                        scoreRating.pearson(w),
                                        scoreVisual.pearson(w),
                                        ratings.pearson(w)),
                        stop);
        return new BeyondQuality(
                alignment.size(),
                Estimate.of(values[0], draws[0]),
                Estimate.of(values[1], draws[1]),
                Estimate.of(values[2], draws[2]),
                Estimate.of(values[3], draws[3]),
                WithinPrompt.of(alignment, lowerIsBetter, bootstrap, stop));
    }

    private static double[] of(
            double scoreRating,
            double scoreVisual,
            double ratings,
            double plainScoreRating,
            double plainScoreVisual,
            double plainRatings) {
        return new double[] {
            ratings,
            scoreRating,
            partial(scoreRating, scoreVisual, ratings),
            partial(plainScoreRating, plainScoreVisual, plainRatings)
        };
    }

    /** Correlation of a and b with c held fixed; NaN where c settles either. */
    static double partial(double ab, double ac, double bc) {
        double rest = (1 - ac * ac) * (1 - bc * bc);
        return rest <= 1e-12 ? Double.NaN : Math.clamp((ab - ac * bc) / Math.sqrt(rest), -1.0, 1.0);
    }
}

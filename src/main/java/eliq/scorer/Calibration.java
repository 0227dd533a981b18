package eliq.scorer;

/**
 * Carries raw scores to the range of a rating scale: a straight line that rises, so that no rank changes.
 *
 * @param slope positive
 * @param intercept in units of the rating
 */
public record Calibration(double slope, double intercept) {

    public Calibration {
        if (!(slope > 0) || !Double.isFinite(slope) || !Double.isFinite(intercept)) {
            throw new IllegalArgumentException(
                    "a calibration rises: slope " + slope + ", intercept " + intercept);
        }
    }

    /**
     * Least squares on a small labelled split.
     *
     * @throws ScorerException if there are fewer than two different scores, or the fit does not rise
     */
    public static Calibration fit(double[] scores, double[] ratings) throws ScorerException {
        if (scores.length != ratings.length || scores.length < 2) {
            throw new ScorerException(
                    "a calibration needs at least two scores, each with its rating; there are "
                            + scores.length
                            + " scores and "
                            + ratings.length
                            + " ratings");
        }
        double meanScore = 0;
        double meanRating = 0;
        for (int i = 0; i < scores.length; i++) {
            meanScore += scores[i] / scores.length;
            meanRating += ratings[i] / scores.length;
        }
        double product = 0;
        double square = 0;
        for (int i = 0; i < scores.length; i++) {
            product += (scores[i] - meanScore) * (ratings[i] - meanRating);
            square += (scores[i] - meanScore) * (scores[i] - meanScore);
        }
        double slope = product / square;
        if (!(slope > 0)) {
            throw new ScorerException(
                    "the scores do not rise with these ratings (slope "
                            + slope
                            + "); a calibration may not turn ranks round. Check that a higher rating means better.");
        }
        return new Calibration(slope, meanRating - slope * meanScore);
    }

    public double apply(double score) {
        return slope * score + intercept;
    }
}

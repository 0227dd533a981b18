package eliq.benchmark;

import java.util.List;
import java.util.Optional;

/**
 * A curve that carries scores to the scale of ratings, as fitted by {@link LogisticFit}.
 *
 * @param kind of curve
 * @param parameters of the curve in standardised units: z = (score - scoreMean) / scoreDeviation in, w = (rating -
 *     ratingMean) / ratingDeviation out
 * @param scoreMean mean of the scores it was fitted on
 * @param scoreDeviation population standard deviation of them
 * @param ratingMean likewise of the ratings
 * @param ratingDeviation likewise
 * @param squaredError sum of squared residuals, in squared rating units
 * @param monotone whether the curve rises or falls throughout the scores it was fitted on
 * @param note what a reader should know: a fallback, a curve that folds the scale
 */
public record Mapping(
        Kind kind,
        List<Double> parameters,
        double scoreMean,
        double scoreDeviation,
        double ratingMean,
        double ratingDeviation,
        double squaredError,
        boolean monotone,
        Optional<String> note) {

    /** The curves. */
    public enum Kind {
        /** (b1 - b2) / (1 + exp(-(z - b3) / |b4|)) + b2 (VQEG; ITU-T P.1401). Always monotone. */
        LOGISTIC4(4, "4-parameter logistic"),
        /** b1 (1/2 - 1 / (1 + exp(b2 (z - b3)))) + b4 z + b5 (Sheikh et al. 2006). Need not be monotone. */
        LOGISTIC5(5, "5-parameter logistic"),
        /** b1 + b2 z: what is fallen back on. */
        LINE(2, "straight line");

        private final int parameters;
        private final String title;

        Kind(int parameters, String title) {
            this.parameters = parameters;
            this.title = title;
        }

        /** How many parameters. */
        public int parameters() {
            return parameters;
        }

        public String title() {
            return title;
        }
    }

    public Mapping {
        parameters = List.copyOf(parameters);
    }

    /** The rating that a score is carried to. */
    public double apply(double score) {
        double z = (score - scoreMean) / scoreDeviation;
        double[] b = parameters.stream().mapToDouble(Double::doubleValue).toArray();
        return ratingMean + ratingDeviation * Curve.of(kind).value(b, z);
    }

    /** All scores carried over. */
    public double[] apply(double[] scores) {
        double[] mapped = new double[scores.length];
        for (int i = 0; i < mapped.length; i++) {
            mapped[i] = apply(scores[i]);
        }
        return mapped;
    }

    /** The parameters for scores and ratings as they are, for print: those of the 4-parameter form and of the line. */
    public List<Double> plainParameters() {
        List<Double> b = parameters;
        return switch (kind) {
            case LOGISTIC4 ->
                    List.of(
                            ratingMean + ratingDeviation * b.get(0),
                            ratingMean + ratingDeviation * b.get(1),
                            scoreMean + scoreDeviation * b.get(2),
                            scoreDeviation * Math.abs(b.get(3)));
            case LOGISTIC5 ->
                    List.of(
                            ratingDeviation * b.get(0),
                            b.get(1) / scoreDeviation,
                            scoreMean + scoreDeviation * b.get(2),
                            ratingDeviation * b.get(3) / scoreDeviation,
                            ratingMean
                                    + ratingDeviation
                                            * (b.get(4) - b.get(3) * scoreMean / scoreDeviation));
            case LINE ->
                    List.of(
                            ratingMean
                                    + ratingDeviation
                                            * (b.get(0) - b.get(1) * scoreMean / scoreDeviation),
                            ratingDeviation * b.get(1) / scoreDeviation);
        };
    }
}

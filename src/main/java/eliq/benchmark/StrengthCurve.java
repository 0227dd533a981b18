package eliq.benchmark;

import eliq.catalog.Aspect;
import java.util.ArrayList;
import java.util.List;

/**
 * How scores fall as one degradation grows: a validation that needs no ratings.
 *
 * @param method whose scores
 * @param operation key of the degradation
 * @param aspect that it spoils
 * @param strengths ascending, the first 0: untouched
 * @param mean of the scores over images at each strength, as they are
 * @param spread standard deviation over images
 * @param srcc mean over images of the rank correlation of score and strength above 0, the sign turned so that 1 is right
 * @param images one series each
 */
public record StrengthCurve(
        String method,
        String operation,
        Aspect aspect,
        double[] strengths,
        double[] mean,
        double[] spread,
        double srcc,
        List<Series> images) {

    public StrengthCurve {
        images = List.copyOf(images);
    }

    /**
     * One image.
     *
     * @param scores at each strength, the untouched first
     * @param srcc of score and strength above 0, the sign turned so that 1 is right; 0 where the score does not move
     */
    public record Series(String image, double[] scores, double srcc) {
        static Series of(String image, double[] strengths, double[] scores, boolean lowerIsBetter) {
            int n = strengths.length - 1;
            double[] above = new double[n];
            double[] turned = new double[n];
            for (int i = 0; i < n; i++) {
                above[i] = strengths[i + 1];
                turned[i] = lowerIsBetter ? scores[i + 1] : -scores[i + 1];
            }
            double srcc = Correlation.spearman(above, turned);
            return new Series(image, scores, Double.isNaN(srcc) ? 0 : srcc);
        }
    }

    static StrengthCurve of(
            String method,
            String operation,
            Aspect aspect,
            double[] strengths,
            List<Series> images) {
        double[] mean = new double[strengths.length];
        double[] spread = new double[strengths.length];
        for (int i = 0; i < strengths.length; i++) {
            int step = i;
            mean[i] = images.stream().mapToDouble(s -> s.scores[step]).average().orElse(Double.NaN);
            spread[i] =
                    Math.sqrt(
                            images.stream()
                                    .mapToDouble(s -> Math.pow(s.scores[step] - mean[step], 2))
                                    .average()
                                    .orElse(Double.NaN));
        }
        return new StrengthCurve(
                method,
                operation,
                aspect,
                strengths,
                mean,
                spread,
                images.stream().mapToDouble(Series::srcc).average().orElse(Double.NaN),
                new ArrayList<>(images));
    }
}

package eliq.benchmark;

import eliq.benchmark.Evaluation.EvaluatedImage;
import eliq.benchmark.Evaluation.MethodResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An image's rating beside what the fitted curve makes of its score.
 *
 * @param score raw
 * @param rating mean opinion
 * @param curve the rating that the score is carried to; NaN where no curve was fitted
 */
public record Residual(EvaluatedImage image, double score, double rating, double curve) {

    /** Rating less curve: positive where people liked the image more than its score says. */
    public double value() {
        return rating - curve;
    }

    /** Of all images that have both, in the order of the set. */
    public static List<Residual> of(Evaluation evaluation, Target target, MethodResult method) {
        List<Residual> residuals = new ArrayList<>();
        for (EvaluatedImage image : evaluation.images()) {
            Double score = image.scores(target).get(method.method().name());
            if (score != null && image.rating(target).isPresent()) {
                double curve =
                        method.agreement().mapping().map(m -> m.apply(score)).orElse(Double.NaN);
                residuals.add(new Residual(image, score, image.rating(target).get(), curve));
            }
        }
        return residuals;
    }

    /** The farthest from the curve first; those without a curve are left out. */
    public static List<Residual> worst(List<Residual> residuals, int count) {
        return residuals.stream()
                .filter(r -> Double.isFinite(r.curve))
                .sorted(Comparator.comparingDouble((Residual r) -> Math.abs(r.value())).reversed())
                .limit(count)
                .toList();
    }
}

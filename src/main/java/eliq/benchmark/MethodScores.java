package eliq.benchmark;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The scores of a method by image name. An image without a score has a reason.
 *
 * @param visual scores of visual quality
 * @param alignment scores of fit to the prompt
 * @param reasons why an image has none
 * @param remarks what a person should know of them, each a sentence
 */
public record MethodScores(
        Method method,
        Map<String, Double> visual,
        Map<String, Double> alignment,
        Map<String, String> reasons,
        List<String> remarks) {
    static final String NOT_LISTED = "not among the scores";

    public MethodScores {
        visual = Collections.unmodifiableMap(new LinkedHashMap<>(visual));
        alignment = Collections.unmodifiableMap(new LinkedHashMap<>(alignment));
        reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
        remarks = List.copyOf(remarks);
    }

    Map<String, Double> of(Target target) {
        return target == Target.VISUAL ? visual : alignment;
    }

    /** Scores in the order of the images; NaN where there is none. */
    double[] values(List<RatedImage> images, Target target) {
        Map<String, Double> scores = of(target);
        return images.stream()
                .mapToDouble(i -> scores.getOrDefault(i.name(), Double.NaN))
                .toArray();
    }

    /** Why an image has no usable score. */
    String reason(RatedImage image, Target target) {
        Double score = of(target).get(image.name());
        if (score != null) {
            return "its score is not finite";
        }
        return reasons.getOrDefault(
                image.name(),
                target == Target.ALIGNMENT && image.prompt().isEmpty()
                        ? "it has no prompt"
                        : NOT_LISTED);
    }
}

package eliq.benchmark;

import eliq.benchmark.Evaluation.EvaluatedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts an evaluation together. */
public final class EvaluationAssembly {
    private final StoredSet stored;
    private final List<MethodScores> methods;
    private final Optional<Evaluation.RatingCorrelation> ratings;

    public EvaluationAssembly(
            StoredSet stored,
            List<MethodScores> methods,
            Optional<Evaluation.RatingCorrelation> ratings) {
        this.stored = stored;
        this.methods = List.copyOf(methods);
        this.ratings = ratings;
    }

    /** The evaluation of these results. */
    public Evaluation of(
            List<Evaluation.TargetResult> targets,
            List<WeakSupervision> weak,
            List<WeakSupervision> learning,
            List<StrengthCurve> curves,
            Evaluation.RunFacts run) {
        RatedSet set = stored.set();
        return new Evaluation(
                new Evaluation.SetFacts(
                        set.name(),
                        set.layout().title(),
                        set.images().size(),
                        stored.files().size(),
                        set.prompts(),
                        set.generators(),
                        set.index(),
                        set.columns(),
                        ratings),
                images(),
                targets,
                weak,
                learning,
                curves,
                PublishedFigure.of(set.layout()),
                run);
    }

    private List<EvaluatedImage> images() {
        RatedSet set = stored.set();
        List<EvaluatedImage> images = new ArrayList<>();
        for (RatedImage image : set.images()) {
            images.add(
                    new EvaluatedImage(
                            image.name(),
                            Optional.ofNullable(stored.files().get(image.name())),
                            image.prompt(),
                            image.generator(),
                            rating(image, set.visual()),
                            rating(image, set.alignment()),
                            scores(image, Target.VISUAL),
                            scores(image, Target.ALIGNMENT)));
        }
        return images;
    }

    private static Optional<Double> rating(RatedImage image, Optional<String> name) {
        return name.map(image::rating).filter(value -> !value.isNaN());
    }

    private Map<String, Double> scores(RatedImage image, Target target) {
        Map<String, Double> scores = new LinkedHashMap<>();
        for (MethodScores each : methods) {
            Double score = each.of(target).get(image.name());
            if (score != null && Double.isFinite(score)) {
                scores.put(each.method().name(), score);
            }
        }
        return scores;
    }
}

package eliq.benchmark;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that was found in one evaluation: what every form of its report is written from.
 *
 * @param set that was evaluated on
 * @param images with ratings and scores, in the order of the set
 * @param targets visual quality and alignment, as far as the set has ratings of them
 * @param weak supervision by a part of the labels, at the usual share
 * @param learning the same over rising shares
 * @param monotonicity scores against the strength of degradations
 * @param published what others print for the set
 * @param run how it was run
 */
public record Evaluation(
        SetFacts set,
        List<EvaluatedImage> images,
        List<TargetResult> targets,
        List<WeakSupervision> weak,
        List<WeakSupervision> learning,
        List<StrengthCurve> monotonicity,
        List<PublishedFigure> published,
        RunFacts run) {

    public Evaluation {
        images = List.copyOf(images);
        targets = List.copyOf(targets);
        weak = List.copyOf(weak);
        learning = List.copyOf(learning);
        monotonicity = List.copyOf(monotonicity);
        published = List.copyOf(published);
    }

    /**
     * @param name in the workspace
     * @param layout as shown
     * @param listed images in the index
     * @param withFile images whose file was found
     * @param prompts different ones
     * @param generators images by generator
     * @param files index files with their hashes
     * @param columns which column was taken for what
     * @param ratingCorrelation of the visual with the alignment rating, where there are both
     */
    public record SetFacts(
            String name,
            String layout,
            int listed,
            int withFile,
            int prompts,
            Map<String, Long> generators,
            List<RatedSet.IndexFile> files,
            List<String> columns,
            Optional<RatingCorrelation> ratingCorrelation) {
        public SetFacts {
            generators = Collections.unmodifiableMap(new LinkedHashMap<>(generators));
        }
    }

    /** How the two human ratings go together. */
    public record RatingCorrelation(int images, Estimate srcc, Estimate plcc) {}

    /**
     * @param file where it is now, if it was found
     * @param visual mean rating
     * @param alignment mean rating
     * @param visualScores by method
     * @param alignmentScores by method
     */
    public record EvaluatedImage(
            String name,
            Optional<Path> file,
            Optional<String> prompt,
            Optional<String> generator,
            Optional<Double> visual,
            Optional<Double> alignment,
            Map<String, Double> visualScores,
            Map<String, Double> alignmentScores) {
        public EvaluatedImage {
            visualScores = Collections.unmodifiableMap(new LinkedHashMap<>(visualScores));
            alignmentScores = Collections.unmodifiableMap(new LinkedHashMap<>(alignmentScores));
        }

        public Optional<Double> rating(Target target) {
            return target == Target.VISUAL ? visual : alignment;
        }

        public Map<String, Double> scores(Target target) {
            return target == Target.VISUAL ? visualScores : alignmentScores;
        }
    }

    /**
     * @param rating name of the rating that scores were held against
     * @param rated images that have it
     * @param methods in the order they were asked for
     * @param comparisons of all pairs of methods
     */
    public record TargetResult(
            Target target,
            String rating,
            int rated,
            List<MethodResult> methods,
            List<MethodComparison> comparisons) {
        public TargetResult {
            methods = List.copyOf(methods);
            comparisons = List.copyOf(comparisons);
        }
    }

    /**
     * @param scored images with rating and score
     * @param missing why the others have none, the most frequent first
     * @param strata agreement within parts of the set
     * @param withinPrompt ranking of the images of one prompt, where prompts repeat
     * @param beyondQuality for alignment, where there is a visual rating too
     * @param remarks each a sentence
     */
    public record MethodResult(
            Method method,
            int scored,
            List<Missing> missing,
            Agreement agreement,
            List<Stratum> strata,
            Optional<WithinPrompt> withinPrompt,
            Optional<BeyondQuality> beyondQuality,
            List<String> remarks) {
        public MethodResult {
            missing = List.copyOf(missing);
            strata = List.copyOf(strata);
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * @param reason one clause
     * @param examples names of images, at most three
     */
    public record Missing(String reason, int images, List<String> examples) {}

    /**
     * @param software name and version
     * @param parameters name to value
     * @param seeds name to seed
     * @param machine name to value
     * @param seconds by step
     * @param secondsPerImage by method, of those that were run here
     */
    public record RunFacts(
            String software,
            Instant started,
            Map<String, String> parameters,
            Map<String, Long> seeds,
            Map<String, String> machine,
            Map<String, Double> seconds,
            Map<String, Double> secondsPerImage) {
        public RunFacts {
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
            seeds = Collections.unmodifiableMap(new LinkedHashMap<>(seeds));
            machine = Collections.unmodifiableMap(new LinkedHashMap<>(machine));
            seconds = Collections.unmodifiableMap(new LinkedHashMap<>(seconds));
            secondsPerImage = Collections.unmodifiableMap(new LinkedHashMap<>(secondsPerImage));
        }
    }
}

package eliq.report;

import eliq.catalog.Aspect;
import eliq.catalog.Family;
import eliq.image.Pixels;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one run of the main job did and found, ready to be laid out by {@link DemoReportDocument}. Any list may be empty: its part of the document is then left out. Maps keep
 * their order.
 *
 * @param title heading of the document
 * @param summary one to three sentences for a reader in a hurry
 * @param run how it was run
 * @param models every model that took part
 * @param data what was trained and tested on
 * @param samples some tuples, as pictures
 * @param trainings stage 1 and stage 2, in order
 * @param accuracies pair accuracies on held-out prompts; the main ones first
 * @param strength score against degradation strength
 * @param distributions of scores, positives against negatives
 * @param gates gate weights by image
 * @param scored held-out images with their scores
 * @param mistakes pairs that were put in the wrong order, the worst first
 * @param seconds time by phase, the whole not among them
 */
public record DemoReport(
        String title,
        String summary,
        RunFacts run,
        List<ModelFacts> models,
        DataFacts data,
        List<TupleSample> samples,
        List<Training> trainings,
        List<PairResult> accuracies,
        StrengthFacts strength,
        List<ScoreDistribution> distributions,
        List<GateWeights> gates,
        List<ScoredPicture> scored,
        List<Mistake> mistakes,
        Map<String, Double> seconds) {

    /**
     * @param version of the program
     * @param command as typed
     * @param started when
     * @param parameters name to value, all that decided the outcome
     * @param seeds name to seed
     * @param machine name to value, such as processor and memory
     */
    public record RunFacts(
            String version,
            String command,
            Instant started,
            Map<String, String> parameters,
            Map<String, Long> seeds,
            Map<String, String> machine) {}

    /**
     * @param role such as "Backbone" or "Scorer"
     * @param name or id
     * @param identity content hash, shown shortened
     * @param detail a sentence: size, origin, how it was tuned
     */
    public record ModelFacts(String role, String name, String identity, String detail) {}

    /**
     * @param origin a sentence: where the positives and prompts came from
     * @param counts name to number, such as "prompts for training" to 70
     * @param categories in the order of the method
     * @param operations how many negatives of each kind
     */
    public record DataFacts(
            String origin,
            Map<String, Long> counts,
            List<CategoryCount> categories,
            List<OperationCount> operations) {}

    /** Prompts of a category on either side of the split. */
    public record CategoryCount(String category, int training, int heldOut) {}

    /** Negatives made by one operation. */
    public record OperationCount(Aspect aspect, Family family, String operation, int count) {}

    /**
     * One tuple.
     *
     * @param technicalCaption what was done, such as "JPEG x3 q 20, noise 12"
     */
    public record TupleSample(
            String category,
            String prompt,
            String wrongPrompt,
            Pixels positive,
            Pixels technical,
            String technicalCaption,
            Pixels aesthetic,
            String aestheticCaption) {}

    /**
     * A training run.
     *
     * @param title such as "Stage 1: instruction tuning"
     * @param explanation a sentence or two: what is learned and what the curves show
     * @param unit of the horizontal axis, such as "optimizer step"
     * @param losses curves of loss
     * @param accuracies curves of held-out accuracy, 0..1
     */
    public record Training(
            String title,
            String explanation,
            String unit,
            List<LineChart.Series> losses,
            List<LineChart.Series> accuracies) {}

    /**
     * Share of pairs in the right order.
     *
     * @param name such as "technical" or "technical, AI-specific"
     * @param aspect for its colour, where it belongs to one
     * @param value 0..1
     * @param lower end of the 95% interval
     * @param upper end of the 95% interval
     * @param pairs how many
     * @param target that the run should reach, for the main ones
     * @param meaning a sentence
     */
    public record PairResult(
            String name,
            Optional<Aspect> aspect,
            double value,
            double lower,
            double upper,
            long pairs,
            Optional<Double> target,
            String meaning) {}

    /**
     * @param meanSrcc mean over images of the rank correlation between score and strength, the sign turned so that 1 is right
     * @param target that the run should reach
     * @param curves by operation
     */
    public record StrengthFacts(
            Optional<Double> meanSrcc, Optional<Double> target, List<StrengthCurve> curves) {}

    /**
     * Mean score over images at each strength.
     *
     * @param strengths ascending, 0 = untouched
     * @param mean of the score
     * @param spread standard deviation over images
     * @param srcc mean over images, the sign turned so that 1 is right
     */
    public record StrengthCurve(
            String operation,
            Aspect aspect,
            double[] strengths,
            double[] mean,
            double[] spread,
            double srcc) {}

    /**
     * @param title such as "Visual score"
     * @param groups scores by group, such as "positives" and "technical negatives"
     */
    public record ScoreDistribution(String title, List<Histogram.Group> groups) {}

    /**
     * Mean gate weights of one image.
     *
     * @param group such as "positives"
     */
    public record GateWeights(String group, double technical, double aesthetic) {}

    /**
     * A scored image.
     *
     * @param name file or content
     * @param kind such as "positive" or "technical negative"
     * @param alignment absent without a prompt
     */
    public record ScoredPicture(
            String name,
            String kind,
            Optional<String> prompt,
            Pixels picture,
            double visual,
            Optional<Double> alignment,
            double technicalHigh,
            double aestheticHigh,
            Optional<Double> alignmentHigh,
            double technicalGate,
            double aestheticGate) {}

    /**
     * Two pictures in the wrong order.
     *
     * @param better the one that should win
     * @param worse the one that won; for alignment the same picture
     * @param betterCaption its prompt
     * @param worseCaption what was done to it, or the wrong prompt
     */
    public record Mistake(
            Aspect aspect,
            Pixels better,
            Pixels worse,
            String betterCaption,
            String worseCaption,
            double betterScore,
            double worseScore) {}
}

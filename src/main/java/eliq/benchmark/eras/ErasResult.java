package eliq.benchmark.eras;

import eliq.benchmark.eras.EraScore.Kind;
import java.nio.file.Path;
import java.util.List;

/**
 * What was found.
 *
 * @param eras in the order in which they were named; the first is what the others are compared with
 * @param judges in the order in which they were named, each with what it is
 * @param distributions of the scores by judge, era and generator
 * @param drifts of the mean score from the first era
 * @param agreements of every two judges
 * @param disagreements the largest of every two judges
 * @param scores all of them
 * @param skipped images that could not be scored, each a sentence
 * @param file JSON of all this
 */
public record ErasResult(
        List<String> eras,
        List<JudgeFacts> judges,
        List<Distribution> distributions,
        List<Drift> drifts,
        List<JudgeAgreement> agreements,
        List<Disagreement> disagreements,
        List<EraScore> scores,
        List<String> skipped,
        Path file) {

    public ErasResult {
        eras = List.copyOf(eras);
        judges = List.copyOf(judges);
        distributions = List.copyOf(distributions);
        drifts = List.copyOf(drifts);
        agreements = List.copyOf(agreements);
        disagreements = List.copyOf(disagreements);
        scores = List.copyOf(scores);
        skipped = List.copyOf(skipped);
    }

    /**
     * @param scorer its name
     * @param scorerIdentity hash of its weights
     * @param critic name of the critic it reads with
     * @param criticIdentity hash of that
     */
    public record JudgeFacts(
            String name,
            String scorer,
            String scorerIdentity,
            String critic,
            String criticIdentity) {}

    /**
     * @param generator empty for all of the era together
     * @param quantiles at 5, 25, 50, 75 and 95 %
     */
    public record Distribution(
            String judge,
            Kind kind,
            String era,
            String generator,
            int images,
            double mean,
            double deviation,
            double[] quantiles) {}

    /**
     * How far the mean score of an era is from that of the first.
     *
     * @param images of the era
     * @param paired whether the same prompts were compared with one another; else all images of both eras
     * @param change of the mean, in units of the raw score
     * @param lower of its 95 % interval; NaN where there is none
     * @param upper likewise
     * @param effect the change in standard deviations of the first era's scores
     */
    public record Drift(
            String judge,
            Kind kind,
            String era,
            int images,
            boolean paired,
            double change,
            double lower,
            double upper,
            double effect) {}

    /**
     * How two judges order the same images.
     *
     * @param era empty for all images together
     * @param srcc rank correlation of their scores
     * @param krcc Kendall's tau-b
     * @param opposed share of pairs of images that they order differently, of those that both order
     */
    public record JudgeAgreement(
            String one,
            String other,
            Kind kind,
            String era,
            int images,
            double srcc,
            double krcc,
            double opposed) {}

    /**
     * An image on which two judges differ much.
     *
     * @param place share of all images that the first judge puts below it, 0..1
     * @param otherPlace likewise the second
     */
    public record Disagreement(
            String one,
            String other,
            Kind kind,
            String era,
            String generator,
            String image,
            Path file,
            double place,
            double otherPlace) {}
}

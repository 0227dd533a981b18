package eliq.critic;

import eliq.catalog.Aspect;
import java.util.List;
import java.util.Optional;

/**
 * How well a critic answers on held-out prompts.
 *
 * @param loss mean negative log-probability of the right label of the two, in nats
 * @param scores one for each aspect over all its checks, then one for each aspect, family and operation of negatives
 */
public record ValidationResult(double loss, List<Score> scores) {

    public ValidationResult {
        scores = List.copyOf(scores);
    }

    /** The score of an aspect over all families; empty where nothing was asked about it. */
    public Optional<Score> of(Aspect aspect) {
        return scores.stream()
                .filter(s -> s.aspect() == aspect && s.operation().isEmpty())
                .findFirst();
    }

    /** Mean over the aspects of the share of right labels, 0..1; 0 where nothing was asked. */
    public double meanAccuracy() {
        return scores.stream()
                .filter(s -> s.operation().isEmpty())
                .mapToDouble(Score::accuracy)
                .average()
                .orElse(0);
    }

    /**
     * @param aspect asked about
     * @param family of the negatives counted; empty for all, positives included
     * @param operation of the negatives counted; empty for all, positives included
     * @param answers labels asked for
     * @param right labels whose probability (of the two) was above one half
     * @param pairs positive and negative of one tuple compared
     * @param ordered pairs whose positive had the higher probability of {@code high}
     */
    public record Score(
            Aspect aspect,
            String family,
            String operation,
            int answers,
            int right,
            int pairs,
            int ordered) {

        /** Share of right labels, 0..1; 0 where none was asked. */
        public double accuracy() {
            return answers == 0 ? 0 : (double) right / answers;
        }

        /** Share of pairs in the right order, 0..1; 0 where there was none. */
        public double pairAccuracy() {
            return pairs == 0 ? 0 : (double) ordered / pairs;
        }
    }
}

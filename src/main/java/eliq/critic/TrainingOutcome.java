package eliq.critic;

import java.util.List;
import java.util.Optional;

/**
 * How a training ended.
 *
 * @param end why it ended
 * @param step whose parameters the model now has: the last, or the best where patience is set
 * @param losses of every step from the first, those before a resumption included
 * @param validations in order
 * @param examplesPerSecond in this process
 */
public record TrainingOutcome(
        End end,
        int step,
        List<TrainingEvent.Step> losses,
        List<TrainingEvent.Validated> validations,
        double examplesPerSecond) {

    public TrainingOutcome {
        losses = List.copyOf(losses);
        validations = List.copyOf(validations);
    }

    public enum End {
        COMPLETED,
        STOPPED_EARLY,
        CANCELLED
    }

    /** The validation of the parameters that the model now has. */
    public Optional<ValidationResult> validation() {
        return validations.stream()
                .filter(v -> v.step() == step)
                .map(TrainingEvent.Validated::result)
                .reduce((first, last) -> last);
    }
}

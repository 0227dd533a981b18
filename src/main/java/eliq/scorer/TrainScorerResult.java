package eliq.scorer;

import java.nio.file.Path;
import java.util.Map;

/**
 * @param scorer folder
 * @param identity of its weights
 * @param tuples it was trained on, validation included
 * @param bestEpoch the one whose weights were kept
 * @param validationAccuracy pair accuracy on the prompts held out for early stopping, by aspect
 */
public record TrainScorerResult(
        Path scorer,
        String identity,
        int tuples,
        int bestEpoch,
        Map<String, Double> validationAccuracy) {

    public TrainScorerResult {
        validationAccuracy = Map.copyOf(validationAccuracy);
    }
}

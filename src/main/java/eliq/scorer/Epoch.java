package eliq.scorer;

import eliq.catalog.Aspect;
import java.util.List;
import java.util.Map;

/**
 * How far a training has come.
 *
 * @param number of epochs done, from 1
 * @param steps done in all
 * @param loss mean over the epoch's steps
 * @param validationLoss of the held-out prompts' tuples, NaN where none are held out
 * @param validationAccuracy share of held-out pairs in the right order, by aspect; only aspects that have pairs
 */
public record Epoch(
        int number,
        long steps,
        double loss,
        double validationLoss,
        Map<Aspect, Double> validationAccuracy) {

    public Epoch {
        validationAccuracy = Map.copyOf(validationAccuracy);
    }

    /** Mean over the aspects, each counting the same; NaN where nothing is held out. */
    double meanAccuracy() {
        return validationAccuracy.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN);
    }

    /** Whether its weights are to be kept instead of the other's; without validation the later epoch is better. */
    boolean betterThan(Epoch other, Selection selection) {
        if (Double.isNaN(meanAccuracy())) {
            return true;
        }
        int byLoss = Double.compare(other.validationLoss, validationLoss);
        int byAccuracy = Double.compare(meanAccuracy(), other.meanAccuracy());
        return switch (selection) {
            case LOSS -> byLoss > 0;
            case ACCURACY -> byAccuracy > 0 || byAccuracy == 0 && byLoss > 0;
        };
    }

    /** The best of a history that is not empty. */
    static Epoch best(List<Epoch> history, Selection selection) {
        Epoch best = history.getFirst();
        for (Epoch epoch : history) {
            best = epoch.betterThan(best, selection) ? epoch : best;
        }
        return best;
    }
}

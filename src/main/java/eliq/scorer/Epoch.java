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

    /** More pairs in order, or as many with a smaller loss; without validation the later epoch. */
    boolean betterThan(Epoch other) {
        if (Double.isNaN(meanAccuracy())) {
            return true;
        }
        int byAccuracy = Double.compare(meanAccuracy(), other.meanAccuracy());
        return byAccuracy > 0 || byAccuracy == 0 && validationLoss < other.validationLoss;
    }

    /** The best of a history that is not empty. */
    static Epoch best(List<Epoch> history) {
        Epoch best = history.getFirst();
        for (Epoch epoch : history) {
            best = epoch.betterThan(best) ? epoch : best;
        }
        return best;
    }
}

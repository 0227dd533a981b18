package eliq.scorer;

import static eliq.scorer.NetworkSettings.require;

/**
 * How a scorer is fitted.
 *
 * @param margin m of the ranking loss, in units of the raw score
 * @param strengthTerms whether a weaker degradation is also ranked above a stronger one of the same operation: an
 *     addition to the published loss; false gives exactly the published one
 * @param promptDropout share of tuples that are read without their prompt in a step, 0..1 (exclusive), so that the
 *     visual score does not lean on the prompt
 * @param learningRate of AdamW at its peak, after {@code warmupSteps}; then a cosine to zero
 * @param weightDecay of AdamW, on matrices only
 * @param maximumNorm the gradient is scaled down to this global norm
 * @param warmupSteps over which the learning rate rises from zero
 * @param epochs at most
 * @param batchTuples tuples a step
 * @param patience epochs without a better validation before training stops; 0 for never
 * @param validationShare of the prompts held out for early stopping, 0..1 (exclusive)
 * @param seed of initial weights, order and dropout
 */
public record TrainingSettings(
        double margin,
        boolean strengthTerms,
        double promptDropout,
        double learningRate,
        double weightDecay,
        double maximumNorm,
        int warmupSteps,
        int epochs,
        int batchTuples,
        int patience,
        double validationShare,
        long seed) {

    public static final TrainingSettings DEFAULT =
            new TrainingSettings(1.0, true, 0.3, 5e-4, 0.02, 1.0, 10, 60, 16, 12, 0.15, 1);

    public TrainingSettings {
        require(margin > 0, "margin", margin, "positive");
        require(
                promptDropout >= 0 && promptDropout < 1,
                "promptDropout",
                promptDropout,
                "from 0 to below 1");
        require(learningRate > 0, "learningRate", learningRate, "positive");
        require(weightDecay >= 0, "weightDecay", weightDecay, "0 or more");
        require(maximumNorm > 0, "maximumNorm", maximumNorm, "positive");
        require(warmupSteps >= 0, "warmupSteps", warmupSteps, "0 or more");
        require(epochs >= 1, "epochs", epochs, "1 or more");
        require(batchTuples >= 1, "batchTuples", batchTuples, "1 or more");
        require(patience >= 0, "patience", patience, "0 or more");
        require(
                validationShare >= 0 && validationShare < 1,
                "validationShare",
                validationShare,
                "from 0 to below 1");
    }

    /** The same with another seed. */
    public TrainingSettings withSeed(long other) {
        return new TrainingSettings(
                margin,
                strengthTerms,
                promptDropout,
                learningRate,
                weightDecay,
                maximumNorm,
                warmupSteps,
                epochs,
                batchTuples,
                patience,
                validationShare,
                other);
    }

    /** The same with another number of epochs. */
    public TrainingSettings withEpochs(int other) {
        return new TrainingSettings(
                margin,
                strengthTerms,
                promptDropout,
                learningRate,
                weightDecay,
                maximumNorm,
                warmupSteps,
                other,
                batchTuples,
                patience,
                validationShare,
                seed);
    }
}

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
 * @param ranking how many terms a tuple's loss has
 * @param marginGrowth g, 0..1: a degradation of strength s is ranked below its positive by the margin {@code m (1 - g +
 *     2 g s)}, so that a strong one has to fall further than a weak one; 0 gives the published constant margin
 * @param strengthMargin of a strength term, in units of {@code margin} for a difference in strength of 1
 * @param strengthWeight of all strength terms of a kind together, beside 1 for its published term
 * @param selection what decides which epoch is kept
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
        long seed,
        RankingLoss ranking,
        double marginGrowth,
        double strengthMargin,
        double strengthWeight,
        Selection selection) {

    public static final TrainingSettings DEFAULT =
            new TrainingSettings(1.0, true, 0.3, 5e-4, 0.02, 1.0, 10, 60, 16, 12, 0.15, 1);

    /** With the published number of terms and margin; strengths weighed as they were found to be learned best. */
    public TrainingSettings(
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
        this(
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
                seed,
                RankingLoss.MULTIPLE,
                0,
                3,
                3,
                Selection.LOSS);
    }

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
        require(
                marginGrowth >= 0 && marginGrowth <= 1,
                "marginGrowth",
                marginGrowth,
                "from 0 to 1");
        require(strengthMargin >= 0, "strengthMargin", strengthMargin, "0 or more");
        require(strengthWeight >= 0, "strengthWeight", strengthWeight, "0 or more");
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
                other,
                ranking,
                marginGrowth,
                strengthMargin,
                strengthWeight,
                selection);
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
                seed,
                ranking,
                marginGrowth,
                strengthMargin,
                strengthWeight,
                selection);
    }

    /** The same with another number of terms. */
    public TrainingSettings with(RankingLoss other) {
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
                seed,
                other,
                marginGrowth,
                strengthMargin,
                strengthWeight,
                selection);
    }

    /**
     * The learning rate of a step.
     *
     * @param step from 0
     * @param steps in all epochs
     */
    double learningRateAt(long step, long steps) {
        double warmUp = Math.min(1, (step + 1.0) / Math.max(1, warmupSteps));
        double cosine = 0.5 * (1 + Math.cos(Math.PI * Math.min(1, (double) step / steps)));
        return learningRate * Math.min(warmUp, cosine);
    }

    /** The margin by which a degradation of this strength, 0..1, has to stay below its positive. */
    double margin(double strength) {
        return margin * (1 - marginGrowth + 2 * marginGrowth * strength);
    }
}

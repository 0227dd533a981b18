package eliq.critic;

/**
 * Everything that a {@link TrainingLoop} may choose. {@link #LORA} and {@link #FULL_PARAMETER} hold the defaults.
 *
 * @param length of the training
 * @param batchSize examples a forward pass
 * @param accumulation forward passes a step
 * @param learningRate over the steps
 * @param optimizer AdamW's constants
 * @param rhythm of checkpoints and validations
 * @param seed of the order of examples
 * @param producers threads that prepare examples ahead of the model
 */
public record TrainingSettings(
        TrainingLength length,
        int batchSize,
        int accumulation,
        LearningRate learningRate,
        Optimizer optimizer,
        Rhythm rhythm,
        long seed,
        int producers) {

    /** For low-rank adapters. */
    public static final TrainingSettings LORA =
            new TrainingSettings(
                    new TrainingLength.Epochs(1),
                    8,
                    1,
                    new LearningRate(2e-4, 0.1, 0.05),
                    new Optimizer(0.9, 0.999, 1e-8, 0, 1),
                    Rhythm.DEFAULT,
                    1,
                    1);

    /** For all parameters: gentler, with weight decay. */
    public static final TrainingSettings FULL_PARAMETER =
            new TrainingSettings(
                    new TrainingLength.Epochs(1),
                    8,
                    1,
                    new LearningRate(2e-5, 0.1, 0.05),
                    new Optimizer(0.9, 0.95, 1e-8, 0.01, 1),
                    Rhythm.DEFAULT,
                    1,
                    1);

    public TrainingSettings {
        Settings.require(length != null, "length", length, "steps or epochs");
        Settings.require(batchSize >= 1, "batchSize", batchSize, "at least 1");
        Settings.require(accumulation >= 1, "accumulation", accumulation, "at least 1");
        Settings.require(learningRate != null, "learningRate", learningRate, "given");
        Settings.require(optimizer != null, "optimizer", optimizer, "given");
        Settings.require(rhythm != null, "rhythm", rhythm, "given");
        Settings.require(producers >= 1 && producers <= 64, "producers", producers, "1 to 64");
    }

    /** Examples a step. */
    public int examplesPerStep() {
        return Math.multiplyExact(batchSize, accumulation);
    }

    public TrainingSettings withLength(TrainingLength other) {
        return new TrainingSettings(
                other, batchSize, accumulation, learningRate, optimizer, rhythm, seed, producers);
    }

    public TrainingSettings withBatch(int size, int accumulated) {
        return new TrainingSettings(
                length, size, accumulated, learningRate, optimizer, rhythm, seed, producers);
    }

    public TrainingSettings withPeak(double rate) {
        LearningRate other =
                new LearningRate(rate, learningRate.finalShare(), learningRate.warmUp());
        return new TrainingSettings(
                length, batchSize, accumulation, other, optimizer, rhythm, seed, producers);
    }

    public TrainingSettings withRhythm(Rhythm other) {
        return new TrainingSettings(
                length, batchSize, accumulation, learningRate, optimizer, other, seed, producers);
    }

    public TrainingSettings withSeed(long other) {
        return new TrainingSettings(
                length, batchSize, accumulation, learningRate, optimizer, rhythm, other, producers);
    }

    /** Whether a run begun under the other settings may go on under these with the same losses. */
    boolean sameLosses(TrainingSettings other) {
        return length.equals(other.length)
                && batchSize == other.batchSize
                && accumulation == other.accumulation
                && learningRate.equals(other.learningRate)
                && optimizer.equals(other.optimizer)
                && seed == other.seed;
    }
}

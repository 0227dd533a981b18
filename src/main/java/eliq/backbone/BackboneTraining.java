package eliq.backbone;

import java.nio.file.Path;
import java.util.List;

/**
 * A backbone whose parameters are being fitted: gradients add up over {@link #accumulate} calls until {@link #step}.
 * Everything is a function of the starting weights, the seed and the calls made, so that a run saved by
 * {@link #saveState} and taken up by {@link #loadState} gives the same losses as one that was never stopped.
 */
public interface BackboneTraining extends AutoCloseable {

    /**
     * Forward and backward over a batch; the gradient of {@code scale * sum over questions, foretold words and sightings of
     * weight * loss} is added.
     *
     * @return the loss of every question, then of foretold words in the order of their questions, then of every sighting,
     *     [examples][questions + foretold + sightings], in nats
     */
    List<double[]> accumulate(List<TrainingExample> batch, double scale) throws BackboneException;

    /**
     * One AdamW step on the gradients so far, then clears them.
     *
     * @return the global gradient norm before clipping
     */
    double step(AdamW settings) throws BackboneException;

    /** The model as it now is, for validation. Owned by this training. */
    Backbone current();

    /** Writes parameters, both moments, the step count and the random state: enough to go on exactly. */
    void saveState(Path directory) throws BackboneException;

    void loadState(Path directory) throws BackboneException;

    /**
     * Writes the result: for LoRA a PEFT adapter directory, for full training a complete Hugging Face model directory
     * (bfloat16 weights).
     */
    void saveModel(Path directory) throws BackboneException;

    @Override
    void close();

    /**
     * @param learningRate of this step
     * @param maximumNorm the gradient is scaled down to this global norm; infinite for none
     */
    record AdamW(
            double learningRate,
            double beta1,
            double beta2,
            double epsilon,
            double weightDecay,
            double maximumNorm) {}
}

package eliq.critic;

import java.util.List;

/** What a {@link TrainingLoop} tells of itself, for curves, progress and the log. */
public sealed interface TrainingEvent {

    /** Optimiser steps done when it happened. */
    int step();

    /**
     * @param step number of this step, from 1
     * @param steps planned in all
     * @param loss weighted mean over the step's questions, nats
     * @param learningRate of this step
     * @param gradientNorm global, before clipping
     * @param examples of this step
     * @param examplesPerSecond since this process began to train, validations left out
     */
    record Step(
            int step,
            int steps,
            double loss,
            double learningRate,
            double gradientNorm,
            int examples,
            double examplesPerSecond)
            implements TrainingEvent {}

    record Validated(int step, ValidationResult result) implements TrainingEvent {}

    /**
     * What the validation of this step found answered worst, the worst first; none where all was right.
     *
     * @param mistakes a few
     */
    record Mistaken(int step, List<Mistake> mistakes) implements TrainingEvent {
        public Mistaken {
            mistakes = List.copyOf(mistakes);
        }
    }

    record Checkpointed(int step) implements TrainingEvent {}
}

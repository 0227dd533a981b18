package eliq.critic;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a {@link TrainingLoop} tells of itself, for curves, progress and the log. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TrainingEvent.Step.class, name = "step"),
    @JsonSubTypes.Type(value = TrainingEvent.Validated.class, name = "validation"),
    @JsonSubTypes.Type(value = TrainingEvent.Checkpointed.class, name = "checkpoint")
})
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

    record Checkpointed(int step) implements TrainingEvent {}
}

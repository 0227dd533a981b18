package eliq.critic;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a training of a critic left behind.
 *
 * @param directory of the critic
 * @param identity of the critic: weights, adapter and instructions
 * @param end why the training ended
 * @param steps whose parameters the critic has
 * @param firstLoss mean of the first tenth of the steps, nats
 * @param lastLoss mean of the last tenth of the steps, nats
 * @param validation on held-out prompts, where some were held out
 * @param trainingImages number of images trained on
 * @param trainingSamples number of questions asked about them
 * @param examplesPerSecond images with all their questions, in the process that ended the training
 * @param log of every step, JSON lines
 */
public record TrainCriticResult(
        Path directory,
        String identity,
        TrainingOutcome.End end,
        int steps,
        double firstLoss,
        double lastLoss,
        Optional<ValidationResult> validation,
        int trainingImages,
        int trainingSamples,
        double examplesPerSecond,
        Path log) {}

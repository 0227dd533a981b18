package eliq.nano;

import eliq.critic.ValidationResult;
import java.nio.file.Path;
import java.util.Optional;

/**
 * @param model folder of the finished model
 * @param steps of the optimiser
 * @param imagesPerSecond trained on, validations left out
 * @param heldOut accuracy on scenes whose prompts were never trained on
 */
public record TrainNanoResult(
        Path model, int steps, double imagesPerSecond, Optional<ValidationResult> heldOut) {}

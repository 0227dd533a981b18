package eliq.critic;

import eliq.backbone.Backbone;
import eliq.backbone.BackboneException;
import eliq.backbone.BackboneIdentity;
import eliq.backbone.BackboneTraining;
import eliq.backbone.MemoryNeeds;
import eliq.backbone.Precision;
import eliq.backbone.TrainingMode;
import java.nio.file.Path;
import java.util.Optional;

/** Opens models from disk. */
public interface BackboneLoader {

    /**
     * A frozen model.
     *
     * @param directory in the Hugging Face layout
     * @param adapter a PEFT adapter directory to apply
     */
    Backbone open(Path directory, Optional<Path> adapter) throws BackboneException;

    /**
     * The same loader for models in other numbers.
     *
     * @param precision what to keep weights in
     * @param checkpointing whether training computes layers twice to save memory even where it need not
     */
    default BackboneLoader with(Precision precision, boolean checkpointing) {
        return this;
    }

    /** Which model is in this folder, without an adapter. */
    default BackboneIdentity identity(Path directory) throws BackboneException {
        try (Backbone backbone = open(directory, Optional.empty())) {
            return backbone.identity();
        }
    }

    /**
     * A model to be trained.
     *
     * @param seed of the adapter's first weights and of dropout
     */
    BackboneTraining openForTraining(Path directory, TrainingMode mode, long seed)
            throws BackboneException;

    /**
     * How much memory a training would take; reads no weights.
     *
     * @param batch images of a pass
     * @param questions about each
     * @return empty where the model's kind gives no estimate
     */
    default Optional<MemoryNeeds> trainingMemory(
            Path directory, TrainingMode mode, int batch, int questions) throws BackboneException {
        return Optional.empty();
    }
}

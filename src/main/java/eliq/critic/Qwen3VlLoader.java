package eliq.critic;

import eliq.backbone.Backbone;
import eliq.backbone.BackboneException;
import eliq.backbone.BackboneIdentity;
import eliq.backbone.BackboneTraining;
import eliq.backbone.TrainingMode;
import eliq.backbone.qwen3vl.Qwen3Vl;
import eliq.backbone.qwen3vl.Qwen3VlTraining;
import java.nio.file.Path;
import java.util.Optional;

/** Opens dense Qwen3-VL models, eliq-nano among them. */
public final class Qwen3VlLoader implements BackboneLoader {

    @Override
    public Backbone open(Path directory, Optional<Path> adapter) throws BackboneException {
        return Qwen3Vl.open(directory, adapter);
    }

    @Override
    public BackboneIdentity identity(Path directory) throws BackboneException {
        return Qwen3Vl.identity(directory, Optional.empty());
    }

    @Override
    public BackboneTraining openForTraining(Path directory, TrainingMode mode, long seed)
            throws BackboneException {
        return Qwen3VlTraining.open(directory, mode, seed);
    }
}

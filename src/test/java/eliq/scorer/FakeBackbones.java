package eliq.scorer;

import eliq.backbone.Backbone;
import eliq.backbone.BackboneTraining;
import eliq.backbone.TrainingMode;
import eliq.critic.BackboneLoader;
import java.nio.file.Path;
import java.util.Optional;

/** Opens one fake backbone, whatever is asked for. */
record FakeBackbones(FakeBackbone backbone) implements BackboneLoader {

    @Override
    public Backbone open(Path directory, Optional<Path> adapter) {
        return backbone;
    }

    @Override
    public BackboneTraining openForTraining(Path directory, TrainingMode mode, long seed) {
        throw new UnsupportedOperationException("a fake is not trained");
    }
}

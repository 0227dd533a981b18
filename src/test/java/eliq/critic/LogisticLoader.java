package eliq.critic;

import eliq.backbone.Backbone;
import eliq.backbone.BackboneException;
import eliq.backbone.BackboneTraining;
import eliq.backbone.TrainingMode;
import java.nio.file.Path;
import java.util.Optional;

/** Opens {@link LogisticBackbone}s: an adapter folder holds all their weights. */
final class LogisticLoader implements BackboneLoader {
    @Override
    public Backbone open(Path directory, Optional<Path> adapter) throws BackboneException {
        LogisticBackbone model = new LogisticBackbone();
        if (adapter.isPresent()) {
            model.loadState(adapter.get());
        }
        return model.current();
    }

    @Override
    public BackboneTraining openForTraining(Path directory, TrainingMode mode, long seed) {
        return new LogisticBackbone();
    }
}

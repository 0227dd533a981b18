package eliq.critic;

import eliq.backbone.Backbone;
import eliq.backbone.BackboneException;
import eliq.backbone.BackboneTraining;
import eliq.backbone.TrainingMode;
import java.nio.file.Path;
import java.util.Optional;

/** Opens {@link LogisticBackbone}s: an adapter folder holds all their weights. */
public final class LogisticLoader implements BackboneLoader {
    private final long pause;

    public LogisticLoader() {
        this(0);
    }

    /**
     * @param pause of each forward pass in training, ms: as slow as a large model, without its work
     */
    public LogisticLoader(long pause) {
        this.pause = pause;
    }

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
        return new LogisticBackbone(pause);
    }
}

package eliq.nano;

import java.nio.file.Path;
import java.util.Optional;

/**
 * @param target folder of the finished model; must not exist, or be empty
 * @param settings that decide what the model becomes
 * @param from a model that all legs but the last have made; absent: from nothing
 */
public record TrainNanoParameters(Path target, NanoSettings settings, Optional<Path> from) {

    /** From nothing. */
    public TrainNanoParameters(Path target, NanoSettings settings) {
        this(target, settings, Optional.empty());
    }
}

package eliq.nano;

import java.nio.file.Path;

/**
 * @param target folder of the finished model; must not exist, or be empty
 * @param settings that decide what the model becomes
 */
public record TrainNanoParameters(Path target, NanoSettings settings) {}

package eliq.app.train;

import java.nio.file.Path;

/**
 * A model to tune or to read with.
 *
 * @param name as {@code --model} and {@code --critic} find it
 * @param tuned whether it is a critic already; only a scorer can be trained on one
 * @param bytes of its files
 */
public record ModelChoice(String name, Path folder, boolean tuned, long bytes) {}

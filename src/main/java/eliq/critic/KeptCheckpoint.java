package eliq.critic;

import java.nio.file.Path;

/**
 * A critic that was made of a training's state.
 *
 * @param directory of the critic
 * @param identity of the critic: weights, adapter and instructions
 * @param step whose parameters it has
 */
public record KeptCheckpoint(Path directory, String identity, int step) {}

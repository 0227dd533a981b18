package eliq.catalog;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A saved state of a run.
 *
 * @param path relative to the workspace
 * @param kept false where the files were since removed to save room
 */
public record Checkpoint(long runId, long step, Path path, boolean kept, Instant added) {}

package eliq.app.score;

import java.nio.file.Path;

/**
 * A scorer on this machine that can be used.
 *
 * @param name by which people know it
 * @param limits what it can and cannot judge, in one or two sentences
 */
public record InstalledScorer(String name, Path folder, String limits) {}

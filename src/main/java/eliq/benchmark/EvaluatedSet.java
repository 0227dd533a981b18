package eliq.benchmark;

import java.nio.file.Path;
import java.util.List;

/**
 * What an evaluation came to.
 *
 * @param file {@code evaluation.json}, from which every form of the report is written
 * @param listed images of the set
 * @param methods that were compared
 */
public record EvaluatedSet(Path file, int listed, List<String> methods) {}

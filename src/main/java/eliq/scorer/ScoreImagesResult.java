package eliq.scorer;

import java.nio.file.Path;

/**
 * @param scored how many images have a score
 * @param failed how many have an error instead
 * @param rows file with one {@link ScoredImage} a line, in the order asked for
 */
public record ScoreImagesResult(int scored, int failed, Path rows) {}

package eliq.scorer;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which pairs to score with what.
 *
 * @param set name of the tuple set
 * @param scorer its folder
 * @param critic that it was trained on; absent: the one that its card names
 */
public record ScorePairs(String set, Path scorer, Optional<CriticChoice> critic) {}

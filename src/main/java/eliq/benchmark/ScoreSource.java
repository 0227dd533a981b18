package eliq.benchmark;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of scores from another tool.
 *
 * @param name of the method
 * @param file CSV or XLSX with a column of image names
 * @param image column of image names; absent: guessed
 * @param visual column of visual scores; absent: guessed
 * @param alignment column of alignment scores; absent: guessed
 * @param lowerIsBetter direction of the scores
 */
public record ScoreSource(
        String name,
        Path file,
        Optional<String> image,
        Optional<String> visual,
        Optional<String> alignment,
        boolean lowerIsBetter) {
    public ScoreSource {
        file = file.toAbsolutePath().normalize();
    }

    /** Columns guessed, higher is better. */
    public static ScoreSource of(String name, Path file) {
        return new ScoreSource(
                name, file, Optional.empty(), Optional.empty(), Optional.empty(), false);
    }
}

package eliq.scorer;

import eliq.job.JobException;
import eliq.job.JobJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One image's row: its score, or why it has none.
 *
 * @param image file
 * @param prompt it was scored under
 * @param promptSource where the prompt was found, in words
 * @param visual as in {@link ImageScore}; empty where there is an error
 * @param error one sentence
 * @param note what else a person should know: doubt about the prompt, or why there is none
 */
public record ScoredImage(
        Path image,
        Optional<String> prompt,
        Optional<String> promptSource,
        Optional<Double> visual,
        Optional<Double> alignment,
        Optional<Double> technicalHigh,
        Optional<Double> aestheticHigh,
        Optional<Double> alignmentHigh,
        Optional<Double> gateTechnical,
        Optional<Double> gateAesthetic,
        Optional<String> error,
        Optional<String> note) {

    static ScoredImage failed(Path image, String error) {
        return new ScoredImage(
                image,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(error),
                Optional.empty());
    }

    static ScoredImage of(
            Path image,
            Optional<String> prompt,
            Optional<String> promptSource,
            ImageScore score,
            Optional<String> note) {
        return new ScoredImage(
                image,
                prompt,
                promptSource,
                Optional.of(score.visual()),
                score.alignment().isPresent()
                        ? Optional.of(score.alignment().getAsDouble())
                        : Optional.empty(),
                Optional.of(score.technicalHigh()),
                Optional.of(score.aestheticHigh()),
                score.alignmentHigh().isPresent()
                        ? Optional.of(score.alignmentHigh().getAsDouble())
                        : Optional.empty(),
                Optional.of(score.technicalGate()),
                Optional.of(score.aestheticGate()),
                Optional.empty(),
                note);
    }

    /** The rows of a file that a scoring job wrote. */
    public static List<ScoredImage> readAll(Path file) throws ScorerException {
        List<ScoredImage> rows = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                rows.add(JobJson.read(line, ScoredImage.class, file.toString()));
            }
            return rows;
        } catch (IOException | JobException e) {
            throw new ScorerException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}

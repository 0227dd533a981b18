package eliq.metric;

import eliq.job.JobException;
import eliq.job.JobJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One image's row.
 *
 * @param image file
 * @param prompt that it was scored under
 * @param scores by metric; without an entry where there is none
 * @param errors by metric, one sentence each; under the empty name where the image itself cannot be read
 */
public record MeasuredImage(
        Path image,
        Optional<String> prompt,
        Map<String, Double> scores,
        Map<String, String> errors) {

    /** The rows of a file that a measuring job wrote. */
    public static List<MeasuredImage> readAll(Path file) throws MetricException {
        List<MeasuredImage> rows = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                rows.add(JobJson.read(line, MeasuredImage.class, file.toString()));
            }
            return rows;
        } catch (IOException | JobException e) {
            throw new MetricException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}

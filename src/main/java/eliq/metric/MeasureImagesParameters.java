package eliq.metric;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to measure with what.
 *
 * @param metrics {@code NAME} or {@code NAME=PLACE}, see {@link Metrics#wished}
 * @param images files, in the order of the rows
 * @param prompt one for all images
 * @param prompts a CSV file with an image and a prompt column; where neither says anything, the text file beside an image
 *     and the image's own metadata are asked
 */
public record MeasureImagesParameters(
        List<String> metrics, List<Path> images, Optional<String> prompt, Optional<Path> prompts) {

    public MeasureImagesParameters {
        metrics = List.copyOf(metrics);
        images = List.copyOf(images);
    }
}

package eliq.metric;

import java.nio.file.Path;
import java.util.Map;

/**
 * @param measured how many images have a score of every metric
 * @param failed how many have not
 * @param parameters of each metric, see {@link ImageMetric#parameters()}
 * @param rows file with one {@link MeasuredImage} a line, in the order asked for
 */
public record MeasureImagesResult(
        int measured, int failed, Map<String, String> parameters, Path rows) {}

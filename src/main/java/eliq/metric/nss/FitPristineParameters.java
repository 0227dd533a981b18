package eliq.metric.nss;

import java.nio.file.Path;
import java.util.List;

/**
 * @param kind of model
 * @param images sound photographs
 * @param sharpness part of a picture's sharpest block that a block must have to count, 0..1; the authors' is 0.75
 * @param out file of the model
 */
public record FitPristineParameters(
        PristineFit kind, List<Path> images, double sharpness, Path out) {

    public FitPristineParameters {
        images = List.copyOf(images);
        if (!(sharpness >= 0 && sharpness < 1)) {
            throw new IllegalArgumentException("sharpness is " + sharpness + ", not in 0..1");
        }
    }
}

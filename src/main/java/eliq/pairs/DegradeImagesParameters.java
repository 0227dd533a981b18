package eliq.pairs;

import java.nio.file.Path;
import java.util.List;

/**
 * @param images files to degrade
 * @param target folder of the copies
 * @param operation key of an {@link eliq.pairs.degrade.Operation}
 * @param strength 0 (just visible) .. 1 (heavy)
 * @param seed of every random choice; each image draws from it and its own content
 */
public record DegradeImagesParameters(
        List<Path> images, Path target, String operation, double strength, long seed) {

    public DegradeImagesParameters {
        images = List.copyOf(images);
    }
}

package eliq.backbone.qwen3vl;

import eliq.backbone.BackboneException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How images become patches, from {@code preprocessor_config.json} (or the {@code image_processor} part of {@code
 * processor_config.json}, where later libraries save it).
 *
 * @param minPixels least area of the resized image (called {@code shortest_edge} in the file, though it is an area)
 * @param maxPixels most area of the resized image ({@code longest_edge})
 * @param patch side of a patch in pixels
 * @param merge side of the square of patches that becomes one token
 * @param temporalPatch frames in a patch; an image is repeated
 */
public record PreprocessorConfig(
        long minPixels, long maxPixels, int patch, int merge, int temporalPatch) {

    /** Both sides of a resized image are multiples of this. */
    public int factor() {
        return patch * merge;
    }

    /**
     * @throws BackboneException naming the file and the key that is missing, wrong or not implemented
     */
    public static PreprocessorConfig read(Path modelDirectory) throws BackboneException {
        Path file = modelDirectory.resolve("preprocessor_config.json");
        Path joint = modelDirectory.resolve("processor_config.json");
        ModelJson json =
                Files.exists(file) || !Files.exists(joint)
                        ? ModelJson.read(file)
                        : ModelJson.read(joint).object("image_processor");
        halves(json, "image_mean");
        halves(json, "image_std");
        for (String step : new String[] {"do_resize", "do_rescale", "do_normalize"}) {
            json.only(step, "true");
        }
        int least;
        int most;
        if (json.has("size")) {
            ModelJson size = json.object("size");
            least = size.integer("shortest_edge", 1, Integer.MAX_VALUE);
            most = size.integer("longest_edge", least, Integer.MAX_VALUE);
        } else {
            least = json.integer("min_pixels", 1, Integer.MAX_VALUE);
            most = json.integer("max_pixels", least, Integer.MAX_VALUE);
        }
        return new PreprocessorConfig(
                least,
                most,
                json.integer("patch_size", 1, 1024),
                json.integer("merge_size", 1, 16),
                json.integer("temporal_patch_size", 1, 16));
    }

    private static void halves(ModelJson json, String key) throws BackboneException {
        if (!json.has(key)) {
            return;
        }
        for (double value : json.numbers(key)) {
            if (value != 0.5) {
                throw json.wrong(key, "holds " + value + "; only 0.5 is implemented");
            }
        }
    }
}

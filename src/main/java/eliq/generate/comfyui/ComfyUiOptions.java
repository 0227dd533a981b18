package eliq.generate.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a ComfyUI server is to be used, where it differs from what is shipped.
 *
 * @param files model key to input ({@code 12.unet_name}) to value: files of other names, other steps, another sampler
 * @param workflows the user's own, by key
 * @param weak keys of the models that draw weak pictures, from the best to the poorest
 * @param earlyStop what of an unfinished run is decoded
 */
public record ComfyUiOptions(
        Map<String, Map<String, JsonNode>> files,
        Map<String, OwnWorkflow> workflows,
        List<String> weak,
        EarlyStopWay earlyStop) {

    /** What of an unfinished run is decoded. */
    public enum EarlyStopWay {
        /** The model's estimate of the clean picture at that step: smooth, soft, under-formed. */
        CLEAN_ESTIMATE,
        /** The latents as they are, noise and all, as a pipeline would decode them. */
        LATENTS
    }

    /**
     * A workflow that the user exported in the API format.
     *
     * @param file as exported
     * @param slots where a request goes, as {@code prompt=6.text}; empty: told from titles and links
     * @param width in pixels, what its model was trained for
     * @param height in pixels
     * @param editor whether it edits a picture
     */
    public record OwnWorkflow(
            Path file, Map<String, List<String>> slots, int width, int height, boolean editor) {}

    public ComfyUiOptions {
        files = Map.copyOf(files);
        workflows = Map.copyOf(workflows);
        weak = List.copyOf(weak);
    }

    /** As shipped. */
    public static ComfyUiOptions standard() {
        return new ComfyUiOptions(
                Map.of(),
                Map.of(),
                List.of("sd-1.5", "sd-1.4", "sd-1.1"),
                EarlyStopWay.CLEAN_ESTIMATE);
    }
}

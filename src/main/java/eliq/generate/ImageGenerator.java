package eliq.generate;

import eliq.image.Pixels;

/**
 * Something that makes a picture from a prompt: the built-in painter, a ComfyUI server, a WebUI. The same request gives
 * the same picture where {@link #deterministic} says so.
 */
public interface ImageGenerator {

    /** Stable name recorded with every image, such as {@code painter} or {@code comfyui/qwen-image}. */
    String name();

    /** Whether prompt, seed and settings fix every pixel. */
    boolean deterministic();

    /** Blocks until the picture is there. Callers on several threads are served one after another or side by side. */
    Pixels generate(GenerationRequest request) throws GenerateException;
}

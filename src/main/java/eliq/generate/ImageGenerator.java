package eliq.generate;

import eliq.image.Pixels;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that makes a picture from a prompt: the built-in painter, a ComfyUI server, a WebUI. The same request gives
 * the same picture where {@link #deterministic} says so.
 */
public interface ImageGenerator {

    /** Stable name recorded with every image, such as {@code painter} or {@code comfyui/qwen-image}. */
    String name();

    /** Whether prompt, seed and settings fix every pixel. */
    boolean deterministic();

    /** What it can be asked for. Answers at once, without asking a server. */
    Capabilities capabilities();

    /** Blocks until the picture is there. Callers on several threads are served one after another or side by side. */
    Pixels generate(GenerationRequest request) throws GenerateException;

    /**
     * As {@link #generate}, with all that is to be recorded of the picture.
     *
     * @param watch told how far it is, and asked whether the picture is still wanted
     * @throws GenerateException with {@link GenerateException.Reason#CANCELLED} where it is not
     */
    default GeneratedImage make(GenerationRequest request, GenerationWatch watch)
            throws GenerateException {
        watch.checkCancelled(name());
        long start = System.nanoTime();
        Pixels pixels = generate(request);
        return new GeneratedImage(
                pixels,
                new Provenance(
                        name(),
                        Optional.empty(),
                        request.seed(),
                        Optional.empty(),
                        Instant.now(),
                        Duration.ofNanos(System.nanoTime() - start)));
    }
}

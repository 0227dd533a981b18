package eliq.catalog;

import eliq.image.ContentHash;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An image the catalogue knows. Its content never changes; only its name and prompt may.
 *
 * @param hash of the file's bytes
 * @param location where the bytes are
 * @param name shown to people: a file name as a rule
 * @param width in pixels, upright
 * @param height in pixels, upright
 * @param format of the file, lower case, such as {@code png}
 * @param bytes length of the file
 * @param promptId the prompt it is judged by
 * @param generator what drew it, such as {@code painter} or {@code comfyui/qwen-image}
 * @param model the checkpoint the generator used, as it names it
 * @param embeddedPrompt as the generator left it in the file
 * @param added when it came in, to the microsecond
 */
public record ImageRecord(
        ContentHash hash,
        ImageLocation location,
        String name,
        int width,
        int height,
        String format,
        long bytes,
        Origin origin,
        OptionalLong promptId,
        Optional<String> generator,
        Optional<String> model,
        OptionalLong seed,
        Optional<String> embeddedPrompt,
        Instant added) {

    /** The same image judged by this prompt. */
    public ImageRecord withPrompt(long id) {
        return new ImageRecord(
                hash,
                location,
                name,
                width,
                height,
                format,
                bytes,
                origin,
                OptionalLong.of(id),
                generator,
                model,
                seed,
                embeddedPrompt,
                added);
    }
}

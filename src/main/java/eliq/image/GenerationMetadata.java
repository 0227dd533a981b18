package eliq.image;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the generator of a picture wrote into its file about how it was made.
 *
 * @param tool the program that wrote it, such as "ComfyUI"
 * @param prompt the positive prompt as written, where one can be told; never blank
 * @param negative the negative prompt; never blank
 * @param seed of the sampler that began from noise
 * @param model file or name of the checkpoint
 * @param candidates other texts that may be the prompt, or parts of it; empty where there is no doubt
 * @param note what a user should know: several texts, no prompt and why; a sentence or two
 */
public record GenerationMetadata(
        String tool,
        Optional<String> prompt,
        Optional<String> negative,
        Optional<Long> seed,
        Optional<String> model,
        List<String> candidates,
        Optional<String> note) {

    public GenerationMetadata {
        prompt = prompt.map(String::strip).filter(t -> !t.isEmpty());
        negative = negative.map(String::strip).filter(t -> !t.isEmpty());
        candidates = List.copyOf(candidates);
    }

    /**
     * Reads the metadata of a PNG, JPEG, WebP or TIFF file.
     *
     * @return empty where no generator left anything
     * @throws ImageException if the file cannot be read or its structure is damaged
     */
    public static Optional<GenerationMetadata> read(Path file) throws ImageException {
        return read(ImageDecoder.readAll(file, ImageLimits.DEFAULT), file.toString());
    }

    /** As {@link #read(Path)}, from the file's bytes; {@code name} stands for the file in messages. */
    public static Optional<GenerationMetadata> read(byte[] bytes, String name)
            throws ImageException {
        try {
            return GeneratorTexts.interpret(EmbeddedTexts.read(bytes));
        } catch (ImageException e) {
            throw new ImageException(name + ": " + e.getMessage(), e);
        }
    }

    GenerationMetadata withNote(String more) {
        return new GenerationMetadata(
                tool,
                prompt,
                negative,
                seed,
                model,
                candidates,
                Optional.of(note.map(n -> n + " " + more).orElse(more)));
    }
}

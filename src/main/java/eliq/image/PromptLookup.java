package eliq.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds an image's prompt: the given text, else its row in the table, else the {@code .txt} of the same name, else the file's own metadata. Safe for any
 * number of threads.
 */
public final class PromptLookup {

    private static final long MAX_SIDECAR_BYTES = 64 << 10;

    private final Optional<String> given;
    private final Optional<PromptTable> table;

    /**
     * @param given one prompt for every image
     * @param table prompts by image
     */
    public PromptLookup(Optional<String> given, Optional<PromptTable> table) {
        this.given = given.map(String::strip).filter(t -> !t.isEmpty());
        this.table = table;
    }

    /**
     * The prompt of an image file, from its bytes where they are at hand already.
     *
     * @throws ImageException if a text file beside the image cannot be read; a damaged image is not an error here, since the
     *     decoder reports it
     */
    public PromptAnswer find(Path image, byte[] bytes) throws ImageException {
        if (given.isPresent()) {
            return found(given.get(), PromptSource.GIVEN);
        }
        Optional<String> row = table.flatMap(t -> t.promptFor(image));
        if (row.isPresent()) {
            return found(row.get(), PromptSource.TABLE);
        }
        Optional<String> sidecar = sidecar(image);
        if (sidecar.isPresent()) {
            return found(sidecar.get(), PromptSource.SIDECAR);
        }
        String elsewhere =
                table.isPresent()
                        ? "It has no row in "
                                + table.get().name()
                                + ", no text file beside it, and "
                        : "It has no text file beside it, and ";
        try {
            Optional<GenerationMetadata> metadata =
                    GenerationMetadata.read(bytes, image.toString());
            if (metadata.isEmpty()) {
                return new PromptAnswer.Absent(
                        elsewhere + "no generator left a prompt in the file.");
            }
            Optional<String> prompt = metadata.get().prompt();
            Optional<String> note = metadata.get().note();
            return prompt.isPresent()
                    ? new PromptAnswer.Found(prompt.get(), PromptSource.METADATA, note)
                    : new PromptAnswer.Absent(
                            metadata.get().tool()
                                    + " left metadata without a usable prompt. "
                                    + note.orElse(""));
        } catch (ImageException e) {
            return new PromptAnswer.Absent(elsewhere + "its metadata cannot be read.");
        }
    }

    /** As {@link #find(Path, byte[])}, reading the file. */
    public PromptAnswer find(Path image) throws ImageException {
        if (given.isPresent()) {
            return found(given.get(), PromptSource.GIVEN);
        }
        return find(image, ImageDecoder.readAll(image, ImageLimits.DEFAULT));
    }

    private static PromptAnswer found(String text, PromptSource source) {
        return new PromptAnswer.Found(text, source, Optional.empty());
    }

    private static Optional<String> sidecar(Path image) throws ImageException {
        Path file = image.resolveSibling(ImageFiles.stem(image) + ".txt");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            if (Files.size(file) > MAX_SIDECAR_BYTES) {
                throw new ImageException(
                        file
                                + ": has "
                                + Files.size(file)
                                + " bytes, too many for a prompt; shorten it or move it away.");
            }
            String text = TextDecoding.utf8OrLatin1(Files.readAllBytes(file));
            String prompt = text.replace("\uFEFF", "").strip();
            return prompt.isEmpty() ? Optional.empty() : Optional.of(prompt);
        } catch (IOException e) {
            throw new ImageException(file + ": could not be read; check its permissions.", e);
        }
    }
}

package eliq.generate.folder;

import eliq.generate.Backend;
import eliq.generate.Capabilities;
import eliq.generate.Capabilities.QualityKind;
import eliq.generate.GenerateException;
import eliq.generate.GenerateException.Reason;
import eliq.generate.GeneratedImage;
import eliq.generate.GenerationRequest;
import eliq.generate.GenerationWatch;
import eliq.generate.Health;
import eliq.generate.Health.ModelState;
import eliq.generate.ImageEditor;
import eliq.generate.ImageGenerator;
import eliq.generate.Provenance;
import eliq.image.GenerationMetadata;
import eliq.image.ImageDecoder;
import eliq.image.ImageException;
import eliq.image.ImageLimits;
import eliq.image.Pixels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A folder of images whose prompts are known: from a CSV file, from text files beside them, or from what ComfyUI, a web UI or
 * another generator left in them. It "draws" a prompt by giving out an image that was drawn from the same words; where there
 * are several, the seed chooses. The image comes in the size it has.
 */
public final class FolderBackend implements Backend, ImageGenerator {
    private static final int USUAL = 512;

    private final String name;
    private final Path folder;
    private final Optional<Path> prompts;
    private Optional<PromptIndex> index = Optional.empty();

    /** @param prompts CSV file with columns for image and prompt; asked before what the images say themselves */
    public FolderBackend(String name, Path folder, Optional<Path> prompts) {
        this.name = name;
        this.folder = folder;
        this.prompts = prompts;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<ImageGenerator> generators() {
        return List.of(this);
    }

    @Override
    public List<ImageEditor> editors() {
        return List.of();
    }

    @Override
    public boolean deterministic() {
        return true;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(Set.of(QualityKind.FULL), true, USUAL, USUAL, 1);
    }

    /** All prompts that it has images of, each once, in the order of the images. Reads the folder the first time. */
    public List<String> prompts() throws GenerateException {
        return index().prompts();
    }

    @Override
    public Pixels generate(GenerationRequest request) throws GenerateException {
        return make(request, GenerationWatch.NONE).pixels();
    }

    @Override
    public GeneratedImage make(GenerationRequest request, GenerationWatch watch)
            throws GenerateException {
        if (!capabilities().makes(request.quality())) {
            throw new GenerateException(
                    Reason.REFUSED,
                    name
                            + " only has finished pictures; choose another generator for early-stopped and weak ones.");
        }
        long start = System.nanoTime();
        List<Path> images = index().images(request.prompt());
        if (images.isEmpty()) {
            throw new GenerateException(
                    Reason.REFUSED,
                    "%s: no image in %s was drawn from \"%s\"; its prompts are listed by 'eliq backends prompts %s'."
                            .formatted(name, folder, request.prompt(), name));
        }
        Path image = images.get((int) Long.remainderUnsigned(request.seed(), images.size()));
        try {
            byte[] bytes = ImageDecoder.readAll(image, ImageLimits.DEFAULT);
            Pixels pixels = ImageDecoder.decode(bytes, image.toString()).pixels();
            Optional<GenerationMetadata> metadata = metadata(bytes, image);
            return new GeneratedImage(
                    pixels,
                    new Provenance(
                            name,
                            metadata.flatMap(GenerationMetadata::model),
                            metadata.flatMap(GenerationMetadata::seed).orElse(request.seed()),
                            Optional.empty(),
                            Instant.now(),
                            Duration.ofNanos(System.nanoTime() - start)));
        } catch (ImageException e) {
            throw new GenerateException(e.getMessage(), e);
        }
    }

    private static Optional<GenerationMetadata> metadata(byte[] bytes, Path image) {
        try {
            return GenerationMetadata.read(bytes, image.toString());
        } catch (ImageException e) {
            return Optional.empty();
        }
    }

    private synchronized PromptIndex index() throws GenerateException {
        if (index.isEmpty()) {
            index = Optional.of(PromptIndex.read(name, folder, prompts));
        }
        return index.get();
    }

    @Override
    public Health check() {
        if (!Files.isDirectory(folder)) {
            return Health.unreachable(name + ": there is no folder " + folder + ".");
        }
        try {
            PromptIndex found = PromptIndex.read(name, folder, prompts);
            return new Health(
                    true,
                    "%d images, %d with a prompt, %d different prompts"
                            .formatted(found.images(), found.withPrompt(), found.prompts().size()),
                    List.of(
                            new ModelState(
                                    name,
                                    "images in " + folder,
                                    found.withPrompt() == 0
                                            ? List.of("an image with a prompt")
                                            : List.of())));
        } catch (GenerateException e) {
            return Health.unreachable(e.getMessage());
        }
    }
}

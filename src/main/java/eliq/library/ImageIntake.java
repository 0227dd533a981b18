package eliq.library;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.ImageLocation;
import eliq.catalog.ImageRecord;
import eliq.catalog.Origin;
import eliq.catalog.Prompt;
import eliq.catalog.PromptStore;
import eliq.image.DecodedImage;
import eliq.image.GenerationMetadata;
import eliq.image.ImageDecoder;
import eliq.image.ImageException;
import eliq.image.ImageLimits;
import eliq.image.PromptAnswer;
import eliq.image.PromptLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Takes single image files in. Looking at a file may be done on any thread; keeping it is for one. */
final class ImageIntake {
    private final Catalog catalog;
    private final PromptLookup prompts;
    private final boolean copy;

    ImageIntake(Catalog catalog, PromptLookup prompts, boolean copy) {
        this.catalog = catalog;
        this.prompts = prompts;
        this.copy = copy;
    }

    /**
     * A file that was looked at and found good; its pixels are let go of again.
     *
     * @param image as it would be catalogued, without its prompt
     */
    record Looked(Path file, ImageRecord image, Optional<PromptAnswer.Found> prompt) {}

    /** Reads, hashes and decodes a file, and finds its prompt. A copy, if wanted, is made here. */
    Looked look(Path file) throws ImageException, CatalogException {
        byte[] bytes = ImageDecoder.readAll(file, ImageLimits.DEFAULT);
        DecodedImage decoded = ImageDecoder.decode(bytes, file.toString());
        Optional<GenerationMetadata> metadata = metadata(file, bytes);
        if (copy) {
            catalog.objects().put(bytes);
        }
        Optional<Long> seed = metadata.flatMap(GenerationMetadata::seed);
        ImageRecord image =
                new ImageRecord(
                        decoded.hash(),
                        copy ? new ImageLocation.Stored() : new ImageLocation.Outside(file),
                        file.getFileName().toString(),
                        decoded.pixels().width(),
                        decoded.pixels().height(),
                        decoded.facts().format().name().toLowerCase(Locale.ROOT),
                        bytes.length,
                        Origin.IMPORTED,
                        OptionalLong.empty(),
                        metadata.map(GenerationMetadata::tool),
                        metadata.flatMap(GenerationMetadata::model),
                        seed.isPresent() ? OptionalLong.of(seed.get()) : OptionalLong.empty(),
                        metadata.flatMap(GenerationMetadata::prompt),
                        Instant.now());
        PromptAnswer answer = prompts.find(file, bytes);
        return new Looked(
                file,
                image,
                answer instanceof PromptAnswer.Found found ? Optional.of(found) : Optional.empty());
    }

    /** A picture is welcome though its metadata is damaged. */
    private static Optional<GenerationMetadata> metadata(Path file, byte[] bytes) {
        try {
            return GenerationMetadata.read(bytes, file.toString());
        } catch (ImageException e) {
            return Optional.empty();
        }
    }

    /** Puts a file that was looked at into the catalogue. */
    void keep(Looked looked) throws CatalogException {
        Optional<Prompt> prompt = Optional.empty();
        if (looked.prompt().isPresent()) {
            PromptAnswer.Found found = looked.prompt().get();
            prompt =
                    Optional.of(
                            catalog.prompts()
                                    .add(
                                            PromptStore.NewPrompt.of(
                                                    found.text(), found.source().title())));
        }
        ImageRecord image =
                prompt.map(p -> looked.image().withPrompt(p.id())).orElse(looked.image());
        Optional<ImageRecord> known = catalog.images().find(image.hash());
        if (known.isPresent()) {
            refresh(known.get(), image);
        } else {
            catalog.images().add(image);
        }
    }

    /** What is known of an image stays, but what was missing is filled in. */
    private void refresh(ImageRecord known, ImageRecord found) throws CatalogException {
        if (known.promptId().isEmpty() && found.promptId().isPresent()) {
            catalog.images().setPrompt(known.hash(), found.promptId());
        }
        boolean gone = !Files.isRegularFile(catalog.path(known));
        boolean nowStored = copy && known.location() instanceof ImageLocation.Outside;
        if (gone || nowStored) {
            catalog.images().relocate(known.hash(), found.location());
        }
    }
}

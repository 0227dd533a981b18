package eliq.pairs;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.ImageRecord;
import eliq.catalog.Origin;
import eliq.generate.Capabilities;
import eliq.generate.GenerateException;
import eliq.generate.GenerationRequest;
import eliq.generate.GenerationRequest.Quality;
import eliq.generate.ImageGenerator;
import eliq.image.ContentHash;
import eliq.image.Pixels;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A generator whose every drawing is stored at once, and that does not draw again what is stored already: what a killed
 * build has drawn is not lost. For the tuples of one prompt.
 */
final class StoringGenerator implements ImageGenerator {
    private final ImageGenerator generator;
    private final Catalog catalog;
    private final Pictures pictures;
    private final long promptId;
    private final Map<Pixels, ContentHash> given = new IdentityHashMap<>();

    /** @param promptId the prompt that its drawings are judged by */
    StoringGenerator(ImageGenerator generator, Catalog catalog, Pictures pictures, long promptId) {
        this.generator = generator;
        this.catalog = catalog;
        this.pictures = pictures;
        this.promptId = promptId;
    }

    @Override
    public String name() {
        return generator.name();
    }

    @Override
    public boolean deterministic() {
        return generator.deterministic();
    }

    @Override
    public Capabilities capabilities() {
        return generator.capabilities();
    }

    @Override
    public Pixels generate(GenerationRequest request) throws GenerateException {
        String name = nameOf(request);
        try {
            Optional<ImageRecord> stored =
                    catalog.images().ofPrompt(promptId).stream()
                            .filter(image -> image.name().equals(name))
                            .findFirst();
            if (stored.isPresent()) {
                try {
                    return remember(pictures.pixels(stored.get().hash()), stored.get().hash());
                } catch (PairsException e) {
                    // The stored one cannot be used any more: it is drawn again.
                }
            }
            Pixels drawn = generator.generate(request);
            return remember(drawn, pictures.keep(drawn, details(request, name)));
        } catch (CatalogException e) {
            throw new GenerateException(e.getMessage(), e);
        }
    }

    /** Where a picture that this generator gave is stored; empty for any other. */
    Optional<ContentHash> stored(Pixels pixels) {
        return Optional.ofNullable(given.get(pixels));
    }

    private Pixels remember(Pixels pixels, ContentHash hash) {
        given.put(pixels, hash);
        return pixels;
    }

    private Pictures.Details details(GenerationRequest request, String name) {
        return new Pictures.Details(
                name,
                Origin.GENERATED,
                promptId,
                Optional.of(generator.name()),
                OptionalLong.of(request.seed()),
                Optional.of(request.prompt()));
    }

    /** Names everything that decides the drawing. */
    private String nameOf(GenerationRequest request) {
        String quality =
                switch (request.quality()) {
                    case Quality.Full full -> "full";
                    case Quality.EarlyStopped early ->
                            "early-stopped-%.0f".formatted(100 * early.progress());
                    case Quality.Weaker weaker -> "weaker-%.0f".formatted(100 * weaker.strength());
                };
        String identity = "%016x".formatted(Seeds.of(0, generator.name(), request));
        return "%s-%s-%s.png".formatted(generator.name().replace('/', '-'), quality, identity);
    }
}

package eliq.benchmark.ablation;

import eliq.backbone.BackboneException;
import eliq.backbone.PreparedImage;
import eliq.catalog.Catalog;
import eliq.critic.CatalogImages;
import eliq.critic.Critic;
import eliq.critic.CriticException;
import eliq.critic.ImageSource;
import eliq.image.ContentHash;
import eliq.image.ImageDecoder;
import eliq.image.ImageException;
import eliq.pairs.PairsException;
import eliq.pairs.Pictures;
import eliq.pairs.degrade.Degradation;
import eliq.pairs.degrade.Degradations;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Pictures that readings are asked of: those of the catalogue, degraded ones that are made only when they are to be read,
 * and files outside.
 */
final class ReadingImages implements ImageSource {
    private final CatalogImages known;
    private final Pictures pictures;
    private final Critic critic;
    private final Map<ContentHash, Degraded> degraded = new ConcurrentHashMap<>();
    private final Map<ContentHash, Path> files = new ConcurrentHashMap<>();

    ReadingImages(Catalog catalog, Pictures pictures, Critic critic) {
        this.known = new CatalogImages(catalog, critic.backbone());
        this.pictures = pictures;
        this.critic = critic;
    }

    private record Degraded(ContentHash positive, Degradation degradation) {}

    /** A degraded picture by what determines it: the positive's content and the recipe. */
    ContentHash degraded(ContentHash positive, Degradation degradation) {
        String recipe = positive.hex() + "\n" + Degradations.toJson(degradation);
        ContentHash hash = ContentHash.of(recipe.getBytes(StandardCharsets.UTF_8));
        degraded.put(hash, new Degraded(positive, degradation));
        return hash;
    }

    /** A file outside by its content. */
    ContentHash file(Path file) throws ImageException {
        ContentHash hash =
                ContentHash.of(ImageDecoder.readAll(file, eliq.image.ImageLimits.DEFAULT));
        files.put(hash, file);
        return hash;
    }

    @Override
    public PreparedImage prepared(ContentHash image) throws CriticException {
        try {
            Degraded made = degraded.get(image);
            if (made != null) {
                return critic.prepare(made.degradation.apply(pictures.pixels(made.positive)));
            }
            Path file = files.get(image);
            return file == null
                    ? known.prepared(image)
                    : critic.prepare(ImageDecoder.decode(file).pixels());
        } catch (PairsException | ImageException | BackboneException e) {
            throw new CriticException(e.getMessage(), e);
        }
    }
}

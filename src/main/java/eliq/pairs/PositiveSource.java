package eliq.pairs;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.ImageLocation;
import eliq.catalog.ImageRecord;
import eliq.catalog.Origin;
import eliq.image.ContentHash;
import eliq.image.DecodedImage;
import eliq.image.ImageDecoder;
import eliq.image.ImageEncoding;
import eliq.image.ImageException;
import eliq.image.Pixels;
import eliq.pairs.degrade.Resampling;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** The user's own images as positives. */
final class PositiveSource {
    private final Catalog catalog;
    private final Pictures pictures;

    PositiveSource(Catalog catalog, Pictures pictures) {
        this.catalog = catalog;
        this.pictures = pictures;
    }

    /**
     * A positive that is in the catalogue.
     *
     * @param image the user's
     * @param hash of the image that the tuple is built on: the user's, or its reduced copy
     * @param pixels likewise
     */
    record Positive(ImageRecord image, ContentHash hash, Pixels pixels) {}

    /**
     * Decodes a file and catalogues it where it lies; one that is catalogued already stays as it is.
     *
     * @param mostPixels of the positive: a larger image stands in by a reduced copy, kept in the workspace
     */
    Positive read(BuildPairs.OwnImage own, long promptId, int mostPixels)
            throws ImageException, CatalogException {
        DecodedImage decoded = ImageDecoder.decode(own.file());
        Pixels pixels = decoded.pixels();
        Optional<ImageRecord> known = catalog.images().find(decoded.hash());
        if (known.isEmpty()) {
            catalog.images().add(record(own, decoded, promptId));
        }
        ImageRecord image = catalog.images().find(decoded.hash()).orElseThrow();
        if (!tooLarge(pixels, mostPixels)) {
            pictures.remember(decoded.hash(), pixels);
            return new Positive(image, decoded.hash(), pixels);
        }
        Pixels reduced = reduced(pixels, mostPixels);
        return new Positive(
                image, pictures.keep(reduced, detailsOfReduced(image, promptId)), reduced);
    }

    /** Hash of the image that a tuple would be built on; nothing is kept. */
    static ContentHash hash(BuildPairs.OwnImage own, int mostPixels) throws ImageException {
        DecodedImage decoded = ImageDecoder.decode(own.file());
        return tooLarge(decoded.pixels(), mostPixels)
                ? ContentHash.of(ImageEncoding.png(reduced(decoded.pixels(), mostPixels)))
                : decoded.hash();
    }

    private static boolean tooLarge(Pixels pixels, int mostPixels) {
        return (long) pixels.width() * pixels.height() > mostPixels;
    }

    private static Pixels reduced(Pixels pixels, int mostPixels) {
        double scale = Math.sqrt((double) mostPixels / ((long) pixels.width() * pixels.height()));
        return Resampling.resize(
                pixels,
                Math.max(1, (int) (pixels.width() * scale)),
                Math.max(1, (int) (pixels.height() * scale)));
    }

    /** The seed that stands for an image's own. */
    static long seed(ContentHash image) {
        return Seeds.small(0, image);
    }

    private static Pictures.Details detailsOfReduced(ImageRecord image, long promptId) {
        return new Pictures.Details(
                "reduced-" + image.name() + ".png",
                Origin.DERIVED,
                promptId,
                image.generator(),
                image.model(),
                image.seed(),
                image.embeddedPrompt());
    }

    private static ImageRecord record(BuildPairs.OwnImage own, DecodedImage decoded, long promptId)
            throws ImageException {
        try {
            return new ImageRecord(
                    decoded.hash(),
                    new ImageLocation.Outside(own.file()),
                    own.file().getFileName().toString(),
                    decoded.pixels().width(),
                    decoded.pixels().height(),
                    decoded.facts().format().name().toLowerCase(Locale.ROOT),
                    Files.size(own.file()),
                    Origin.IMPORTED,
                    OptionalLong.of(promptId),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalLong.empty(),
                    Optional.empty(),
                    Instant.now());
        } catch (IOException e) {
            throw new ImageException(
                    own.file() + ": could not be read (" + e.getMessage() + "); check the disk.",
                    e);
        }
    }
}

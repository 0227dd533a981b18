package eliq.pairs;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.ImageLocation;
import eliq.catalog.ImageRecord;
import eliq.catalog.Origin;
import eliq.image.DecodedImage;
import eliq.image.ImageDecoder;
import eliq.image.ImageException;
import eliq.image.Pixels;
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

    /** A positive that is in the catalogue. */
    record Positive(ImageRecord image, Pixels pixels) {}

    /** Decodes a file and catalogues it where it lies; one that is catalogued already stays as it is. */
    Positive read(BuildPairs.OwnImage own, long promptId) throws ImageException, CatalogException {
        DecodedImage decoded = ImageDecoder.decode(own.file());
        Pixels pixels = decoded.pixels();
        Optional<ImageRecord> known = catalog.images().find(decoded.hash());
        if (known.isEmpty()) {
            catalog.images().add(record(own, decoded, promptId));
        }
        pictures.remember(decoded.hash(), pixels);
        return new Positive(catalog.images().find(decoded.hash()).orElseThrow(), pixels);
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

package eliq.critic;

import eliq.backbone.Backbone;
import eliq.backbone.BackboneException;
import eliq.backbone.PreparedImage;
import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.ImageRecord;
import eliq.image.ContentHash;
import eliq.image.DecodedImage;
import eliq.image.ImageDecoder;
import eliq.image.ImageException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The catalogue's images, decoded and prepared; those used last are kept, since each epoch wants them again. */
public final class CatalogImages implements ImageSource {
    private final Catalog catalog;
    private final Backbone backbone;
    private final long room;
    private final Map<ContentHash, PreparedImage> kept = new LinkedHashMap<>(256, 0.75f, true);
    private long used;

    /**
     * @param backbone prepares the images
     * @param room bytes of prepared images to keep
     */
    public CatalogImages(Catalog catalog, Backbone backbone, long room) {
        this.catalog = catalog;
        this.backbone = backbone;
        this.room = room;
    }

    /** With an eighth of the heap to keep images in. */
    public CatalogImages(Catalog catalog, Backbone backbone) {
        this(catalog, backbone, Runtime.getRuntime().maxMemory() / 8);
    }

    @Override
    public PreparedImage prepared(ContentHash image) throws CriticException {
        Optional<PreparedImage> found = lookUp(image);
        if (found.isPresent()) {
            return found.get();
        }
        PreparedImage made = make(image);
        keep(image, made);
        return made;
    }

    private PreparedImage make(ContentHash image) throws CriticException {
        try {
            ImageRecord record =
                    catalog.images()
                            .find(image)
                            .orElseThrow(
                                    () ->
                                            new CriticException(
                                                    "image "
                                                            + image
                                                            + " is not in the catalogue; build the"
                                                            + " tuple set anew"));
            Path file = catalog.path(record);
            DecodedImage decoded = ImageDecoder.decode(file);
            if (!decoded.hash().equals(image)) {
                throw new CriticException(
                        file
                                + " was changed since it came into the catalogue; put the old file"
                                + " back, or import it again and build the tuple set anew");
            }
            return backbone.prepare(decoded.pixels());
        } catch (CatalogException | ImageException | BackboneException e) {
            throw new CriticException(e.getMessage(), e);
        }
    }

    private synchronized Optional<PreparedImage> lookUp(ContentHash image) {
        return Optional.ofNullable(kept.get(image));
    }

    private synchronized void keep(ContentHash image, PreparedImage made) {
        if (kept.put(image, made) == null) {
            used += made.patches().length;
        }
        var oldest = kept.entrySet().iterator();
        while (used > room && oldest.hasNext()) {
            used -= oldest.next().getValue().patches().length;
            oldest.remove();
        }
    }
}

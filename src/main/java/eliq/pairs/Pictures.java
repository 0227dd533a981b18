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
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The catalogue's pictures in decoded form. The files are the truth; those last used are kept decoded as well, so that
 * what was just made need not be read back. May be used by several threads.
 */
public final class Pictures {
    private final Catalog catalog;
    private final long cacheBytes;
    private final Map<ContentHash, Pixels> cache = new LinkedHashMap<>(64, 0.75f, true);
    private long cached;

    /** @param cacheBytes how much may be kept decoded; 0 for nothing */
    public Pictures(Catalog catalog, long cacheBytes) {
        this.catalog = catalog;
        this.cacheBytes = cacheBytes;
    }

    /** Keeps up to a quarter of the heap decoded. */
    public static Pictures of(Catalog catalog) {
        return new Pictures(catalog, Runtime.getRuntime().maxMemory() / 4);
    }

    /**
     * What is to be noted of a picture that is kept.
     *
     * @param name shown to people
     * @param generator what drew it
     * @param model that the generator used
     * @param seed it was drawn with
     * @param drawnFrom the prompt that the generator was given
     */
    record Details(
            String name,
            Origin origin,
            long promptId,
            Optional<String> generator,
            Optional<String> model,
            OptionalLong seed,
            Optional<String> drawnFrom) {}

    /** A picture of the catalogue that can be decoded when it is wanted. */
    public Picture picture(ContentHash hash) {
        return new Picture(hash, this);
    }

    /**
     * The pixels of a catalogued image.
     *
     * @throws PairsException if its file is gone, damaged or no longer what was catalogued
     */
    public Pixels pixels(ContentHash hash) throws PairsException {
        Optional<Pixels> known = cached(hash);
        if (known.isPresent()) {
            return known.get();
        }
        DecodedImage decoded = decode(hash);
        remember(hash, decoded.pixels());
        return decoded.pixels();
    }

    private DecodedImage decode(ContentHash hash) throws PairsException {
        try {
            ImageRecord image =
                    catalog.images()
                            .find(hash)
                            .orElseThrow(
                                    () ->
                                            new PairsException(
                                                    "Image "
                                                            + hash
                                                            + " is not in the catalogue; build the set again."));
            Path file = catalog.path(image);
            DecodedImage decoded = ImageDecoder.decode(file);
            if (!decoded.hash().equals(hash)) {
                throw new PairsException(
                        file
                                + ": was changed after it was catalogued; import it again and build the set anew.");
            }
            return decoded;
        } catch (CatalogException | ImageException e) {
            throw new PairsException(e.getMessage(), e);
        }
    }

    /** Stores a picture as PNG in the workspace and notes it in the catalogue; the same pixels are stored once. */
    ContentHash keep(Pixels pixels, Details details) throws CatalogException {
        ImageRecord image = store(pixels, details);
        catalog.images().addLazily(image);
        return image.hash();
    }

    /** Stores a picture as PNG in the workspace; what is to be noted of it in the catalogue. */
    ImageRecord store(Pixels pixels, Details details) throws CatalogException {
        byte[] png = ImageEncoding.png(pixels);
        ContentHash hash = catalog.objects().put(png);
        remember(hash, pixels);
        return new ImageRecord(
                hash,
                new ImageLocation.Stored(),
                details.name(),
                pixels.width(),
                pixels.height(),
                "png",
                png.length,
                details.origin(),
                OptionalLong.of(details.promptId()),
                details.generator(),
                details.model(),
                details.seed(),
                details.drawnFrom(),
                Instant.now());
    }

    private synchronized Optional<Pixels> cached(ContentHash hash) {
        return Optional.ofNullable(cache.get(hash));
    }

    synchronized void remember(ContentHash hash, Pixels pixels) {
        if (pixels.rgb().length > cacheBytes || cache.containsKey(hash)) {
            return;
        }
        cache.put(hash, pixels);
        cached += pixels.rgb().length;
        var oldest = cache.entrySet().iterator();
        while (cached > cacheBytes) {
            cached -= oldest.next().getValue().rgb().length;
            oldest.remove();
        }
    }
}

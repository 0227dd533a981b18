package eliq.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/**
 * Small pictures for lists, kept on disk by content hash and size, so that a renamed or copied file is found again. Safe for any number of threads and
 * programs: a file appears whole or not at all.
 */
public final class Thumbnails {

    private static final float QUALITY = 0.9f;

    private final Path folder;
    private final int longestSide;

    /**
     * @param folder of the cache; made when first needed
     * @param longestSide in pixels, 16 to 2048
     */
    public Thumbnails(Path folder, int longestSide) {
        if (longestSide < 16 || longestSide > 2048) {
            throw new IllegalArgumentException(
                    "a thumbnail's side must be 16 to 2048 pixels, not " + longestSide);
        }
        this.folder = folder;
        this.longestSide = longestSide;
    }

    /**
     * The thumbnail of an image file.
     *
     * @throws ImageException if the image cannot be decoded; trouble with the cache is no error
     */
    public Pixels of(Path image) throws ImageException {
        byte[] bytes = ImageDecoder.readAll(image, ImageLimits.DEFAULT);
        Path cached = fileFor(ContentHash.of(bytes));
        Optional<Pixels> kept = StoredThumbnail.read(cached);
        if (kept.isPresent()) {
            return kept.get();
        }
        Pixels small =
                AreaAverage.fitInto(
                        ImageDecoder.decode(bytes, image.toString()).pixels(), longestSide);
        store(cached, ImageEncoding.jpeg(small, QUALITY));
        return small;
    }

    /**
     * The thumbnail of a file whose content is known: where it is cached, the file itself is not read.
     *
     * @throws ImageException if the image cannot be decoded; trouble with the cache is no error
     */
    public Pixels of(ContentHash content, Path image) throws ImageException {
        Optional<Pixels> kept = StoredThumbnail.read(fileFor(content));
        return kept.isPresent() ? kept.get() : of(image);
    }

    /** The cache file for a content; two levels, so that no folder grows huge. */
    public Path fileFor(ContentHash hash) {
        return folder.resolve(hash.hex().substring(0, 2))
                .resolve(hash.hex() + "-" + longestSide + ".jpg");
    }

    private static void store(Path target, byte[] jpeg) {
        Path aside = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID());
        try {
            Files.createDirectories(target.getParent());
            try (FileChannel channel =
                    FileChannel.open(
                            aside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(jpeg);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(false);
            }
            Files.move(
                    aside,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // The cache only saves time: a full or read-only disk must not keep a picture from
            // being shown.
            try {
                Files.deleteIfExists(aside);
            } catch (IOException ignored) {
                e.addSuppressed(ignored);
            }
        }
    }
}

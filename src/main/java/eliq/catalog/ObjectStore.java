package eliq.catalog;

import eliq.image.ContentHash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files under the hash of their content. A file that is here is complete and never changes. */
public final class ObjectStore {
    private final Path folder;

    ObjectStore(Path folder) {
        this.folder = folder;
    }

    /** Where the object of this hash is, or would be. */
    public Path path(ContentHash hash) {
        return folder.resolve(hash.hex().substring(0, 2)).resolve(hash.hex());
    }

    public boolean contains(ContentHash hash) {
        return Files.isRegularFile(path(hash));
    }

    /** Keeps these bytes: written aside, flushed to the disk, then renamed. */
    public ContentHash put(byte[] bytes) throws CatalogException {
        ContentHash hash = ContentHash.of(bytes);
        if (contains(hash)) {
            return hash;
        }
        Path target = path(hash);
        Path aside = null;
        try {
            Files.createDirectories(target.getParent());
            aside = Files.createTempFile(folder, "new-", ".part");
            write(aside, bytes);
            rename(aside, target);
            return hash;
        } catch (IOException e) {
            deleteQuietly(aside);
            throw new CatalogException(
                    "The image store "
                            + folder
                            + " cannot be written ("
                            + e.getMessage()
                            + "); check free space and permissions.",
                    e);
        }
    }

    /** Keeps a copy of a file. */
    public ContentHash put(Path file) throws CatalogException {
        return put(bytes(file));
    }

    /** The bytes of an object. */
    public byte[] read(ContentHash hash) throws CatalogException {
        Path path = path(hash);
        if (!Files.isRegularFile(path)) {
            throw new CatalogException(
                    "Image " + hash + " is missing from " + folder + "; restore it from a copy.");
        }
        return bytes(path);
    }

    private static byte[] bytes(Path file) throws CatalogException {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new CatalogException(
                    "File " + file + " cannot be read (" + e.getMessage() + ").", e);
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private static void rename(Path aside, Path target) throws IOException {
        try {
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(aside, target);
        }
    }

    private static void deleteQuietly(Path file) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // A stray part file is swept at the next start; the first failure is the one to
                // tell.
            }
        }
    }
}

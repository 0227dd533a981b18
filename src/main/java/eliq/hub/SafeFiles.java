package eliq.hub;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Files that are whole or not there, and folders that go away as a whole. */
final class SafeFiles {
    private SafeFiles() {}

    /**
     * Writes a small file.
     *
     * @param aside folder, on the same file system, for what is not finished
     */
    static void write(Path file, byte[] bytes, Path aside) throws IOException {
        Files.createDirectories(file.getParent());
        Path part = aside.resolve(name(file));
        try (FileChannel channel =
                FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        replace(part, file);
    }

    /** A hidden name that nobody else uses. */
    static String name(Path file) {
        return "." + file.getFileName() + "." + UUID.randomUUID() + ".tmp";
    }

    /** Moves a file, or a link as such, to where one may be already. */
    static void replace(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Makes the content of a file last. */
    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Everything below a folder that is no folder, at any depth, links as such. */
    static List<Path> below(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        // With the dot, a folder that is a link itself is walked too.
        try (Stream<Path> all = Files.walk(folder.resolve("."))) {
            return all.filter(p -> !Files.isDirectory(p, LinkOption.NOFOLLOW_LINKS))
                    .map(Path::normalize)
                    .sorted()
                    .toList();
        }
    }

    /** Removes a file, a link as such, or a folder with all in it; nothing where there is none. */
    static void remove(Path path) throws IOException {
        if (!exists(path)) {
            return;
        }
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            List<Path> children;
            try (Stream<Path> all = Files.list(path)) {
                children = all.toList();
            }
            for (Path child : children) {
                remove(child);
            }
        }
        Files.deleteIfExists(path);
    }
}

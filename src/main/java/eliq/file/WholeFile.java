package eliq.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that are there whole or not at all. */
public final class WholeFile {
    private WholeFile() {}

    /** Writes aside, flushes to the disk, and puts the file in its place; makes the folder if need be. */
    public static void write(Path file, byte[] content) throws IOException {
        Path aside = aside(file);
        Files.createDirectories(aside.getParent());
        try (FileChannel channel =
                FileChannel.open(
                        aside,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        replace(aside, file);
    }

    /** The same for text, in UTF-8. */
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Where something may write what {@link #publish} then puts in its place. */
    public static Path aside(Path file) {
        Path target = file.toAbsolutePath();
        return target.resolveSibling(target.getFileName() + ".part");
    }

    /** Flushes what was written aside to the disk and puts it in its place. */
    public static void publish(Path aside, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        replace(aside, file);
    }

    private static void replace(Path aside, Path file) throws IOException {
        Files.move(
                aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}

package eliq.job;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Follows a file that lines are appended to. Only whole lines are given out: one that a crash cut short, or that is just
 * being written, waits. A file that was begun anew is read from its beginning. Not for several threads.
 */
public final class LineTail {
    private static final int MOST = 8 << 20;

    private final Path file;
    private Optional<Object> key = Optional.empty();
    private long offset;

    public LineTail(Path file) {
        this.file = file;
    }

    /**
     * What a look at the file gave.
     *
     * @param anew whether the file is not the one it was: what was read before is void
     * @param lines that are new, without their ends
     */
    public record News(boolean anew, List<String> lines) {
        public News {
            lines = List.copyOf(lines);
        }
    }

    /**
     * The lines since the last look; none where the file is not there.
     *
     * @throws IOException if the file is there and cannot be read
     */
    public News more() throws IOException {
        if (!Files.exists(file)) {
            boolean gone = offset > 0;
            offset = 0;
            return new News(gone, List.of());
        }
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        Optional<Object> nowKey = Optional.ofNullable(now.fileKey());
        boolean anew = offset > 0 && (now.size() < offset || !Objects.equals(key, nowKey));
        if (anew) {
            offset = 0;
        }
        key = nowKey;
        return new News(anew, lines(now.size()));
    }

    private List<String> lines(long size) throws IOException {
        int length = Math.toIntExact(Math.min(MOST, size - offset));
        if (length <= 0) {
            return List.of();
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        try (FileChannel channel = FileChannel.open(file)) {
            channel.position(offset);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // The buffer fills up.
            }
        }
        int end = bytes.position();
        while (end > 0 && bytes.get(end - 1) != '\n') {
            end--;
        }
        offset += end;
        return new String(bytes.array(), 0, end, StandardCharsets.UTF_8).lines().toList();
    }
}

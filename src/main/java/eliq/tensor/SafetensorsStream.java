package eliq.tensor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Writes a safetensors file whose values are made while it is written, so that no tensor need be in memory: under a
 * temporary name beside it, synced to disk, then renamed.
 */
public final class SafetensorsStream {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SafetensorsStream() {}

    /**
     * A tensor to be written.
     *
     * @param shape outermost first
     */
    public record Entry(String name, ElementType type, long[] shape) {

        public long values() {
            return Arrays.stream(shape).reduce(1, Math::multiplyExact);
        }

        public long bytes() {
            return Math.multiplyExact(values(), type.bits()) / 8;
        }
    }

    /** Takes a tensor's bytes, piece by piece. */
    public interface Sink {
        /** Writes what remains of the buffer. */
        void put(ByteBuffer bytes) throws IOException;
    }

    /** Makes the values. */
    public interface Source<E extends Exception> {
        /** Puts exactly the entry's bytes, row-major, little endian. */
        void write(Entry entry, Sink sink) throws IOException, E;
    }

    /**
     * @param metadata strings for {@code __metadata__}; {@code format=pt} is what other readers expect there
     * @param source is asked for each tensor once, in order of name
     * @throws TensorException if the disk is full or the folder cannot be written; an older file is then untouched
     */
    public static <E extends Exception> void write(
            Path file, List<Entry> entries, Map<String, String> metadata, Source<E> source)
            throws TensorException, E {
        List<Entry> ordered = new ArrayList<>(entries);
        ordered.sort(Comparator.comparing(Entry::name));
        Path target = file.toAbsolutePath();
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.createDirectories(target.getParent());
            try (FileChannel channel =
                    FileChannel.open(
                            part,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE)) {
                writeFully(channel, header(ordered, metadata));
                for (Entry entry : ordered) {
                    long end = channel.position() + entry.bytes();
                    source.write(entry, bytes -> writeFully(channel, bytes));
                    if (channel.position() != end) {
                        throw new IllegalStateException(
                                entry.name()
                                        + " got "
                                        + (channel.position() - end)
                                        + " bytes more");
                    }
                }
                channel.force(true);
            }
            Files.move(
                    part,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new TensorException(file + ": could not be written: " + e.getMessage(), e);
        }
    }

    private static ByteBuffer header(List<Entry> entries, Map<String, String> metadata)
            throws JsonProcessingException {
        ObjectNode root = JSON.createObjectNode();
        if (!metadata.isEmpty()) {
            ObjectNode free = root.putObject("__metadata__");
            metadata.forEach(free::put);
        }
        long offset = 0;
        for (Entry tensor : entries) {
            if (root.has(tensor.name())) {
                throw new IllegalArgumentException("two tensors named " + tensor.name());
            }
            ObjectNode entry = root.putObject(tensor.name());
            entry.put("dtype", tensor.type().name());
            for (var sizes = entry.putArray("shape"); sizes.size() < tensor.shape().length; ) {
                sizes.add(tensor.shape()[sizes.size()]);
            }
            long end = offset + tensor.bytes();
            entry.putArray("data_offsets").add(offset).add(end);
            offset = end;
        }
        byte[] json = JSON.writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
        int padded = (json.length + 7) / 8 * 8;
        ByteBuffer head = ByteBuffer.allocate(8 + padded).order(ByteOrder.LITTLE_ENDIAN);
        head.putLong(padded).put(json);
        while (head.hasRemaining()) {
            head.put((byte) ' ');
        }
        return head.flip();
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}

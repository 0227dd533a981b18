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
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Writes a safetensors file: under a temporary name beside it, synced to disk, then renamed, so that a crash leaves the
 * old file or the new one and never a part.
 */
public final class SafetensorsWriter {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CHUNK_VALUES = 1 << 18;

    private SafetensorsWriter() {}

    /**
     * A tensor to be written.
     *
     * @param shape outermost first
     * @param values row-major, as many as the shape has
     */
    public record Tensor(String name, long[] shape, float[] values) {
        public Tensor {
            long count = 1;
            for (long size : shape) {
                count = Math.multiplyExact(count, size);
            }
            if (count != values.length) {
                throw new IllegalArgumentException(
                        "tensor " + name + " has " + values.length + " values, its shape " + count);
            }
        }
    }

    /** How values are stored. */
    public enum Precision {
        F32,
        /** Rounded to nearest, ties to even. */
        BF16
    }

    /**
     * @param metadata strings for {@code __metadata__}; {@code format=pt} is what other readers expect there
     * @throws TensorException if the disk is full or the folder cannot be written; an older file is then untouched
     */
    public static void write(
            Path file, List<Tensor> tensors, Precision precision, Map<String, String> metadata)
            throws TensorException {
        List<Tensor> ordered = new ArrayList<>(tensors);
        ordered.sort(Comparator.comparing(Tensor::name));
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
                writeFully(channel, header(ordered, precision, metadata));
                for (Tensor tensor : ordered) {
                    writeValues(channel, tensor.values(), precision);
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

    private static ByteBuffer header(
            List<Tensor> tensors, Precision precision, Map<String, String> metadata)
            throws JsonProcessingException {
        ObjectNode root = JSON.createObjectNode();
        if (!metadata.isEmpty()) {
            ObjectNode free = root.putObject("__metadata__");
            metadata.forEach(free::put);
        }
        long offset = 0;
        for (Tensor tensor : tensors) {
            if (root.has(tensor.name())) {
                throw new IllegalArgumentException("two tensors named " + tensor.name());
            }
            ObjectNode entry = root.putObject(tensor.name());
            entry.put("dtype", precision.name());
            for (var sizes = entry.putArray("shape"); sizes.size() < tensor.shape().length; ) {
                sizes.add(tensor.shape()[sizes.size()]);
            }
            long end = offset + (long) tensor.values().length * bytesPerValue(precision);
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

    private static void writeValues(FileChannel channel, float[] values, Precision precision)
            throws IOException {
        ByteBuffer chunk =
                ByteBuffer.allocateDirect(
                                Math.min(values.length, CHUNK_VALUES) * bytesPerValue(precision))
                        .order(ByteOrder.LITTLE_ENDIAN);
        for (int start = 0; start < values.length; start += CHUNK_VALUES) {
            chunk.clear();
            int end = Math.min(values.length, start + CHUNK_VALUES);
            for (int i = start; i < end; i++) {
                switch (precision) {
                    case F32 -> chunk.putFloat(values[i]);
                    case BF16 -> chunk.putShort(bfloat16(values[i]));
                }
            }
            writeFully(channel, chunk.flip());
        }
    }

    private static int bytesPerValue(Precision precision) {
        return precision == Precision.F32 ? Float.BYTES : Short.BYTES;
    }

    /** The upper half of the float's bits, rounded to nearest with ties to even; a NaN stays a NaN. */
    static short bfloat16(float value) {
        int bits = Float.floatToRawIntBits(value);
        if (Float.isNaN(value)) {
            return (short) ((bits >>> 16) | 0x40);
        }
        return (short) ((bits + 0x7fff + ((bits >>> 16) & 1)) >>> 16);
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}

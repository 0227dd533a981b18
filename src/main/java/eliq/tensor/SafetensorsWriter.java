package eliq.tensor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes a safetensors file: under a temporary name beside it, synced to disk, then renamed, so that a crash leaves the
 * old file or the new one and never a part.
 */
public final class SafetensorsWriter {
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
        ElementType type = precision == Precision.F32 ? ElementType.F32 : ElementType.BF16;
        Map<String, Tensor> byName =
                tensors.stream().collect(Collectors.toMap(Tensor::name, Function.identity()));
        SafetensorsStream.write(
                file,
                tensors.stream()
                        .map(t -> new SafetensorsStream.Entry(t.name(), type, t.shape()))
                        .toList(),
                metadata,
                (entry, sink) -> writeValues(sink, byName.get(entry.name()).values(), precision));
    }

    private static void writeValues(
            SafetensorsStream.Sink sink, float[] values, Precision precision) throws IOException {
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
            sink.put(chunk.flip());
        }
    }

    private static int bytesPerValue(Precision precision) {
        return precision == Precision.F32 ? Float.BYTES : Short.BYTES;
    }

    /** The upper half of the float's bits, rounded to nearest with ties to even; a NaN stays a NaN. */
    public static short bfloat16(float value) {
        int bits = Float.floatToRawIntBits(value);
        if (Float.isNaN(value)) {
            return (short) ((bits >>> 16) | 0x40);
        }
        return (short) ((bits + 0x7fff + ((bits >>> 16) & 1)) >>> 16);
    }
}

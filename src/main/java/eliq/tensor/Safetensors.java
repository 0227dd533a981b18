package eliq.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;

/**
 * One safetensors file, mapped and read tensor by tensor. Format: https://github.com/huggingface/safetensors.
 *
 * <p>The header is checked in full when the file is opened; see {@link SafetensorsHeader}. May be used from any thread,
 * except for the methods that make native arrays.
 */
public final class Safetensors implements AutoCloseable {
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private static final int CHUNK_VALUES = 1 << 21;

    private final Path file;
    private final Arena arena;
    private final MemorySegment data;
    private final SafetensorsHeader header;

    private Safetensors(Path file, Arena arena, MemorySegment data, SafetensorsHeader header) {
        this.file = file;
        this.arena = arena;
        this.data = data;
        this.header = header;
    }

    /**
     * Maps a file and checks its header.
     *
     * @throws TensorException if the file is missing, truncated, or its header contradicts itself or the file's length
     */
    public static Safetensors open(Path file) throws TensorException {
        Arena arena = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long length = channel.size();
            if (length < 8) {
                throw new TensorException(
                        file + ": " + length + " bytes are too few for a safetensors file");
            }
            MemorySegment data = channel.map(FileChannel.MapMode.READ_ONLY, 0, length, arena);
            long headLength = data.get(LONG, 0);
            if (headLength < 0 || headLength > SafetensorsHeader.MAXIMUM_HEADER_BYTES) {
                throw new TensorException(
                        file
                                + ": says its header has "
                                + Long.toUnsignedString(headLength)
                                + " bytes; this is no safetensors file");
            }
            if (headLength > length - 8) {
                throw new TensorException(
                        file
                                + ": the header should have "
                                + headLength
                                + " bytes, the file has "
                                + length
                                + " in all; it is truncated. Fetch it again.");
            }
            byte[] head = data.asSlice(8, headLength).toArray(ValueLayout.JAVA_BYTE);
            return new Safetensors(
                    file, arena, data, SafetensorsHeader.parse(head, length, file.toString()));
        } catch (NoSuchFileException e) {
            arena.close();
            throw new TensorException(file + ": there is no such file", e);
        } catch (IOException e) {
            arena.close();
            throw new TensorException(file + ": cannot be read: " + e.getMessage(), e);
        } catch (TensorException | RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    public Path file() {
        return file;
    }

    public Set<String> names() {
        return header.tensors().keySet();
    }

    /** The strings under {@code __metadata__}. */
    public Map<String, String> metadata() {
        return header.metadata();
    }

    /** Sizes of a tensor, outermost first; empty for a scalar. */
    public long[] shape(String name) throws TensorException {
        return entry(name).shape().clone();
    }

    public ElementType type(String name) throws TensorException {
        return entry(name).type();
    }

    /**
     * A tensor's values widened to float32, in row-major order; exact for F32, F16, BF16, U8.
     *
     * @throws TensorException if there is no such tensor, it is of another type, or has 2^31 values or more
     */
    public float[] floats(String name) throws TensorException {
        SafetensorsHeader.Entry entry = entry(name);
        float[] values = new float[elements(name, entry)];
        long at = entry.begin();
        for (int i = 0; i < values.length; i++) {
            values[i] =
                    switch (entry.type()) {
                        case F32 -> Float.intBitsToFloat(data.get(INT, at + 4L * i));
                        case BF16 -> Float.intBitsToFloat(data.get(SHORT, at + 2L * i) << 16);
                        case F16 -> Float.float16ToFloat(data.get(SHORT, at + 2L * i));
                        case U8 -> data.get(ValueLayout.JAVA_BYTE, at + i) & 0xff;
                        default -> throw unsupported(name, entry, "F32, F16, BF16 or U8");
                    };
        }
        return values;
    }

    /**
     * A tensor's values as 64-bit integers, row-major; for I64, I32 and U8.
     *
     * @throws TensorException if there is no such tensor, it is of another type, or has 2^31 values or more
     */
    public long[] longs(String name) throws TensorException {
        SafetensorsHeader.Entry entry = entry(name);
        long[] values = new long[elements(name, entry)];
        long at = entry.begin();
        for (int i = 0; i < values.length; i++) {
            values[i] =
                    switch (entry.type()) {
                        case I64 -> data.get(LONG, at + 8L * i);
                        case I32 -> data.get(INT, at + 4L * i);
                        case U8 -> data.get(ValueLayout.JAVA_BYTE, at + i) & 0xff;
                        default -> throw unsupported(name, entry, "I64, I32 or U8");
                    };
        }
        return values;
    }

    /** A tensor's bytes as they are in the file. */
    public byte[] bytes(String name) throws TensorException {
        SafetensorsHeader.Entry entry = entry(name);
        if (entry.bytes() > Integer.MAX_VALUE - 8) {
            throw new TensorException(describe(name) + "has more bytes than a Java array can hold");
        }
        return data.asSlice(entry.begin(), entry.bytes()).toArray(ValueLayout.JAVA_BYTE);
    }

    /** A tensor as a native float32 array; see {@link #array(NDManager, String, NumberType)}. */
    public NDArray array(NDManager scope, String name) throws TensorException {
        return array(scope, name, NumberType.FLOAT32);
    }

    /**
     * A tensor as a native array with the shape it has in the file, on the scope's device. Tensor thread only. It is
     * copied once, in pieces, from the mapped file, whose pages are then given back.
     *
     * @param scope owner of the result
     * @param type of the result; {@link NumberType#INT8} for tensors with two axes only
     */
    public NDArray array(NDManager scope, String name, NumberType type) throws TensorException {
        SafetensorsHeader.Entry entry = entry(name);
        if (entry.type() != ElementType.F32
                && entry.type() != ElementType.F16
                && entry.type() != ElementType.BF16) {
            throw unsupported(name, entry, "F32, F16 or BF16");
        }
        long[] shape = entry.shape().clone();
        DeviceMemory.require(type.bytes(shape), describe(name));
        if (type == NumberType.INT8) {
            shape[1] += NumberType.SCALE_BYTES;
        }
        NDArray target = NumberArrays.allocate(scope, type, shape);
        try (NDManager local = scope.newSubManager()) {
            copyInto(target, entry, type, local);
            return target;
        } catch (TensorException | RuntimeException e) {
            target.close();
            throw e;
        }
    }

    /** In pieces, through one buffer: no second copy of a whole tensor is ever in memory. */
    private void copyInto(
            NDArray target, SafetensorsHeader.Entry entry, NumberType type, NDManager local)
            throws TensorException {
        Kernels kernels = TensorEngine.shared().kernels();
        int width = entry.type().bits() / 8;
        long values = entry.bytes() / width;
        long columns = type == NumberType.INT8 ? entry.shape()[1] : 1;
        long piece = Math.min(values, Math.max(1, CHUNK_VALUES / columns) * columns);
        // Libtorch looks at a direct buffer without copying it. A buffer of Java's own would stay
        // until the garbage collector came by, which native memory does not call.
        try (Arena own = Arena.ofConfined()) {
            MemorySegment buffer = own.allocate(piece * valueBytes(entry.type()), Float.BYTES);
            for (long start = 0; start < values; start += piece) {
                int count = (int) Math.min(piece, values - start);
                MemorySegment bytes =
                        data.asSlice(entry.begin() + start * width, (long) count * width);
                try (NDManager step = local.newSubManager()) {
                    NDArray chunk = chunk(bytes, entry.type(), count, buffer, step);
                    long place = start;
                    if (type == NumberType.INT8) {
                        chunk = kernels.call(step, "quantise", chunk.reshape(-1, columns)).head();
                        place = start / columns * (columns + NumberType.SCALE_BYTES);
                    }
                    kernels.call(step, "copy_into", target, chunk, step.create(place));
                }
                bytes.unload();
            }
        }
    }

    /** What a value takes in the buffer. */
    private static int valueBytes(ElementType type) {
        return type == ElementType.F16 ? Short.BYTES : Float.BYTES;
    }

    /** Bits cannot be called bfloat16 by DJL or TorchScript, so these are widened here; the copy narrows them again. */
    private static NDArray chunk(
            MemorySegment bytes,
            ElementType type,
            int count,
            MemorySegment buffer,
            NDManager step) {
        if (type == ElementType.BF16) {
            for (long i = 0; i < count; i++) {
                buffer.setAtIndex(
                        ValueLayout.JAVA_INT, i, bytes.get(SHORT, i * Short.BYTES) << Short.SIZE);
            }
        } else {
            MemorySegment.copy(bytes, 0, buffer, 0, bytes.byteSize());
        }
        ByteBuffer values =
                buffer.asSlice(0, (long) count * valueBytes(type))
                        .asByteBuffer()
                        .order(ByteOrder.nativeOrder());
        return step.create(
                values,
                new Shape(count),
                type == ElementType.F16 ? DataType.FLOAT16 : DataType.FLOAT32);
    }

    private int elements(String name, SafetensorsHeader.Entry entry) throws TensorException {
        long count = 1;
        for (long size : entry.shape()) {
            count *= size;
        }
        if (count > Integer.MAX_VALUE - 8) {
            throw new TensorException(describe(name) + "has too many values for a Java array");
        }
        return (int) count;
    }

    private SafetensorsHeader.Entry entry(String name) throws TensorException {
        SafetensorsHeader.Entry entry = header.tensors().get(name);
        if (entry == null) {
            throw new TensorException(file + ": has no tensor '" + name + "'");
        }
        return entry;
    }

    private TensorException unsupported(
            String name, SafetensorsHeader.Entry entry, String expected) {
        return new TensorException(
                describe(name) + "is of type " + entry.type() + "; " + expected + " is needed");
    }

    private String describe(String name) {
        return file + ", tensor '" + name + "': ";
    }

    /** Unmaps the file. Arrays already made stay valid. */
    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }
}

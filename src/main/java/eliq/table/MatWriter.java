package eliq.table;

import eliq.file.WholeFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * Writes MATLAB files of level 5, without compression, that {@link MatFile}, MATLAB, Octave and SciPy read: real numbers
 * and cell arrays of them.
 */
public final class MatWriter {
    private static final int INT8 = 1;
    private static final int INT32 = 5;
    private static final int UINT32 = 6;
    private static final int DOUBLE = 9;
    private static final int MATRIX = 14;
    private static final int CELL_CLASS = 1;
    private static final int DOUBLE_CLASS = 6;

    private MatWriter() {}

    /**
     * Writes aside, syncs and renames.
     *
     * @param variables {@link MatArray.Numbers} and {@link MatArray.Cells} of such, by name
     * @throws TableException if the disk refuses
     */
    public static void write(Path file, Map<String, MatArray> variables) throws TableException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] head = new byte[128];
        Arrays.fill(head, 0, 116, (byte) ' ');
        byte[] text = "MATLAB 5.0 MAT-file".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, head, 0, text.length);
        head[125] = 1;
        head[126] = 'I';
        head[127] = 'M';
        bytes.writeBytes(head);
        variables.forEach((name, array) -> bytes.writeBytes(element(MATRIX, matrix(name, array))));
        try {
            WholeFile.write(file, bytes.toByteArray());
        } catch (IOException e) {
            throw new TableException(
                    file + ": cannot be written: " + e.getMessage() + "; check the disk", e);
        }
    }

    private static byte[] matrix(String name, MatArray array) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int kind =
                switch (array) {
                    case MatArray.Numbers numbers -> DOUBLE_CLASS;
                    case MatArray.Cells cells -> CELL_CLASS;
                    default ->
                            throw new IllegalArgumentException(
                                    "not written: " + MatFile.describe(array));
                };
        bytes.writeBytes(element(UINT32, ints(kind, 0)));
        bytes.writeBytes(element(INT32, ints(array.dimensions())));
        bytes.writeBytes(element(INT8, name.getBytes(StandardCharsets.US_ASCII)));
        switch (array) {
            case MatArray.Numbers numbers -> {
                ByteBuffer values = little(Double.BYTES * numbers.values().length);
                for (double value : numbers.values()) {
                    values.putDouble(value);
                }
                bytes.writeBytes(element(DOUBLE, values.array()));
            }
            case MatArray.Cells cells ->
                    cells.cells()
                            .forEach(cell -> bytes.writeBytes(element(MATRIX, matrix("", cell))));
            default -> throw new IllegalStateException();
        }
        return bytes.toByteArray();
    }

    private static byte[] ints(int... values) {
        ByteBuffer bytes = little(Integer.BYTES * values.length);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }

    /** Type, length, content, and zeros up to a multiple of eight bytes. */
    private static byte[] element(int type, byte[] content) {
        int padded = (content.length + 7) / 8 * 8;
        return little(8 + padded).putInt(type).putInt(content.length).put(content).array();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}

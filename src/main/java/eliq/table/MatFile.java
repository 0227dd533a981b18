package eliq.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The variables of a MATLAB file of level 5 (what MATLAB 5 to 7.2 and {@code save -v6}, {@code -v7} write), compressed
 * or not, of either byte order. Format: MathWorks, "MAT-File Format", chapter 1.
 *
 * <p>Level 7.3 is an HDF5 file and level 4 an older layout: both are refused with what to do.
 */
public final class MatFile {
    /** The largest file, and the largest variable once inflated, in bytes. */
    static final int LARGEST = 1 << 29;

    private static final int HEADER = 128;
    private static final int COMPRESSED = 15;
    private static final int MATRIX = 14;
    private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n'};

    private final Path file;
    private final Map<String, MatArray> variables;

    private MatFile(Path file, Map<String, MatArray> variables) {
        this.file = file;
        this.variables = variables;
    }

    /**
     * Reads a whole file.
     *
     * @throws TableException if it is no such file, is cut off or damaged, or holds a variable of more than 512 MiB
     */
    public static MatFile read(Path file) throws TableException {
        byte[] bytes;
        try {
            if (Files.size(file) > LARGEST) {
                throw new TableException(
                        file + ": larger than 512 MiB; save only the variables that are needed.");
            }
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new TableException(
                    file + ": could not be read; check the path and its permissions.", e);
        }
        try {
            return new MatFile(file, variables(ByteBuffer.wrap(bytes)));
        } catch (MatElements.Damaged e) {
            throw new TableException(file + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, MatArray> variables(ByteBuffer bytes) throws MatElements.Damaged {
        header(bytes);
        Map<String, MatArray> variables = new LinkedHashMap<>();
        bytes.position(HEADER);
        while (bytes.remaining() >= 8) {
            int at = bytes.position();
            int type = bytes.getInt();
            int size = bytes.getInt();
            if (size < 0 || size > bytes.remaining()) {
                throw new MatElements.Damaged(
                        "cut off: the variable at byte "
                                + at
                                + " needs "
                                + Integer.toUnsignedString(size)
                                + " bytes, "
                                + bytes.remaining()
                                + " are left; copy the file again.");
            }
            ByteBuffer content = bytes.slice(bytes.position(), size).order(bytes.order());
            bytes.position(bytes.position() + size);
            if (type == COMPRESSED) {
                content = inflated(content, at);
                type = content.getInt();
                size = content.getInt();
                if (size != content.remaining()) {
                    throw new MatElements.Damaged(
                            "damaged: the compressed variable at byte " + at + " is incomplete.");
                }
            }
            if (type == MATRIX) {
                MatElements.Named named = new MatElements(content).matrix();
                // A nameless variable holds the data of MATLAB's own objects.
                if (!named.name().isEmpty()) {
                    variables.put(named.name(), named.array());
                }
            }
        }
        return variables;
    }

    private static void header(ByteBuffer bytes) throws MatElements.Damaged {
        byte[] start = new byte[Math.min(bytes.capacity(), HEADER)];
        bytes.get(0, start);
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.startsWith("MATLAB 7.3")
                || text.startsWith(new String(HDF5, StandardCharsets.ISO_8859_1))) {
            throw new MatElements.Damaged(
                    "a MATLAB 7.3 file, which is HDF5 and not read here; save it again with -v7.");
        }
        String order = start.length < HEADER ? "" : text.substring(126);
        switch (order) {
            case "IM" -> bytes.order(ByteOrder.LITTLE_ENDIAN);
            case "MI" -> bytes.order(ByteOrder.BIG_ENDIAN);
            default ->
                    throw new MatElements.Damaged(
                            "no MATLAB file of level 5 (its header has no byte order mark); save it again in MATLAB or Octave with -v7.");
        }
    }

    private static ByteBuffer inflated(ByteBuffer content, int at) throws MatElements.Damaged {
        byte[] packed = new byte[content.remaining()];
        content.get(packed);
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(packed);
            byte[] out = new byte[(int) Math.min(LARGEST, 1024 + 4L * packed.length)];
            int size = 0;
            while (!inflater.finished()) {
                if (size == out.length) {
                    if (size >= LARGEST) {
                        throw new MatElements.Damaged(
                                "the variable at byte " + at + " is larger than 512 MiB.");
                    }
                    out = java.util.Arrays.copyOf(out, (int) Math.min(LARGEST, 2L * size));
                }
                int got = inflater.inflate(out, size, out.length - size);
                size += got;
                if (got == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new MatElements.Damaged(
                            "damaged: the compressed variable at byte " + at + " ends too early.");
                }
            }
            if (size < 8) {
                throw new MatElements.Damaged(
                        "damaged: the compressed variable at byte " + at + " is empty.");
            }
            return ByteBuffer.wrap(out, 0, size).slice().order(content.order());
        } catch (DataFormatException e) {
            throw new MatElements.Damaged(
                    "damaged: the variable at byte "
                            + at
                            + " cannot be decompressed; copy the file again.",
                    e);
        }
    }

    /** All variables in the order of the file. */
    public Map<String, MatArray> variables() {
        return java.util.Collections.unmodifiableMap(variables);
    }

    /**
     * A variable of numbers.
     *
     * @throws TableException naming the variables that there are, if this one is not among them or holds no real numbers
     */
    public MatArray.Numbers numbers(String name) throws TableException {
        return switch (variable(name)) {
            case MatArray.Numbers numbers -> numbers;
            case MatArray other ->
                    throw new TableException(
                            file + ": " + name + " holds " + describe(other) + ", not numbers.");
        };
    }

    /**
     * A variable of any kind.
     *
     * @throws TableException naming the variables that there are, if this one is not among them
     */
    public MatArray variable(String name) throws TableException {
        MatArray array = variables.get(name);
        if (array == null) {
            throw new TableException(
                    file
                            + ": has no variable "
                            + name
                            + "; it has "
                            + (variables.isEmpty() ? "none" : String.join(", ", variables.keySet()))
                            + ".");
        }
        return array;
    }

    /** The kind of an array in words. */
    public static String describe(MatArray array) {
        return switch (array) {
            case MatArray.Numbers n -> size(n) + " numbers";
            case MatArray.Text t -> "text";
            case MatArray.Cells c -> size(c) + " cells";
            case MatArray.Structure s ->
                    "a structure with the fields " + List.copyOf(s.fields().keySet());
            case MatArray.Other o -> o.what();
        };
    }

    private static String size(MatArray array) {
        StringBuilder text = new StringBuilder();
        for (int each : array.dimensions()) {
            text.append(text.isEmpty() ? "" : "x").append(each);
        }
        return text.toString();
    }
}

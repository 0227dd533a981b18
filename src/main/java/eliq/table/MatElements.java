package eliq.table;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes the data elements of a MATLAB level 5 array apart. Every size is held against what is left before it is used. */
final class MatElements {
    /** Cells within cells deeper than this are no data but an attack on the stack. */
    private static final int DEEPEST = 32;

    private static final int CELL = 1;
    private static final int STRUCTURE = 2;
    private static final int CHARACTERS = 4;
    private static final int SPARSE = 5;
    private static final int FIRST_NUMBER = 6;
    private static final int LAST_NUMBER = 15;
    private static final int COMPLEX = 0x0800;

    private final ByteBuffer content;
    private final int depth;

    /** Something that is not as the format says. */
    static final class Damaged extends Exception {
        private static final long serialVersionUID = 1L;

        Damaged(String message) {
            super(message);
        }

        Damaged(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** An array with its name, which is empty within cells and structures. */
    record Named(String name, MatArray array) {}

    /** The part of an element after its tag, and the type of its values. */
    private record Element(int type, ByteBuffer bytes) {}

    MatElements(ByteBuffer content) {
        this(content, 0);
    }

    private MatElements(ByteBuffer content, int depth) {
        this.content = content;
        this.depth = depth;
    }

    /** The array whose content this is. */
    Named matrix() throws Damaged {
        if (depth > DEEPEST) {
            throw new Damaged("cells within cells, more than " + DEEPEST + " deep.");
        }
        Element flags = element("array flags");
        if (flags.bytes.remaining() < 8) {
            throw damaged("array flags");
        }
        int word = flags.bytes.getInt(0);
        int kind = word & 0xFF;
        // MATLAB's own objects carry their class before what would be dimensions.
        if (kind > LAST_NUMBER) {
            return new Named(
                    text(element("name")), new MatArray.Other(new int[] {1, 1}, "an object"));
        }
        int[] dimensions = dimensions();
        String name = text(element("name"));
        boolean complex = (word & COMPLEX) != 0;
        MatArray array =
                switch (kind) {
                    case CELL -> new MatArray.Cells(dimensions, arrays(count(dimensions)));
                    case STRUCTURE -> structure(dimensions);
                    case CHARACTERS -> new MatArray.Text(dimensions, characters(dimensions));
                    case SPARSE -> new MatArray.Other(dimensions, "a sparse matrix");
                    default ->
                            kind < FIRST_NUMBER
                                    ? new MatArray.Other(dimensions, "an object")
                                    : complex
                                            ? new MatArray.Other(dimensions, "complex numbers")
                                            : new MatArray.Numbers(
                                                    dimensions, numbers(dimensions, name));
                };
        return new Named(name, array);
    }

    private int[] dimensions() throws Damaged {
        ByteBuffer sizes = element("dimensions").bytes;
        int[] dimensions = new int[sizes.remaining() / 4];
        if (dimensions.length < 2 || dimensions.length > 64) {
            throw damaged("dimensions");
        }
        for (int i = 0; i < dimensions.length; i++) {
            dimensions[i] = sizes.getInt(4 * i);
            if (dimensions[i] < 0) {
                throw damaged("dimensions");
            }
        }
        count(dimensions);
        return dimensions;
    }

    private static int count(int[] dimensions) throws Damaged {
        long count = 1;
        for (int each : dimensions) {
            count *= each;
            if (count > MatFile.LARGEST) {
                throw new Damaged("damaged: an array of more than 512 million values.");
            }
        }
        return (int) count;
    }

    private List<MatArray> arrays(int count) throws Damaged {
        List<MatArray> arrays = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Element element = element("a cell");
            if (element.type != 14) {
                throw damaged("a cell");
            }
            // An empty element stands for an empty matrix.
            arrays.add(
                    element.bytes.hasRemaining()
                            ? new MatElements(element.bytes, depth + 1).matrix().array
                            : new MatArray.Numbers(new int[] {0, 0}, new double[0]));
        }
        return arrays;
    }

    private MatArray structure(int[] dimensions) throws Damaged {
        Element length = element("field name length");
        if (length.bytes.remaining() < 4) {
            throw damaged("field name length");
        }
        int width = length.bytes.getInt(0);
        ByteBuffer names = element("field names").bytes;
        if (width < 1 || names.remaining() % width != 0) {
            throw damaged("field names");
        }
        List<String> fields = new ArrayList<>();
        while (names.hasRemaining()) {
            byte[] name = new byte[width];
            names.get(name);
            String text = new String(name, StandardCharsets.UTF_8);
            int end = text.indexOf(0);
            fields.add(end < 0 ? text : text.substring(0, end));
        }
        Map<String, List<MatArray>> values = new LinkedHashMap<>();
        fields.forEach(field -> values.put(field, new ArrayList<>()));
        int count = fields.isEmpty() ? 0 : count(dimensions);
        for (int i = 0; i < count; i++) {
            for (String field : fields) {
                values.get(field).addAll(arrays(1));
            }
        }
        return new MatArray.Structure(dimensions, values);
    }

    private String characters(int[] dimensions) throws Damaged {
        int count = count(dimensions);
        String text = count == 0 ? "" : text(element("characters"));
        // One code unit a place; variable-length encodings give at most as many.
        return text.length() > count ? text.substring(0, count) : text;
    }

    private static String text(Element element) {
        Charset charset =
                switch (element.type) {
                    case 4, 17 ->
                            element.bytes.order() == ByteOrder.LITTLE_ENDIAN
                                    ? StandardCharsets.UTF_16LE
                                    : StandardCharsets.UTF_16BE;
                    case 18 ->
                            element.bytes.order() == ByteOrder.LITTLE_ENDIAN
                                    ? Charset.forName("UTF-32LE")
                                    : Charset.forName("UTF-32BE");
                    default -> StandardCharsets.UTF_8;
                };
        byte[] bytes = new byte[element.bytes.remaining()];
        element.bytes.get(bytes);
        return new String(bytes, charset);
    }

    private double[] numbers(int[] dimensions, String name) throws Damaged {
        int count = count(dimensions);
        Element element = element("values");
        int width = width(element.type);
        if (width == 0 || (long) count * width > element.bytes.remaining()) {
            throw new Damaged(
                    "damaged: "
                            + (name.isEmpty() ? "an array" : name)
                            + " should hold "
                            + count
                            + " values and has "
                            + element.bytes.remaining()
                            + " bytes.");
        }
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = value(element.type, element.bytes);
        }
        return values;
    }

    /** Bytes of a value; 0 for what is no number. */
    private static int width(int type) {
        return switch (type) {
            case 1, 2 -> 1;
            case 3, 4 -> 2;
            case 5, 6, 7 -> 4;
            case 9, 12, 13 -> 8;
            default -> 0;
        };
    }

    private static double value(int type, ByteBuffer bytes) {
        return switch (type) {
            case 1 -> bytes.get();
            case 2 -> bytes.get() & 0xFF;
            case 3 -> bytes.getShort();
            case 4 -> bytes.getShort() & 0xFFFF;
            case 5 -> bytes.getInt();
            case 6 -> Integer.toUnsignedLong(bytes.getInt());
            case 7 -> bytes.getFloat();
            case 9 -> bytes.getDouble();
            case 12 -> bytes.getLong();
            default -> unsigned(bytes.getLong());
        };
    }

    private static double unsigned(long bits) {
        return bits >= 0 ? bits : (bits >>> 1 | bits & 1) * 2.0;
    }

    /** The next element; the content moves behind it and its padding. */
    private Element element(String what) throws Damaged {
        if (content.remaining() < 8) {
            throw damaged(what);
        }
        int tag = content.getInt();
        int small = tag >>> 16;
        if (small != 0) {
            // Up to four bytes stand in the tag itself.
            if (small > 4) {
                throw damaged(what);
            }
            ByteBuffer bytes = content.slice(content.position(), small).order(content.order());
            content.position(content.position() + 4);
            return new Element(tag & 0xFFFF, bytes);
        }
        int size = content.getInt();
        if (size < 0 || size > content.remaining()) {
            throw damaged(what);
        }
        ByteBuffer bytes = content.slice(content.position(), size).order(content.order());
        int padded = (int) Math.min(content.remaining(), (size + 7L) / 8 * 8);
        content.position(content.position() + padded);
        return new Element(tag, bytes);
    }

    private static Damaged damaged(String what) {
        return new Damaged(
                "damaged: " + what + " of an array cannot be read; copy the file again.");
    }
}

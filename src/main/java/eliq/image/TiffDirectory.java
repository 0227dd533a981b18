package eliq.image;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The first directory of a TIFF structure (TIFF 6.0, section 2) and the EXIF directory it points to: that of a TIFF file, and
 * that which JPEG, PNG and WebP carry as EXIF.
 */
final class TiffDirectory {

    static final int WIDTH = 0x100;
    static final int HEIGHT = 0x101;
    static final int BITS = 0x102;
    static final int DESCRIPTION = 0x10E;
    static final int MAKE = 0x10F;
    static final int MODEL = 0x110;
    static final int STRIP_OFFSETS = 0x111;
    static final int ORIENTATION = 0x112;
    static final int SAMPLES = 0x115;
    static final int STRIP_COUNTS = 0x117;
    static final int SOFTWARE = 0x131;
    static final int TILE_OFFSETS = 0x144;
    static final int TILE_COUNTS = 0x145;
    static final int ICC_PROFILE = 0x8773;
    static final int USER_COMMENT = 0x9286;
    private static final int EXIF_DIRECTORY = 0x8769;
    private static final int MAX_ENTRIES = 4096;

    private final boolean little;
    private final byte[] bytes;

    /** Tag to {type, count, address of the value}. */
    private final Map<Integer, long[]> entries = new HashMap<>();

    private boolean morePages;

    private TiffDirectory(byte[] bytes) {
        this.bytes = bytes;
        this.little = bytes[0] == 'I';
    }

    /**
     * @throws ImageException if the structure points outside itself
     */
    static TiffDirectory read(byte[] bytes) throws ImageException {
        try {
            TiffDirectory found = new TiffDirectory(bytes);
            if (found.u16(2) != 42) {
                throw new ImageException("the TIFF structure does not begin as one");
            }
            found.morePages = found.directory(found.u32(4)) != 0;
            long exif = found.number(EXIF_DIRECTORY).orElse(0L);
            if (exif > 0) {
                found.directory(exif);
            }
            return found;
        } catch (IndexOutOfBoundsException e) {
            throw new ImageException("the TIFF structure ends too early", e);
        }
    }

    private long directory(long at) throws ImageException {
        int start = Math.toIntExact(Math.min(at, Integer.MAX_VALUE - 8));
        int count = u16(start);
        if (count > MAX_ENTRIES) {
            throw new ImageException("the TIFF structure claims " + count + " entries");
        }
        for (int i = 0; i < count; i++) {
            int entry = start + 2 + 12 * i;
            int type = u16(entry + 2);
            long values = u32(entry + 4);
            long size = values * sizeOf(type);
            long address = size <= 4 ? entry + 8 : u32(entry + 8);
            if (size >= 0 && address + size <= bytes.length) {
                entries.putIfAbsent(u16(entry), new long[] {type, values, address});
            }
        }
        int next = start + 2 + 12 * count;
        return next + 4 <= bytes.length ? u32(next) : 0;
    }

    private static int sizeOf(int type) {
        return switch (type) {
            case 3, 8 -> 2;
            case 4, 9, 11, 13 -> 4;
            case 5, 10, 12 -> 8;
            default -> 1;
        };
    }

    /** EXIF orientation 1..8; 1 where it is absent or nonsense. */
    int orientation() {
        long value = number(ORIENTATION).orElse(1L);
        return value >= 1 && value <= 8 ? (int) value : 1;
    }

    /** The first number of a tag of type BYTE, SHORT or LONG. */
    Optional<Long> number(int tag) {
        return Optional.ofNullable(entries.get(tag)).filter(e -> e[1] > 0).map(e -> value(e, 0));
    }

    private long value(long[] entry, int index) {
        int at = (int) entry[2] + index * sizeOf((int) entry[0]);
        return switch (sizeOf((int) entry[0])) {
            case 1 -> Bytes.u8(bytes, at);
            case 2 -> u16(at);
            default -> u32(at);
        };
    }

    /** The raw bytes of a tag's value. */
    Optional<byte[]> raw(int tag) {
        return Optional.ofNullable(entries.get(tag))
                .map(
                        e ->
                                Arrays.copyOfRange(
                                        bytes,
                                        (int) e[2],
                                        (int) (e[2] + e[1] * sizeOf((int) e[0]))));
    }

    /** A tag's text, without its closing zero; empty text counts as absent. */
    Optional<String> text(int tag) {
        return raw(tag).map(
                        raw ->
                                tag == USER_COMMENT
                                        ? TextDecoding.userComment(raw)
                                        : TextDecoding.trimZeros(TextDecoding.utf8OrLatin1(raw)))
                .filter(t -> !t.isEmpty());
    }

    /** The header of a TIFF file of this many bytes. */
    ImageHeader imageHeader(int fileLength) throws ImageException {
        long width = number(WIDTH).orElse(0L);
        long height = number(HEIGHT).orElse(0L);
        ImageHeader header =
                ImageHeader.of(
                        width,
                        height,
                        Math.clamp(number(SAMPLES).orElse(1L), 1, 64),
                        Math.clamp(number(BITS).orElse(1L), 1, 64));
        if (endOf(STRIP_OFFSETS, STRIP_COUNTS) > fileLength
                || endOf(TILE_OFFSETS, TILE_COUNTS) > fileLength) {
            throw new ImageException("the TIFF ends in the middle of its pixels");
        }
        return header.with(
                Optional.of(bytes),
                raw(ICC_PROFILE),
                morePages ? List.of("It has several pages: the first was taken.") : List.of());
    }

    private long endOf(int offsetsTag, int countsTag) {
        long[] offsets = entries.get(offsetsTag);
        long[] counts = entries.get(countsTag);
        long end = 0;
        if (offsets != null && counts != null) {
            for (int i = 0; i < Math.min(offsets[1], counts[1]); i++) {
                end = Math.max(end, value(offsets, i) + value(counts, i));
            }
        }
        return end;
    }

    private int u16(int at) {
        return little ? Bytes.u16le(bytes, at) : Bytes.u16be(bytes, at);
    }

    private long u32(int at) {
        return little ? Bytes.u32le(bytes, at) : Bytes.u32be(bytes, at);
    }
}

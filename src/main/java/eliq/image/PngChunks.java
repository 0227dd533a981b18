package eliq.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A PNG taken apart by hand (PNG specification, third edition, sections 5 and 11): lengths and checksums are verified,
 * and compressed text and profiles are inflated only up to a limit.
 */
final class PngChunks {

    /** No prompt, workflow or profile is longer; what is longer is a compression bomb or not for us. */
    static final int MAX_INFLATED = 16 << 20;

    private record Chunk(String type, int start, int length) {
        boolean critical() {
            return Character.isUpperCase(type.charAt(0));
        }
    }

    private final byte[] bytes;
    private final List<Chunk> chunks;
    private final List<String> notes;

    private PngChunks(byte[] bytes, List<Chunk> chunks, List<String> notes) {
        this.bytes = bytes;
        this.chunks = chunks;
        this.notes = notes;
    }

    /** Every chunk up to IEND, checked. */
    static PngChunks read(byte[] bytes) throws ImageException {
        List<Chunk> chunks = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        int at = 8;
        boolean end = false;
        while (!end) {
            if (at + 12L > bytes.length) {
                throw new ImageException(truncated(chunks));
            }
            long length = Bytes.u32be(bytes, at);
            String type = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (!type.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z')) {
                throw new ImageException(
                        "the PNG is damaged at byte " + at + " (no chunk begins there)");
            }
            if (at + 12L + length > bytes.length) {
                throw new ImageException(truncated(chunks));
            }
            Chunk chunk = new Chunk(type, at + 8, (int) length);
            CRC32 crc = new CRC32();
            crc.update(bytes, at + 4, (int) length + 4);
            if (crc.getValue() != Bytes.u32be(bytes, at + 8 + (int) length)) {
                if (chunk.critical()) {
                    throw new ImageException(
                            "the PNG is damaged (the checksum of its " + type + " part is wrong)");
                }
                notes.add(
                        "The checksum of its "
                                + type
                                + " part is wrong, so that part was not read.");
            } else {
                chunks.add(chunk);
            }
            end = type.equals("IEND");
            at += 12 + (int) length;
        }
        if (chunks.isEmpty() || !chunks.get(0).type.equals("IHDR") || chunks.get(0).length != 13) {
            throw new ImageException("the PNG does not begin with a valid IHDR header");
        }
        if (chunks.stream().noneMatch(c -> c.type.equals("IDAT"))) {
            throw new ImageException("the PNG holds no pixels");
        }
        return new PngChunks(bytes, chunks, notes);
    }

    private static String truncated(List<Chunk> chunks) {
        return chunks.stream().anyMatch(c -> c.type.equals("IDAT"))
                ? "the PNG ends in the middle of its pixels"
                : "the PNG ends before its pixels begin";
    }

    ImageHeader header() throws ImageException {
        int ihdr = chunks.get(0).start;
        int type = Bytes.u8(bytes, ihdr + 9);
        boolean transparent = chunks.stream().anyMatch(c -> c.type.equals("tRNS"));
        int channels =
                switch (type) {
                    case 0, 3 -> 1;
                    case 2 -> 3;
                    case 4 -> 2;
                    case 6 -> 4;
                    default ->
                            throw new ImageException(
                                    "the PNG header names the unknown colour type " + type);
                };
        List<String> all = new ArrayList<>(notes);
        if (chunks.stream().anyMatch(c -> c.type.equals("acTL"))) {
            all.add("It is an animated PNG: its still picture was taken.");
        }
        return ImageHeader.of(
                        Bytes.u32be(bytes, ihdr),
                        Bytes.u32be(bytes, ihdr + 4),
                        channels + (transparent ? 1 : 0),
                        Bytes.u8(bytes, ihdr + 8))
                .with(first("eXIf").map(this::body), profile(), all);
    }

    private Optional<byte[]> profile() {
        return first("iCCP")
                .flatMap(
                        chunk -> {
                            int zero = indexOfZero(chunk.start, chunk);
                            return zero < 0
                                    ? Optional.empty()
                                    : inflate(zero + 2, chunk.start + chunk.length);
                        });
    }

    /**
     * The text chunks (tEXt, zTXt, iTXt) by keyword, in file order; of a repeated keyword the first counts. tEXt and zTXt
     * are Latin-1 by specification, but writers put UTF-8 there as well: what is valid UTF-8 is read as such.
     */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Chunk chunk : chunks) {
            int zero = indexOfZero(chunk.start, chunk);
            if (zero < 0) {
                continue;
            }
            String key = new String(bytes, chunk.start, zero - chunk.start, StandardCharsets.UTF_8);
            int end = chunk.start + chunk.length;
            Optional<byte[]> text =
                    switch (chunk.type) {
                        case "tEXt" -> Optional.of(Arrays.copyOfRange(bytes, zero + 1, end));
                        case "zTXt" -> inflate(zero + 2, end);
                        case "iTXt" -> international(zero, chunk);
                        default -> Optional.empty();
                    };
            text.ifPresent(t -> texts.putIfAbsent(key, TextDecoding.utf8OrLatin1(t)));
        }
        return texts;
    }

    private Optional<byte[]> international(int zero, Chunk chunk) {
        int end = chunk.start + chunk.length;
        int afterLanguage = indexOfZero(zero + 3, chunk);
        int afterKeyword = afterLanguage < 0 ? -1 : indexOfZero(afterLanguage + 1, chunk);
        if (afterKeyword < 0) {
            return Optional.empty();
        }
        return bytes[zero + 1] == 0
                ? Optional.of(Arrays.copyOfRange(bytes, afterKeyword + 1, end))
                : inflate(afterKeyword + 1, end);
    }

    Optional<byte[]> exif() {
        return first("eXIf").map(this::body);
    }

    private Optional<Chunk> first(String type) {
        return chunks.stream().filter(c -> c.type.equals(type)).findFirst();
    }

    private byte[] body(Chunk chunk) {
        return Arrays.copyOfRange(bytes, chunk.start, chunk.start + chunk.length);
    }

    private int indexOfZero(int from, Chunk chunk) {
        for (int i = from; i < chunk.start + chunk.length; i++) {
            if (bytes[i] == 0) {
                return i;
            }
        }
        return -1;
    }

    private Optional<byte[]> inflate(int from, int to) {
        if (from >= to) {
            return Optional.empty();
        }
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(bytes, from, to - from);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!inflater.finished()) {
                int n = inflater.inflate(buffer);
                if (n == 0 || out.size() + n > MAX_INFLATED) {
                    return Optional.empty();
                }
                out.write(buffer, 0, n);
            }
            return Optional.of(out.toByteArray());
        } catch (DataFormatException e) {
            return Optional.empty();
        }
    }
}

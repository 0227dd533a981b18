package eliq.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A WebP's RIFF chunks (RFC 9649): size, EXIF, ICC profile. */
final class WebpChunks {

    private final byte[] bytes;
    private final Map<String, int[]> chunks;

    private WebpChunks(byte[] bytes, Map<String, int[]> chunks) {
        this.bytes = bytes;
        this.chunks = chunks;
    }

    static WebpChunks read(byte[] bytes) throws ImageException {
        long end = 8 + Bytes.u32le(bytes, 4);
        if (end > bytes.length) {
            throw new ImageException("the WebP ends in the middle of its pixels");
        }
        Map<String, int[]> chunks = new LinkedHashMap<>();
        long at = 12;
        while (at + 8 <= end) {
            String type = new String(bytes, (int) at, 4, StandardCharsets.ISO_8859_1);
            long length = Bytes.u32le(bytes, (int) at + 4);
            if (at + 8 + length > end) {
                throw new ImageException("the WebP ends in the middle of its " + type + " part");
            }
            chunks.putIfAbsent(type, new int[] {(int) at + 8, (int) length});
            at += 8 + length + length % 2;
        }
        return new WebpChunks(bytes, chunks);
    }

    ImageHeader header() throws ImageException {
        List<String> notes =
                chunks.containsKey("ANMF")
                        ? List.of("It is an animated WebP: its first frame was taken.")
                        : List.of();
        return size().with(exif(), body("ICCP"), notes);
    }

    private ImageHeader size() throws ImageException {
        int[] extended = chunks.get("VP8X");
        if (extended != null) {
            boolean alpha = (bytes[extended[0]] & 0x10) != 0;
            return ImageHeader.of(
                    1L + Bytes.u24le(bytes, extended[0] + 4),
                    1L + Bytes.u24le(bytes, extended[0] + 7),
                    alpha ? 4 : 3,
                    8);
        }
        int[] lossless = chunks.get("VP8L");
        if (lossless != null) {
            long packed = Bytes.u32le(bytes, lossless[0] + 1);
            boolean alpha = (packed >> 28 & 1) != 0;
            return ImageHeader.of(
                    1 + (packed & 0x3FFF), 1 + (packed >> 14 & 0x3FFF), alpha ? 4 : 3, 8);
        }
        int[] lossy = chunks.get("VP8 ");
        if (lossy == null) {
            throw new ImageException("the WebP holds no pixels");
        }
        return ImageHeader.of(
                Bytes.u16le(bytes, lossy[0] + 6) & 0x3FFF,
                Bytes.u16le(bytes, lossy[0] + 8) & 0x3FFF,
                3,
                8);
    }

    Optional<byte[]> exif() {
        return body("EXIF")
                .map(
                        exif ->
                                ImageFormat.startsWith(exif, 0, "Exif\0\0")
                                        ? Arrays.copyOfRange(exif, 6, exif.length)
                                        : exif);
    }

    private Optional<byte[]> body(String type) {
        return Optional.ofNullable(chunks.get(type))
                .map(c -> Arrays.copyOfRange(bytes, c[0], c[0] + c[1]));
    }
}

package eliq.image;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The file formats that are decoded. A file's format is read from its first bytes, never from its name. */
public enum ImageFormat {
    PNG("PNG"),
    JPEG("JPEG"),
    WEBP("WebP"),
    TIFF("TIFF"),
    BMP("BMP"),
    GIF("GIF");

    private final String title;

    ImageFormat(String title) {
        this.title = title;
    }

    /** How users write the format's name. */
    public String title() {
        return title;
    }

    /** The format that these first bytes of a file announce. */
    static Optional<ImageFormat> of(byte[] bytes) {
        if (startsWith(bytes, 0, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        if (startsWith(bytes, 0, "\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (startsWith(bytes, 0, "RIFF") && startsWith(bytes, 8, "WEBP")) {
            return Optional.of(WEBP);
        }
        if (startsWith(bytes, 0, "II*\0") || startsWith(bytes, 0, "MM\0*")) {
            return Optional.of(TIFF);
        }
        if (startsWith(bytes, 0, "GIF87a") || startsWith(bytes, 0, "GIF89a")) {
            return Optional.of(GIF);
        }
        if (startsWith(bytes, 0, "BM") && bytes.length > 18 && bytes[15] == 0 && bytes[16] == 0) {
            return Optional.of(BMP);
        }
        return Optional.empty();
    }

    /** What a file that is none of the formats seems to be, as the end of a sentence. */
    static String describeUnknown(byte[] bytes) {
        if (startsWith(bytes, 4, "ftypavif") || startsWith(bytes, 4, "ftypavis")) {
            return "it is an AVIF picture";
        }
        if (startsWith(bytes, 4, "ftyphei") || startsWith(bytes, 4, "ftypmif1")) {
            return "it is a HEIC picture";
        }
        if (startsWith(bytes, 0, "\u00ff\n") || startsWith(bytes, 4, "JXL ")) {
            return "it is a JPEG XL picture";
        }
        if (startsWith(bytes, 4, "jP  ")) {
            return "it is a JPEG 2000 picture";
        }
        if (startsWith(bytes, 0, "8BPS")) {
            return "it is a Photoshop document";
        }
        if (startsWith(bytes, 0, "II+\0") || startsWith(bytes, 0, "MM\0+")) {
            return "it is a BigTIFF";
        }
        if (startsWith(bytes, 0, "%PDF")) {
            return "it is a PDF document";
        }
        if (startsWith(bytes, 0, "PK\u0003\u0004")) {
            return "it is a ZIP archive";
        }
        if (startsWith(bytes, 0, "version https://git-lfs")) {
            return "it is a Git LFS pointer, so fetch the real file with 'git lfs pull'";
        }
        return looksLikeText(bytes) ? "it holds text" : "its first bytes belong to no such format";
    }

    private static boolean looksLikeText(byte[] bytes) {
        int seen = Math.min(bytes.length, 512);
        for (int i = 0; i < seen; i++) {
            int b = bytes[i] & 0xFF;
            if (b < 9 || b > 13 && b < 32 || b == 127) {
                return false;
            }
        }
        return true;
    }

    static boolean startsWith(byte[] bytes, int at, String latin1) {
        byte[] expected = latin1.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length < at + expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (bytes[at + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }
}

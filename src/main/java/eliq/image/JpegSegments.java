package eliq.image;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A JPEG's marker segments (ITU-T T.81, annex B): size, EXIF, ICC profile (split over APP2 segments) and comment. */
final class JpegSegments {

    private static final String EXIF = "Exif\0\0";
    private static final String ICC = "ICC_PROFILE\0";

    private int width;
    private int height;
    private int channels;
    private int bits;
    private boolean ended;
    private Optional<byte[]> exif = Optional.empty();
    private Optional<byte[]> comment = Optional.empty();
    private final TreeMap<Integer, byte[]> profileParts = new TreeMap<>();

    private JpegSegments() {}

    static JpegSegments read(byte[] bytes) throws ImageException {
        JpegSegments found = new JpegSegments();
        int at = 2;
        while (true) {
            if (at + 4 > bytes.length) {
                throw new ImageException("the JPEG ends before its pixels begin");
            }
            if (Bytes.u8(bytes, at) != 0xFF) {
                throw new ImageException(
                        "the JPEG is damaged at byte " + at + " (no segment begins there)");
            }
            int marker = Bytes.u8(bytes, at + 1);
            if (marker == 0xFF) {
                at++;
                continue;
            }
            if (marker >= 0xD0 && marker <= 0xD8 || marker == 0x01) {
                at += 2;
                continue;
            }
            int length = Bytes.u16be(bytes, at + 2);
            if (length < 2 || at + 2L + length > bytes.length) {
                throw new ImageException("the JPEG ends before its pixels begin");
            }
            found.segment(marker, bytes, at + 4, length - 2);
            at += 2 + length;
            if (marker == 0xDA) {
                found.ended = endsWithMarker(bytes, at);
                break;
            }
        }
        if (found.width == 0) {
            throw new ImageException("the JPEG names no picture size before its pixels");
        }
        if (!found.ended) {
            throw new ImageException("the JPEG ends in the middle of its pixels");
        }
        return found;
    }

    private static boolean endsWithMarker(byte[] bytes, int from) {
        for (int i = bytes.length - 2; i >= from; i--) {
            if (bytes[i] == (byte) 0xFF && bytes[i + 1] == (byte) 0xD9) {
                return true;
            }
        }
        return false;
    }

    private void segment(int marker, byte[] bytes, int start, int length) {
        boolean frame = marker == 0xC0 || marker > 0xC0 && marker <= 0xCF && marker % 4 != 0;
        if (frame && length >= 6) {
            bits = Bytes.u8(bytes, start);
            height = Bytes.u16be(bytes, start + 1);
            width = Bytes.u16be(bytes, start + 3);
            channels = Bytes.u8(bytes, start + 5);
        } else if (marker == 0xE1
                && exif.isEmpty()
                && ImageFormat.startsWith(bytes, start, EXIF)
                && length > EXIF.length()) {
            exif = Optional.of(Arrays.copyOfRange(bytes, start + EXIF.length(), start + length));
        } else if (marker == 0xE2
                && ImageFormat.startsWith(bytes, start, ICC)
                && length > ICC.length() + 2) {
            profileParts.putIfAbsent(
                    Bytes.u8(bytes, start + ICC.length()),
                    Arrays.copyOfRange(bytes, start + ICC.length() + 2, start + length));
        } else if (marker == 0xFE && comment.isEmpty()) {
            comment = Optional.of(Arrays.copyOfRange(bytes, start, start + length));
        }
    }

    ImageHeader header() throws ImageException {
        if (height == 0) {
            throw new ImageException("the JPEG header leaves the height open");
        }
        ByteArrayOutputStream profile = new ByteArrayOutputStream();
        profileParts.values().forEach(profile::writeBytes);
        List<String> notes = new ArrayList<>();
        return ImageHeader.of(width, height, Math.max(1, channels), bits)
                .with(
                        exif,
                        profile.size() == 0 ? Optional.empty() : Optional.of(profile.toByteArray()),
                        notes);
    }

    Optional<byte[]> exif() {
        return exif;
    }

    Optional<byte[]> comment() {
        return comment;
    }
}

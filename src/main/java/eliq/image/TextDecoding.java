package eliq.image;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Text whose encoding the file does not say, or says wrongly. */
final class TextDecoding {

    private TextDecoding() {}

    /** As UTF-8 where the bytes are valid UTF-8, else as Latin-1. */
    static String utf8OrLatin1(byte[] text) {
        return strict(text, StandardCharsets.UTF_8)
                .orElseGet(() -> new String(text, StandardCharsets.ISO_8859_1));
    }

    static Optional<String> strict(byte[] text, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(text)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /**
     * EXIF UserComment: eight bytes name the encoding (EXIF 2.3, 4.6.5). "UNICODE" is UTF-16 in either byte order, whatever the
     * file's: the order in which the zero bytes of plain letters fall decides.
     */
    static String userComment(byte[] value) {
        if (value.length < 8) {
            return utf8OrLatin1(value).strip();
        }
        byte[] body = Arrays.copyOfRange(value, 8, value.length);
        if (!ImageFormat.startsWith(value, 0, "UNICODE")) {
            boolean named = ImageFormat.startsWith(value, 0, "ASCII") || value[0] == 0;
            return trimZeros(utf8OrLatin1(named ? body : value));
        }
        int zerosFirst = 0;
        int zerosSecond = 0;
        for (int i = 0; i + 1 < body.length; i += 2) {
            zerosFirst += body[i] == 0 && body[i + 1] != 0 ? 1 : 0;
            zerosSecond += body[i + 1] == 0 && body[i] != 0 ? 1 : 0;
        }
        if (body.length > 1 && (Bytes.u16be(body, 0) == 0xFEFF || Bytes.u16be(body, 0) == 0xFFFE)) {
            return trimZeros(new String(body, StandardCharsets.UTF_16));
        }
        if (zerosFirst == 0 && zerosSecond == 0) {
            Optional<String> utf8 = strict(body, StandardCharsets.UTF_8);
            if (utf8.isPresent()) {
                return trimZeros(utf8.get());
            }
        }
        return trimZeros(
                new String(
                        body,
                        zerosFirst >= zerosSecond
                                ? StandardCharsets.UTF_16BE
                                : StandardCharsets.UTF_16LE));
    }

    static String trimZeros(String text) {
        return text.replace("\0", "").strip();
    }
}

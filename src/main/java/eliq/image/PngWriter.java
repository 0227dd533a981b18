package eliq.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes 8-bit RGB PNG: each row by the better of the filters Sub and Up, deflated at level 3. */
final class PngWriter {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int LEVEL = 3;

    private PngWriter() {}

    static byte[] write(Pixels pixels, Map<String, String> texts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(pixels.rgb().length / 2 + 1024);
        out.writeBytes(SIGNATURE);
        ByteBuffer header = ByteBuffer.allocate(13);
        header.putInt(pixels.width()).putInt(pixels.height());
        header.put((byte) 8).put((byte) 2).put((byte) 0).put((byte) 0).put((byte) 0);
        chunk(out, "IHDR", header.array(), 13);
        texts.forEach((key, text) -> text(out, key, text));
        pixelData(out, pixels);
        chunk(out, "IEND", new byte[0], 0);
        return out.toByteArray();
    }

    private static void text(ByteArrayOutputStream out, String key, String text) {
        if (!key.matches("[\\x20-\\x7E]{1,79}")) {
            throw new IllegalArgumentException("not a PNG keyword: '" + key + "'");
        }
        boolean ascii = StandardCharsets.US_ASCII.newEncoder().canEncode(text);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(key.getBytes(StandardCharsets.US_ASCII));
        // tEXt: key, 0, Latin-1. iTXt: key, 0, not compressed, method 0, no language, no translated
        // keyword, UTF-8.
        body.writeBytes(ascii ? new byte[1] : new byte[5]);
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        chunk(out, ascii ? "tEXt" : "iTXt", body.toByteArray(), body.size());
    }

    private static void pixelData(ByteArrayOutputStream out, Pixels pixels) {
        int stride = 3 * pixels.width();
        byte[] rgb = pixels.rgb();
        byte[] sub = new byte[stride + 1];
        byte[] up = new byte[stride + 1];
        byte[] buffer = new byte[1 << 16];
        try (Deflater deflater = new Deflater(LEVEL)) {
            for (int y = 0; y < pixels.height(); y++) {
                int row = y * stride;
                sub[0] = 1;
                up[0] = 2;
                long subCost = 0;
                long upCost = 0;
                for (int i = 0; i < stride; i++) {
                    sub[i + 1] = (byte) (rgb[row + i] - (i < 3 ? 0 : rgb[row + i - 3]));
                    up[i + 1] = (byte) (rgb[row + i] - (y == 0 ? 0 : rgb[row - stride + i]));
                    subCost += Math.abs(sub[i + 1]);
                    upCost += Math.abs(up[i + 1]);
                }
                deflater.setInput(subCost <= upCost ? sub : up);
                while (!deflater.needsInput()) {
                    flush(out, deflater, buffer);
                }
            }
            deflater.finish();
            while (!deflater.finished()) {
                flush(out, deflater, buffer);
            }
        }
    }

    private static void flush(ByteArrayOutputStream out, Deflater deflater, byte[] buffer) {
        int n = deflater.deflate(buffer);
        if (n > 0) {
            chunk(out, "IDAT", buffer, n);
        }
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] body, int length) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(body, 0, length);
        out.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
        out.writeBytes(name);
        out.write(body, 0, length);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}

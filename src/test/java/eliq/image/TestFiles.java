package eliq.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;

/** Files for the tests: from resources, built here, or shared real data. */
final class TestFiles {

    private TestFiles() {}

    static byte[] bytes(String resource) {
        try (InputStream in = TestFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no test resource " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Pixels pixels(String resource) throws ImageException {
        return ImageDecoder.decode(bytes(resource), resource).pixels();
    }

    /** A folder of the shared real data; where it is absent the test is skipped, and says so. */
    static Path shared(String folder) {
        Path root =
                Path.of(
                        Optional.ofNullable(System.getProperty("ELIQ_SHARED_DATA"))
                                .or(() -> Optional.ofNullable(System.getenv("ELIQ_SHARED_DATA")))
                                .orElse("../shared/data"));
        Path found = root.resolve(folder);
        if (!Files.isDirectory(found)) {
            String reason = "skipped: " + found.toAbsolutePath().normalize() + " is not there";
            System.out.println(reason);
            Assumptions.abort(reason);
        }
        return found;
    }

    static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(image, "png", out)) {
            throw new IOException("no PNG writer takes this picture");
        }
        return out.toByteArray();
    }

    /** A big-endian TIFF structure whose only entry is the orientation. */
    static byte[] exif(int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(26);
        exif.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0);
        return exif.array();
    }

    /** A little-endian TIFF structure with an EXIF directory that holds the UserComment. */
    static byte[] exifWithUserComment(byte[] comment) {
        ByteBuffer exif = ByteBuffer.allocate(44 + comment.length).order(ByteOrder.LITTLE_ENDIAN);
        exif.put("II".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x8769).putShort((short) 4).putInt(1).putInt(26);
        exif.putInt(0);
        exif.putShort((short) 1).putShort((short) 0x9286).putShort((short) 7);
        exif.putInt(comment.length).putInt(44).putInt(0);
        return exif.put(comment).array();
    }

    static byte[] withExifOrientation(byte[] jpeg, int orientation) {
        return withSegment(
                jpeg,
                0xE1,
                concat("Exif\0\0".getBytes(StandardCharsets.US_ASCII), exif(orientation)));
    }

    static byte[] withJpegProfile(byte[] jpeg, byte[] profile) {
        return withSegment(
                jpeg,
                0xE2,
                concat("ICC_PROFILE\0\u0001\u0001".getBytes(StandardCharsets.US_ASCII), profile));
    }

    /** Puts a segment behind the start marker and the JFIF header. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] body) {
        int at = 4 + Bytes.u16be(jpeg, 4);
        ByteBuffer out = ByteBuffer.allocate(jpeg.length + body.length + 4);
        out.put(jpeg, 0, at).put((byte) 0xFF).put((byte) marker);
        out.putShort((short) (body.length + 2)).put(body).put(jpeg, at, jpeg.length - at);
        return out.array();
    }

    static byte[] withPngProfile(byte[] png, byte[] profile) {
        return withChunk(
                png, "iCCP", concat("p\0\0".getBytes(StandardCharsets.US_ASCII), deflate(profile)));
    }

    /** Puts a chunk behind IHDR. */
    static byte[] withChunk(byte[] png, String type, byte[] body) {
        int at = 33;
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(body);
        ByteBuffer out = ByteBuffer.allocate(png.length + body.length + 12);
        out.put(png, 0, at).putInt(body.length).put(name).put(body).putInt((int) crc.getValue());
        out.put(png, at, png.length - at);
        return out.array();
    }

    static byte[] deflate(byte[] data) {
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(data);
            deflater.finish();
            byte[] out = new byte[data.length / 2 + 1000];
            int n = deflater.deflate(out);
            return Arrays.copyOf(out, n);
        }
    }

    static byte[] concat(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}

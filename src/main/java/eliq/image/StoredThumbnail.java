package eliq.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * Reads back what {@link Thumbnails} wrote: plain sRGB JPEGs of this program, so that none of what {@link ImageDecoder} does
 * for strange files is needed. That decoder takes 2 MB of memory for each of them, and a fast scroll reads 200 in a second.
 */
final class StoredThumbnail {
    private StoredThumbnail() {}

    /** Empty where there is no such file, or not a whole one: it is made anew then. */
    static Optional<Pixels> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            return endsAsJpeg(bytes) ? Optional.of(decode(bytes)) : Optional.empty();
        } catch (IOException | RuntimeException | ImageException e) {
            return Optional.empty();
        }
    }

    private static boolean endsAsJpeg(byte[] bytes) {
        return bytes.length > 4
                && bytes[bytes.length - 2] == (byte) 0xFF
                && bytes[bytes.length - 1] == (byte) 0xD9;
    }

    private static Pixels decode(byte[] bytes) throws IOException, ImageException {
        ImageReader reader = reader();
        try (PatientInput in = new PatientInput(bytes)) {
            reader.setInput(in, true, true);
            BufferedImage image = reader.read(0);
            return SrgbConversion.convert(image, Optional.empty(), new ArrayList<>()).pixels();
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader reader() throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("JPEG");
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith("com.sun.imageio.")) {
                return reader;
            }
        }
        throw new IOException("this Java has no JPEG reader");
    }
}

package eliq.pairs.degrade;

import eliq.image.Pixels;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Baseline JPEG and back in memory. */
final class JpegRoundTrip {
    private JpegRoundTrip() {}

    /** @param quality 1..100, as libjpeg counts it */
    static Pixels of(Pixels picture, int quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var bytes = new ByteArrayOutputStream();
                var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality / 100f);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture.toBufferedImage(), null, null), parameters);
            out.flush();
            var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes.toByteArray()));
            return Pixels.of(ImageIO.read(in));
        } catch (IOException e) {
            throw new UncheckedIOException("the JPEG codec does not read what it wrote", e);
        } finally {
            writer.dispose();
        }
    }
}

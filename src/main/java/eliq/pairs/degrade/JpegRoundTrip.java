package eliq.pairs.degrade;

import eliq.image.ImageEncoding;
import eliq.image.Pixels;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Baseline JPEG and back in memory. Reads with the JDK's decoder (libjpeg) and without the looking over that a file of
 * unknown origin needs.
 */
final class JpegRoundTrip {
    private JpegRoundTrip() {}

    /** @param quality 1..100, as libjpeg counts it */
    static Pixels of(Pixels picture, int quality) {
        byte[] jpeg = ImageEncoding.jpeg(picture, quality / 100f);
        ImageReader reader = jdkReader();
        try (MemoryCacheImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
            reader.setInput(in, true, true);
            return rgb(reader.read(0));
        } catch (IOException e) {
            throw new UncheckedIOException("the JPEG codec does not read what it wrote", e);
        } finally {
            reader.dispose();
        }
    }

    private static Pixels rgb(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        boolean blueFirst =
                image.getRaster().getSampleModel() instanceof ComponentSampleModel model
                        && Arrays.equals(model.getBandOffsets(), new int[] {2, 1, 0})
                        && model.getScanlineStride() == 3 * width;
        if (!blueFirst || !(image.getRaster().getDataBuffer() instanceof DataBufferByte buffer)) {
            return Pixels.of(image);
        }
        byte[] bgr = buffer.getData();
        byte[] rgb = new byte[bgr.length];
        for (int i = 0; i < bgr.length; i += 3) {
            rgb[i] = bgr[i + 2];
            rgb[i + 1] = bgr[i + 1];
            rgb[i + 2] = bgr[i];
        }
        return new Pixels(width, height, rgb);
    }

    private static ImageReader jdkReader() {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith("com.sun.imageio.")) {
                return reader;
            }
        }
        throw new IllegalStateException("this Java runtime has no JPEG decoder");
    }
}

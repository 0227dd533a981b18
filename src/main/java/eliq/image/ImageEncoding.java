package eliq.image;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** From pixels to a file's bytes. The same pixels always give the same bytes. */
public final class ImageEncoding {

    private ImageEncoding() {}

    /**
     * A baseline JPEG with 4:2:0 chroma, by the JDK's encoder (libjpeg's tables).
     *
     * @param quality 0 (smallest) to 1 (best); q corresponds to libjpeg's quality 100 q
     */
    public static byte[] jpeg(Pixels pixels, float quality) {
        if (!(quality >= 0 && quality <= 1)) {
            throw new IllegalArgumentException("JPEG quality must be in 0..1, not " + quality);
        }
        ImageWriter writer = jdkJpegWriter();
        ByteArrayOutputStream out = new ByteArrayOutputStream(pixels.rgb().length / 8 + 1024);
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(view(pixels), null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException("writing a JPEG into memory failed", e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** An 8-bit RGB PNG, compressed fast rather than small. */
    public static byte[] png(Pixels pixels) {
        return png(pixels, Map.of());
    }

    /**
     * An 8-bit RGB PNG with text chunks before the pixels, such as {@code parameters} for a prompt in the AUTOMATIC1111 form.
     *
     * @param texts keyword (1 to 79 Latin-1 characters) to text
     */
    public static byte[] png(Pixels pixels, Map<String, String> texts) {
        return PngWriter.write(pixels, texts);
    }

    /** The same bytes as a picture: the encoder reads interleaved bytes twice as fast as packed integers. */
    private static BufferedImage view(Pixels pixels) {
        DataBufferByte bytes = new DataBufferByte(pixels.rgb(), pixels.rgb().length);
        int[] channels = {0, 1, 2};
        int row = 3 * pixels.width();
        WritableRaster raster =
                Raster.createInterleavedRaster(
                        bytes, pixels.width(), pixels.height(), row, 3, channels, null);
        ColorSpace srgb = ColorSpace.getInstance(ColorSpace.CS_sRGB);
        ColorModel model =
                new ComponentColorModel(
                        srgb, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(model, raster, false, null);
    }

    private static ImageWriter jdkJpegWriter() {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
        while (writers.hasNext()) {
            ImageWriter writer = writers.next();
            if (writer.getClass().getName().startsWith("com.sun.imageio.")) {
                return writer;
            }
        }
        throw new IllegalStateException("this Java runtime has no JPEG encoder");
    }
}

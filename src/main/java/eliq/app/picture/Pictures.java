package eliq.app.picture;

import eliq.image.Pixels;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Our pictures as JavaFX images. */
public final class Pictures {

    private Pictures() {}

    /** A copy; may be called on any thread. */
    public static Image toFx(Pixels pixels) {
        WritableImage image = new WritableImage(pixels.width(), pixels.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        pixels.width(),
                        pixels.height(),
                        PixelFormat.getByteRgbInstance(),
                        pixels.rgb(),
                        0,
                        3 * pixels.width());
        return image;
    }

    /** A copy; transparent parts become white, as on a page. */
    public static Pixels toPixels(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        byte[] rgb = new byte[3 * width * height];
        for (int i = 0; i < pixels.length; i++) {
            int alpha = pixels[i] >>> 24;
            for (int c = 0; c < 3; c++) {
                int value = pixels[i] >> 16 - 8 * c & 0xFF;
                rgb[3 * i + c] = (byte) ((value * alpha + 255 * (255 - alpha) + 127) / 255);
            }
        }
        return new Pixels(width, height, rgb);
    }
}

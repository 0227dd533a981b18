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
}

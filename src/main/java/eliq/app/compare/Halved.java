package eliq.app.compare;

import eliq.app.picture.Pictures;
import eliq.image.AreaAverage;
import eliq.image.Pixels;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * A picture with averaged copies of a half, a quarter, ... of its size. Shrinking a picture on the screen samples it, and
 * the moiré of that would look like a fault of the picture; from the next larger copy it does not.
 */
public final class Halved extends WritableImage {
    private static final int SMALLEST_SIDE = 64;

    private final List<Image> halves;

    private Halved(Pixels pixels, List<Image> halves) {
        super(pixels.width(), pixels.height());
        this.halves = halves;
        getPixelWriter()
                .setPixels(
                        0,
                        0,
                        pixels.width(),
                        pixels.height(),
                        PixelFormat.getByteRgbInstance(),
                        pixels.rgb(),
                        0,
                        3 * pixels.width());
    }

    /** Made on any thread. */
    public static Halved of(Pixels pixels) {
        List<Image> halves = new ArrayList<>();
        Pixels half = pixels;
        while (Math.min(half.width(), half.height()) >= 2 * SMALLEST_SIDE) {
            half = AreaAverage.resize(half, half.width() / 2, half.height() / 2);
            halves.add(Pictures.toFx(half));
        }
        return new Halved(pixels, List.copyOf(halves));
    }

    /** The smallest copy that need not be enlarged to be shown at this scale of the original. */
    Image at(double scale) {
        Image best = this;
        double size = 0.5;
        for (Image half : halves) {
            if (size < scale) {
                break;
            }
            best = half;
            size /= 2;
        }
        return best;
    }
}

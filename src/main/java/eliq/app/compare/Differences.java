package eliq.app.compare;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** How far two pictures are apart, pixel by pixel. */
final class Differences {
    private Differences() {}

    /**
     * The absolute difference of each channel times a gain, black where they are alike. A second picture of another size
     * is sampled at the first one's pixels. Any thread.
     */
    static Image of(Image first, Image second, double gain) {
        int width = (int) first.getWidth();
        int height = (int) first.getHeight();
        int otherWidth = (int) second.getWidth();
        int otherHeight = (int) second.getHeight();
        int[] a = new int[width];
        int[] b = new int[otherWidth];
        WritableImage result = new WritableImage(width, height);
        for (int y = 0; y < height; y++) {
            int otherY = (int) ((y + 0.5) * otherHeight / height);
            row(first, y, a);
            row(second, otherY, b);
            for (int x = 0; x < width; x++) {
                a[x] = apart(a[x], b[(int) ((x + 0.5) * otherWidth / width)], gain);
            }
            result.getPixelWriter()
                    .setPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), a, 0, width);
        }
        return result;
    }

    private static void row(Image image, int y, int[] into) {
        image.getPixelReader()
                .getPixels(
                        0,
                        y,
                        into.length,
                        1,
                        PixelFormat.getIntArgbInstance(),
                        into,
                        0,
                        into.length);
    }

    static int apart(int one, int other, double gain) {
        int result = 0xFF;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int difference = Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF));
            result = result << 8 | (int) Math.min(255, Math.round(difference * gain));
        }
        return result;
    }
}

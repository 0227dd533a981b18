package eliq.app.benchmark;

import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/**
 * Discs drawn pixel by pixel: ten thousand of them take a few milliseconds, where as many shapes on a canvas would hold up
 * several frames.
 */
final class PointLayer {
    private final int width;
    private final int height;
    private final double scale;
    private final int[] pixels;

    /**
     * @param width in the window's units
     * @param scale device pixels a unit
     */
    PointLayer(double width, double height, double scale) {
        this.scale = scale;
        this.width = Math.max(1, (int) Math.ceil(width * scale));
        this.height = Math.max(1, (int) Math.ceil(height * scale));
        this.pixels = new int[this.width * this.height];
    }

    /** A disc with soft edges, mixed with what is below it. */
    void disc(double x, double y, double radius, Color colour, double opacity) {
        double cx = x * scale;
        double cy = y * scale;
        double r = radius * scale;
        int fromX = Math.max(0, (int) Math.floor(cx - r - 1));
        int toX = Math.min(width - 1, (int) Math.ceil(cx + r + 1));
        int fromY = Math.max(0, (int) Math.floor(cy - r - 1));
        int toY = Math.min(height - 1, (int) Math.ceil(cy + r + 1));
        int red = (int) Math.round(255 * colour.getRed());
        int green = (int) Math.round(255 * colour.getGreen());
        int blue = (int) Math.round(255 * colour.getBlue());
        for (int py = fromY; py <= toY; py++) {
            for (int px = fromX; px <= toX; px++) {
                double distance = Math.hypot(px + 0.5 - cx, py + 0.5 - cy);
                double cover = Math.clamp(r + 0.5 - distance, 0, 1) * opacity;
                if (cover > 0) {
                    mix(py * width + px, red, green, blue, cover);
                }
            }
        }
    }

    private void mix(int at, int red, int green, int blue, double cover) {
        int below = pixels[at];
        double rest = 1 - cover;
        int alpha = (int) Math.round(255 * cover + (below >>> 24) * rest);
        int r = (int) Math.round(red * cover + (below >> 16 & 0xFF) * rest);
        int g = (int) Math.round(green * cover + (below >> 8 & 0xFF) * rest);
        int b = (int) Math.round(blue * cover + (below & 0xFF) * rest);
        pixels[at] = alpha << 24 | r << 16 | g << 8 | b;
    }

    /** What was drawn, in device pixels. */
    WritableImage image() {
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter()
                .setPixels(
                        0, 0, width, height, PixelFormat.getIntArgbPreInstance(), pixels, 0, width);
        return image;
    }
}

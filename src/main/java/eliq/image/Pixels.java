package eliq.image;

import java.awt.image.BufferedImage;

/**
 * A decoded picture: 8-bit sRGB, no alpha, rows from the top, three bytes (red, green, blue) a pixel.
 *
 * <p>The array is shared, not copied, on the way through the program: whoever holds a {@code Pixels} only reads it.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param rgb [height, width, 3], row-major
 */
public record Pixels(int width, int height, byte[] rgb) {

    public Pixels {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "a picture of " + width + " x " + height + " pixels has no content");
        }
        if (rgb.length != 3L * width * height) {
            throw new IllegalArgumentException(
                    rgb.length
                            + " bytes given for "
                            + width
                            + " x "
                            + height
                            + " RGB pixels, which need "
                            + 3L * width * height);
        }
    }

    /** The value of one channel (0 red, 1 green, 2 blue) at a pixel, 0..255. */
    public int at(int x, int y, int channel) {
        return rgb[(y * width + x) * 3 + channel] & 0xFF;
    }

    /** A copy of an opaque picture of any AWT type; colours are taken as sRGB. */
    public static Pixels of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] rgb = new byte[3 * width * height];
        int[] row = new int[width];
        int at = 0;
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int argb : row) {
                rgb[at++] = (byte) (argb >> 16);
                rgb[at++] = (byte) (argb >> 8);
                rgb[at++] = (byte) argb;
            }
        }
        return new Pixels(width, height, rgb);
    }

    /** A copy as {@link BufferedImage#TYPE_INT_RGB}. */
    public BufferedImage toBufferedImage() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] row = new int[width];
        int at = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                row[x] = (rgb[at] & 0xFF) << 16 | (rgb[at + 1] & 0xFF) << 8 | rgb[at + 2] & 0xFF;
                at += 3;
            }
            image.setRGB(0, y, width, 1, row, 0, width);
        }
        return image;
    }
}

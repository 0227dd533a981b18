package eliq.image;

import java.util.Arrays;

/** Shrinks by averaging: each new pixel is the mean of the area of the old picture that it covers. */
public final class AreaAverage {

    private AreaAverage() {}

    /** The picture with its longer side at most this long, its shape kept; never enlarged. */
    public static Pixels fitInto(Pixels pixels, int longestSide) {
        if (longestSide < 1) {
            throw new IllegalArgumentException("a side must be at least 1, not " + longestSide);
        }
        int longer = Math.max(pixels.width(), pixels.height());
        if (longer <= longestSide) {
            return pixels;
        }
        double scale = (double) longestSide / longer;
        return resize(
                pixels,
                Math.max(1, (int) Math.round(pixels.width() * scale)),
                Math.max(1, (int) Math.round(pixels.height() * scale)));
    }

    /** The picture at exactly this size, which must not exceed its own. */
    public static Pixels resize(Pixels pixels, int width, int height) {
        if (width < 1 || height < 1 || width > pixels.width() || height > pixels.height()) {
            throw new IllegalArgumentException(
                    "cannot shrink "
                            + pixels.width()
                            + " x "
                            + pixels.height()
                            + " to "
                            + width
                            + " x "
                            + height);
        }
        double scaleX = (double) pixels.width() / width;
        double scaleY = (double) pixels.height() / height;
        byte[] from = pixels.rgb();
        byte[] to = new byte[3 * width * height];
        double[] sums = new double[3 * width];
        for (int y = 0; y < height; y++) {
            Arrays.fill(sums, 0);
            double top = y * scaleY;
            double bottom = Math.min((y + 1) * scaleY, pixels.height());
            for (int sy = (int) top; sy < bottom; sy++) {
                double share = Math.min(bottom, sy + 1.0) - Math.max(top, sy);
                addRow(from, 3 * sy * pixels.width(), pixels.width(), scaleX, share, sums);
            }
            double area = scaleX * (bottom - top);
            for (int i = 0; i < sums.length; i++) {
                to[3 * y * width + i] = (byte) Math.clamp(Math.round(sums[i] / area), 0, 255);
            }
        }
        return new Pixels(width, height, to);
    }

    private static void addRow(
            byte[] from, int row, int rowWidth, double scale, double share, double[] sums) {
        int width = sums.length / 3;
        for (int x = 0; x < width; x++) {
            double left = x * scale;
            double right = Math.min((x + 1) * scale, rowWidth);
            for (int sx = (int) left; sx < right; sx++) {
                double weight = share * (Math.min(right, sx + 1.0) - Math.max(left, sx));
                int at = row + 3 * sx;
                sums[3 * x] += weight * (from[at] & 0xFF);
                sums[3 * x + 1] += weight * (from[at + 1] & 0xFF);
                sums[3 * x + 2] += weight * (from[at + 2] & 0xFF);
            }
        }
    }
}

package eliq.metric;

import eliq.image.Pixels;

/**
 * Bicubic resizing (a = -0.5, widened against aliasing) as Pillow does it, bit for bit: weights of 22 fractional bits,
 * columns before rows, 8 bits in between. Made after the description of the algorithm in Pillow's documentation and the
 * behaviour of version 13.
 */
public final class PillowBicubic {
    private static final int PRECISION = 22;

    private PillowBicubic() {}

    /**
     * @param first [outputs] the first input of each output
     * @param weights [outputs][inputs taken]
     */
    private record Taken(int[] first, int[][] weights) {}

    /** The picture at another size; the picture itself where it has that size. */
    public static Pixels resize(Pixels image, int width, int height) {
        Pixels result = image;
        if (width != image.width()) {
            result = across(result, width);
        }
        if (height != image.height()) {
            result = down(result, height);
        }
        return result;
    }

    private static Taken taken(int from, int to) {
        double scale = (double) from / to;
        double widening = Math.max(scale, 1);
        double support = 2 * widening;
        int[] first = new int[to];
        int[][] weights = new int[to][];
        for (int i = 0; i < to; i++) {
            double centre = (i + 0.5) * scale;
            int low = Math.max(0, (int) (centre - support + 0.5));
            int high = Math.min(from, (int) (centre + support + 0.5));
            double[] exact = new double[high - low];
            double sum = 0;
            for (int k = 0; k < exact.length; k++) {
                exact[k] = cubic((k + low - centre + 0.5) / widening);
                sum += exact[k];
            }
            first[i] = low;
            weights[i] = new int[exact.length];
            for (int k = 0; k < exact.length; k++) {
                double share = exact[k] / sum * (1 << PRECISION);
                weights[i][k] = (int) (share < 0 ? share - 0.5 : share + 0.5);
            }
        }
        return new Taken(first, weights);
    }

    private static double cubic(double x) {
        double a = Math.abs(x);
        if (a < 1) {
            return (1.5 * a - 2.5) * a * a + 1;
        }
        return a < 2 ? -0.5 * (((a - 5) * a + 8) * a - 4) : 0;
    }

    private static byte rounded(int sum) {
        return (byte) Math.clamp(sum >> PRECISION, 0, 255);
    }

    private static Pixels across(Pixels image, int width) {
        Taken taken = taken(image.width(), width);
        byte[] in = image.rgb();
        byte[] out = new byte[Math.multiplyExact(3 * width, image.height())];
        int at = 0;
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < width; x++) {
                int[] weights = taken.weights[x];
                int from = 3 * (y * image.width() + taken.first[x]);
                int red = 1 << (PRECISION - 1);
                int green = red;
                int blue = red;
                for (int weight : weights) {
                    red += (in[from] & 0xFF) * weight;
                    green += (in[from + 1] & 0xFF) * weight;
                    blue += (in[from + 2] & 0xFF) * weight;
                    from += 3;
                }
                out[at++] = rounded(red);
                out[at++] = rounded(green);
                out[at++] = rounded(blue);
            }
        }
        return new Pixels(width, image.height(), out);
    }

    private static Pixels down(Pixels image, int height) {
        Taken taken = taken(image.height(), height);
        int row = 3 * image.width();
        byte[] in = image.rgb();
        byte[] out = new byte[Math.multiplyExact(row, height)];
        int[] sums = new int[row];
        for (int y = 0; y < height; y++) {
            java.util.Arrays.fill(sums, 1 << (PRECISION - 1));
            for (int k = 0; k < taken.weights[y].length; k++) {
                int weight = taken.weights[y][k];
                int from = (taken.first[y] + k) * row;
                for (int x = 0; x < row; x++) {
                    sums[x] += (in[from + x] & 0xFF) * weight;
                }
            }
            for (int x = 0; x < row; x++) {
                out[y * row + x] = rounded(sums[x]);
            }
        }
        return new Pixels(image.width(), height, out);
    }
}

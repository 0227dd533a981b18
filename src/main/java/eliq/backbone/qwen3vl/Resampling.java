package eliq.backbone.qwen3vl;

import eliq.image.Pixels;

/**
 * Antialiased bicubic resizing (a = -0.5) of 8-bit images in fixed point: horizontal pass first, its result rounded and
 * clipped to 8 bits before the vertical one. Bit for bit what the reference processor's default path computes (Catmull
 * and Rom's kernel; the fixed point of Pillow-SIMD with 16-bit weights, as torchvision uses it).
 */
final class Resampling {

    private static final double A = -0.5;
    private static final double SUPPORT = 2;
    private static final int MOST_PRECISION = 22;

    private Resampling() {}

    /** The picture at another size; the same object where the size is already right. */
    static Pixels resize(Pixels image, int height, int width) {
        byte[] rgb = image.rgb();
        if (image.width() != width) {
            rgb = horizontal(rgb, image.height(), image.width(), width);
        }
        if (image.height() != height) {
            rgb = vertical(rgb, image.height(), height, 3 * width);
        }
        return rgb == image.rgb() ? image : new Pixels(width, height, rgb);
    }

    private static byte[] horizontal(byte[] in, int height, int from, int to) {
        Taps taps = Taps.of(from, to);
        int half = 1 << taps.precision - 1;
        byte[] out = new byte[3 * height * to];
        int at = 0;
        for (int y = 0; y < height; y++) {
            int row = 3 * y * from;
            for (int x = 0; x < to; x++) {
                int[] weights = taps.weights[x];
                int source = row + 3 * taps.first[x];
                int red = half;
                int green = half;
                int blue = half;
                for (int weight : weights) {
                    red += weight * (in[source] & 0xFF);
                    green += weight * (in[source + 1] & 0xFF);
                    blue += weight * (in[source + 2] & 0xFF);
                    source += 3;
                }
                out[at] = clip(red >> taps.precision);
                out[at + 1] = clip(green >> taps.precision);
                out[at + 2] = clip(blue >> taps.precision);
                at += 3;
            }
        }
        return out;
    }

    private static byte[] vertical(byte[] in, int from, int to, int rowBytes) {
        Taps taps = Taps.of(from, to);
        int half = 1 << taps.precision - 1;
        byte[] out = new byte[to * rowBytes];
        int[] sums = new int[rowBytes];
        for (int y = 0; y < to; y++) {
            java.util.Arrays.fill(sums, half);
            int source = taps.first[y] * rowBytes;
            for (int weight : taps.weights[y]) {
                for (int x = 0; x < rowBytes; x++) {
                    sums[x] += weight * (in[source + x] & 0xFF);
                }
                source += rowBytes;
            }
            int at = y * rowBytes;
            for (int x = 0; x < rowBytes; x++) {
                out[at + x] = clip(sums[x] >> taps.precision);
            }
        }
        return out;
    }

    private static byte clip(int value) {
        return (byte) Math.clamp(value, 0, 255);
    }

    /**
     * Which input samples make each output sample.
     *
     * @param first [outputs] index of the first input sample
     * @param weights [outputs][taps] in units of 2^-precision
     */
    private record Taps(int[] first, int[][] weights, int precision) {

        static Taps of(int from, int to) {
            double scale = (double) from / to;
            double widening = Math.max(scale, 1);
            double support = SUPPORT * widening;
            int[] first = new int[to];
            double[][] exact = new double[to][];
            double largest = 0;
            for (int i = 0; i < to; i++) {
                double centre = scale * (i + 0.5);
                int start = Math.max((int) (centre - support + 0.5), 0);
                int end = Math.min((int) (centre + support + 0.5), from);
                double[] weights = new double[end - start];
                double sum = 0;
                for (int j = 0; j < weights.length; j++) {
                    weights[j] = kernel((j + start - centre + 0.5) / widening);
                    sum += weights[j];
                }
                for (int j = 0; j < weights.length; j++) {
                    weights[j] /= sum;
                    largest = Math.max(largest, weights[j]);
                }
                first[i] = start;
                exact[i] = weights;
            }
            int precision = 0;
            while (precision < MOST_PRECISION
                    && (int) (0.5 + largest * (1 << precision + 1)) < 1 << 15) {
                precision++;
            }
            return new Taps(first, fixed(exact, precision), precision);
        }

        private static int[][] fixed(double[][] exact, int precision) {
            int[][] weights = new int[exact.length][];
            for (int i = 0; i < exact.length; i++) {
                weights[i] = new int[exact[i].length];
                for (int j = 0; j < weights[i].length; j++) {
                    double scaled = exact[i][j] * (1 << precision);
                    weights[i][j] = (int) (scaled < 0 ? scaled - 0.5 : scaled + 0.5);
                }
            }
            return weights;
        }

        private static double kernel(double at) {
            double x = Math.abs(at);
            if (x < 1) {
                return ((A + 2) * x - (A + 3)) * x * x + 1;
            }
            return x < 2 ? (((x - 5) * x + 8) * x - 4) * A : 0;
        }
    }
}

package eliq.pairs.degrade;

import eliq.image.Pixels;

/**
 * Scales a window of a picture to any size: Catmull-Rom cubic, widened to cover whole source pixels where it shrinks.
 * Pixel centres lie at half-integer coordinates; beyond the frame the edge pixels go on.
 */
public final class Resampling {

    private Resampling() {}

    /** A rectangle in pixels, from the top left corner of the frame; need not fall on whole pixels. */
    public record Window(double left, double top, double width, double height) {
        public static Window whole(Pixels picture) {
            return new Window(0, 0, picture.width(), picture.height());
        }
    }

    /** The whole picture at another size. */
    public static Pixels resize(Pixels picture, int width, int height) {
        return window(picture, Window.whole(picture), width, height);
    }

    public static Pixels window(Pixels picture, Window window, int width, int height) {
        Taps columns = Taps.of(window.left(), window.width(), width, picture.width());
        Taps rows = Taps.of(window.top(), window.height(), height, picture.height());
        byte[] in = picture.rgb();
        float[][] across = new float[picture.height()][];
        byte[] out = new byte[3 * width * height];
        float[] sums = new float[3 * width];
        for (int y = 0; y < height; y++) {
            java.util.Arrays.fill(sums, 0);
            for (int k = 0; k < rows.count; k++) {
                int source = rows.index[y * rows.count + k];
                if (across[source] == null) {
                    across[source] = row(in, source * 3 * picture.width(), columns, width);
                }
                float[] line = across[source];
                float weight = rows.weight[y * rows.count + k];
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += weight * line[i];
                }
            }
            for (int i = 0; i < sums.length; i++) {
                out[y * sums.length + i] = Bytes.of(sums[i]);
            }
        }
        return new Pixels(width, height, out);
    }

    private static float[] row(byte[] in, int offset, Taps columns, int width) {
        float[] line = new float[3 * width];
        for (int x = 0; x < width; x++) {
            float red = 0;
            float green = 0;
            float blue = 0;
            for (int k = x * columns.count; k < (x + 1) * columns.count; k++) {
                int from = offset + 3 * columns.index[k];
                float weight = columns.weight[k];
                red += weight * (in[from] & 0xFF);
                green += weight * (in[from + 1] & 0xFF);
                blue += weight * (in[from + 2] & 0xFF);
            }
            line[3 * x] = red;
            line[3 * x + 1] = green;
            line[3 * x + 2] = blue;
        }
        return line;
    }

    /** For each output coordinate the source coordinates and weights, {@code count} of each. */
    private record Taps(int count, int[] index, float[] weight) {

        static Taps of(double start, double extent, int outputs, int inputs) {
            double step = extent / outputs;
            double widening = Math.max(1, step);
            int count = 2 * (int) Math.ceil(2 * widening) + 1;
            int[] index = new int[outputs * count];
            float[] weight = new float[outputs * count];
            double[] raw = new double[count];
            for (int o = 0; o < outputs; o++) {
                double centre = start + (o + 0.5) * step - 0.5;
                int first = (int) Math.floor(centre) - count / 2;
                double sum = 0;
                for (int k = 0; k < count; k++) {
                    raw[k] = cubic(Math.abs(first + k - centre) / widening);
                    sum += raw[k];
                }
                for (int k = 0; k < count; k++) {
                    index[o * count + k] = Math.clamp(first + k, 0, inputs - 1);
                    weight[o * count + k] = (float) (raw[k] / sum);
                }
            }
            return new Taps(count, index, weight);
        }

        private static double cubic(double x) {
            if (x < 1) {
                return (1.5 * x - 2.5) * x * x + 1;
            }
            return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
        }
    }
}

package eliq.metric.nss;

import eliq.image.Pixels;

/**
 * MATLAB's {@code imresize(picture, [height width])} of an 8-bit picture: bicubic (a = -0.5), widened against aliasing
 * where it shrinks, symmetric border; the side that shrinks more first, and each of the two passes rounded to 8 bit.
 */
final class MatlabResize {
    private MatlabResize() {}

    /**
     * What an output position takes of the input.
     *
     * @param places [outputs][taps] input positions
     * @param weights of the same shape, each row summing to 1
     */
    private record Contributions(int[][] places, double[][] weights) {}

    /** The three channels, whole numbers 0..255. */
    static Plane[] channels(Pixels image, int width, int height) {
        Contributions across = contributions(image.width(), width);
        Contributions down = contributions(image.height(), height);
        double scaleAcross = (double) width / image.width();
        double scaleDown = (double) height / image.height();
        Plane[] channels = new Plane[3];
        for (int c = 0; c < 3; c++) {
            Plane channel = channel(image, c);
            channels[c] =
                    scaleDown <= scaleAcross
                            ? across(down(channel, down), across)
                            : down(across(channel, across), down);
        }
        return channels;
    }

    private static Plane channel(Pixels image, int channel) {
        Plane plane = new Plane(image.width(), image.height());
        byte[] rgb = image.rgb();
        for (int y = 0; y < image.height(); y++) {
            double[] row = plane.rows()[y];
            int from = 3 * y * image.width() + channel;
            for (int x = 0; x < row.length; x++) {
                row[x] = rgb[from + 3 * x] & 0xFF;
            }
        }
        return plane;
    }

    private static Contributions contributions(int from, int to) {
        double scale = (double) to / from;
        double width = scale < 1 ? 4 / scale : 4;
        int taps = (int) Math.ceil(width) + 2;
        int[][] places = new int[to][taps];
        double[][] weights = new double[to][taps];
        for (int i = 0; i < to; i++) {
            double centre = (i + 1) / scale + 0.5 * (1 - 1 / scale);
            int left = (int) Math.floor(centre - width / 2);
            double sum = 0;
            for (int k = 0; k < taps; k++) {
                double distance = centre - (left + k);
                double weight = scale < 1 ? scale * cubic(scale * distance) : cubic(distance);
                weights[i][k] = weight;
                sum += weight;
                int turn = Math.floorMod(left + k - 1, 2 * from);
                places[i][k] = turn < from ? turn : 2 * from - 1 - turn;
            }
            for (int k = 0; k < taps; k++) {
                weights[i][k] /= sum;
            }
        }
        return new Contributions(places, weights);
    }

    private static double cubic(double x) {
        double a = Math.abs(x);
        if (a <= 1) {
            return 1.5 * a * a * a - 2.5 * a * a + 1;
        }
        return a <= 2 ? -0.5 * a * a * a + 2.5 * a * a - 4 * a + 2 : 0;
    }

    private static Plane down(Plane plane, Contributions taken) {
        int width = plane.width();
        Plane result = new Plane(width, taken.places.length);
        for (int y = 0; y < result.height(); y++) {
            double[] out = result.rows()[y];
            for (int k = 0; k < taken.weights[y].length; k++) {
                add(plane.rows()[taken.places[y][k]], taken.weights[y][k], out, width);
            }
            round(out);
        }
        return result;
    }

    private static void add(double[] row, double weight, double[] out, int width) {
        for (int x = 0; x < width; x++) {
            out[x] += weight * row[x];
        }
    }

    private static Plane across(Plane plane, Contributions taken) {
        Plane result = new Plane(taken.places.length, plane.height());
        for (int y = 0; y < plane.height(); y++) {
            double[] row = plane.rows()[y];
            double[] out = result.rows()[y];
            for (int x = 0; x < out.length; x++) {
                int[] places = taken.places[x];
                double[] weights = taken.weights[x];
                double sum = 0;
                for (int k = 0; k < weights.length; k++) {
                    sum += weights[k] * row[places[k]];
                }
                out[x] = sum;
            }
            round(out);
        }
        return result;
    }

    private static void round(double[] row) {
        for (int x = 0; x < row.length; x++) {
            row[x] = Math.clamp((int) (row[x] + 0.5), 0, 255);
        }
    }
}

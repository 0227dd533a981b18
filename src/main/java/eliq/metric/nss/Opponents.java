package eliq.metric.nss;

/**
 * A colour picture in the opponent space of IL-NIQE, with its red, green and blue.
 *
 * @param third the channel of lightness
 */
record Opponents(Plane first, Plane second, Plane third, Plane red, Plane green, Plane blue) {
    private static final double[] DOWNSAMPLING = LocalContrast.gaussian(6, 0.9);

    /**
     * @param channels red, green, blue
     * @param side of the upper left square that is taken
     */
    static Opponents of(Plane[] channels, int side) {
        Plane red = crop(channels[0], side);
        Plane green = crop(channels[1], side);
        Plane blue = crop(channels[2], side);
        return new Opponents(
                mix(red, green, blue, 0.3, 0.04, -0.35),
                mix(red, green, blue, 0.34, -0.6, 0.17),
                mix(red, green, blue, 0.06, 0.63, 0.27),
                red,
                green,
                blue);
    }

    private static Plane crop(Plane plane, int side) {
        Plane part = new Plane(side, side);
        for (int y = 0; y < side; y++) {
            System.arraycopy(plane.rows()[y], 0, part.rows()[y], 0, side);
        }
        return part;
    }

    private static Plane mix(Plane a, Plane b, Plane c, double wa, double wb, double wc) {
        Plane mixed = new Plane(a.width(), a.height());
        for (int y = 0; y < a.height(); y++) {
            double[] ra = a.rows()[y];
            double[] rb = b.rows()[y];
            double[] rc = c.rows()[y];
            double[] out = mixed.rows()[y];
            for (int x = 0; x < out.length; x++) {
                out[x] = wa * ra[x] + wb * rb[x] + wc * rc[x];
            }
        }
        return mixed;
    }

    /** Every second pixel under a 6 x 6 Gaussian, whose centre lies between its third and fourth value. */
    Opponents half() {
        return new Opponents(
                half(first), half(second), half(third), half(red), half(green), half(blue));
    }

    private static Plane half(Plane plane) {
        int width = plane.width();
        Plane half = new Plane(width / 2, plane.height() / 2);
        double[] column = new double[width];
        for (int y = 0; y < half.height(); y++) {
            java.util.Arrays.fill(column, 0);
            for (int k = 0; k < DOWNSAMPLING.length; k++) {
                add(plane.nearestRow(2 * y + k - 2), DOWNSAMPLING[k], column, width);
            }
            double[] out = half.rows()[y];
            for (int x = 0; x < out.length; x++) {
                double sum = 0;
                for (int k = 0; k < DOWNSAMPLING.length; k++) {
                    sum += DOWNSAMPLING[k] * column[Math.clamp(2 * x + k - 2, 0, width - 1)];
                }
                out[x] = sum;
            }
        }
        return half;
    }

    private static void add(double[] row, double weight, double[] out, int width) {
        for (int x = 0; x < width; x++) {
            out[x] += weight * row[x];
        }
    }

    /** Intensity, blue-yellow and red-green of the logarithms, each channel's mean taken away. */
    Plane[] logarithms(double offset) {
        Plane r = logarithm(red, offset);
        Plane g = logarithm(green, offset);
        Plane b = logarithm(blue, offset);
        return new Plane[] {
            mix(r, g, b, 1 / Math.sqrt(3), 1 / Math.sqrt(3), 1 / Math.sqrt(3)),
            mix(r, g, b, 1 / Math.sqrt(6), 1 / Math.sqrt(6), -2 / Math.sqrt(6)),
            mix(r, g, b, 1 / Math.sqrt(2), -1 / Math.sqrt(2), 0)
        };
    }

    private static Plane logarithm(Plane plane, double offset) {
        Plane logarithm = new Plane(plane.width(), plane.height());
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                logarithm.rows()[y][x] = Math.log(plane.rows()[y][x] + offset);
            }
        }
        double mean = logarithm.mean();
        for (double[] row : logarithm.rows()) {
            for (int x = 0; x < row.length; x++) {
                row[x] -= mean;
            }
        }
        return logarithm;
    }
}

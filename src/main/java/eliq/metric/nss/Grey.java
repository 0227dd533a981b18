package eliq.metric.nss;

import eliq.image.Pixels;

/** Colour to grey as MATLAB's {@code rgb2gray} does it on 8-bit pictures. */
final class Grey {
    private static final double RED = 0.298936021293776;
    private static final double GREEN = 0.587043074451121;
    private static final double BLUE = 0.114020904255103;

    private Grey() {}

    /** Whole numbers 0..255. */
    static Plane of(Pixels image) {
        return of(image, image.width(), image.height());
    }

    /** The upper left part of a picture. */
    static Plane of(Pixels image, int width, int height) {
        Plane plane = new Plane(width, height);
        byte[] rgb = image.rgb();
        for (int y = 0; y < height; y++) {
            int from = 3 * y * image.width();
            double[] grey = plane.rows()[y];
            for (int x = 0; x < width; x++) {
                double value =
                        RED * (rgb[from] & 0xFF)
                                + GREEN * (rgb[from + 1] & 0xFF)
                                + BLUE * (rgb[from + 2] & 0xFF);
                grey[x] = (int) (value + 0.5);
                from += 3;
            }
        }
        return plane;
    }
}

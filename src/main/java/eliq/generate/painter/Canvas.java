package eliq.generate.painter;

import eliq.image.Pixels;

/** The picture while it is painted: float RGB, 0 black .. 1 white, gamma-encoded as sRGB. */
final class Canvas {
    final int width;
    final int height;

    /** [height, width, 3]. */
    final float[] rgb;

    Canvas(int width, int height) {
        this.width = width;
        this.height = height;
        this.rgb = new float[width * height * 3];
    }

    void set(int x, int y, double r, double g, double b) {
        int at = (y * width + x) * 3;
        rgb[at] = (float) r;
        rgb[at + 1] = (float) g;
        rgb[at + 2] = (float) b;
    }

    void blend(int x, int y, double r, double g, double b, double a) {
        int at = (y * width + x) * 3;
        rgb[at] = (float) (rgb[at] + (r - rgb[at]) * a);
        rgb[at + 1] = (float) (rgb[at + 1] + (g - rgb[at + 1]) * a);
        rgb[at + 2] = (float) (rgb[at + 2] + (b - rgb[at + 2]) * a);
    }

    void add(int x, int y, double r, double g, double b) {
        int at = (y * width + x) * 3;
        rgb[at] = (float) (rgb[at] + r);
        rgb[at + 1] = (float) (rgb[at + 1] + g);
        rgb[at + 2] = (float) (rgb[at + 2] + b);
    }

    /** A soft elliptic spot: shade where the colour is dark, a glow with {@code additive}. */
    void spot(
            double cx,
            double cy,
            double rx,
            double ry,
            Ink ink,
            double strength,
            boolean additive) {
        int x0 = (int) Math.max(0, Math.floor(cx - rx));
        int x1 = (int) Math.min(width - 1, Math.ceil(cx + rx));
        int y0 = (int) Math.max(0, Math.floor(cy - ry));
        int y1 = (int) Math.min(height - 1, Math.ceil(cy + ry));
        for (int y = y0; y <= y1; y++) {
            double dy = (y - cy) / ry;
            for (int x = x0; x <= x1; x++) {
                double dx = (x - cx) / rx;
                double d = 1 - dx * dx - dy * dy;
                if (d > 0) {
                    double a = d * d * strength;
                    if (additive) {
                        add(x, y, ink.r() * a, ink.g() * a, ink.b() * a);
                    } else {
                        blend(x, y, ink.r(), ink.g(), ink.b(), a);
                    }
                }
            }
        }
    }

    Pixels toPixels() {
        byte[] bytes = new byte[rgb.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.clamp((int) (rgb[i] * 255f + 0.5f), 0, 255);
        }
        return new Pixels(width, height, bytes);
    }
}

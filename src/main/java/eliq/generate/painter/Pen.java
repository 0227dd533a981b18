package eliq.generate.painter;

/**
 * Draws in the coordinates of one thing: x to the right from its middle, y up from its foot, 1 its height. Angles are in
 * degrees, counter-clockwise from the x axis.
 */
final class Pen {
    private static final int CURVE_STEPS = 8;
    private final Brush brush;
    private final Warp warp;
    private final SeededRandom random;
    private final double a;
    private final double b;
    private final double c;
    private final double d;
    private final double e;
    private final double f;

    private Pen(Brush brush, Warp warp, SeededRandom random, double... m) {
        this.brush = brush;
        this.warp = warp;
        this.random = random;
        a = m[0];
        b = m[1];
        c = m[2];
        d = m[3];
        e = m[4];
        f = m[5];
    }

    /**
     * @param footX pixel column of the middle
     * @param footY pixel row of the foot
     * @param size pixels a unit
     */
    static Pen at(
            Brush brush,
            Warp warp,
            SeededRandom random,
            double footX,
            double footY,
            double size,
            boolean mirrored) {
        return new Pen(brush, warp, random, mirrored ? -size : size, 0, 0, -size, footX, footY);
    }

    SeededRandom random() {
        return random;
    }

    boolean night() {
        return brush.light().night();
    }

    /** The same thing moved, resized and turned within this one. */
    Pen at(double x, double y, double scale, double degrees) {
        double turn = StrictMath.toRadians(degrees);
        double cos = StrictMath.cos(turn) * scale;
        double sin = StrictMath.sin(turn) * scale;
        return new Pen(
                brush,
                warp,
                random,
                a * cos + c * sin,
                b * cos + d * sin,
                c * cos - a * sin,
                d * cos - b * sin,
                a * x + c * y + e,
                b * x + d * y + f);
    }

    /** Stretched in its own axes. */
    Pen stretched(double sx, double sy) {
        return new Pen(brush, warp, random, a * sx, b * sx, c * sy, d * sy, e, f);
    }

    private float[] points(double... xy) {
        float[] out = new float[xy.length];
        for (int i = 0; i < xy.length; i += 2) {
            double x = a * xy[i] + c * xy[i + 1] + e;
            double y = b * xy[i] + d * xy[i + 1] + f;
            out[i] = (float) (x + warp.dx(x, y));
            out[i + 1] = (float) (y + warp.dy(x, y));
        }
        return out;
    }

    /** A closed polygon of corners x, y. */
    void poly(Ink ink, double... xy) {
        brush.fill(ink, points(xy));
    }

    /** A closed smooth outline through points x, y. */
    void blob(Ink ink, double... xy) {
        brush.fill(ink, points(smooth(true, xy)));
    }

    void oval(Ink ink, double cx, double cy, double rx, double ry) {
        brush.fill(ink, points(ellipse(cx, cy, rx, ry, 0)));
    }

    void oval(Ink ink, double cx, double cy, double rx, double ry, double degrees) {
        brush.fill(ink, points(ellipse(cx, cy, rx, ry, degrees)));
    }

    /** A rectangle from its lower left corner. */
    void rect(Ink ink, double x, double y, double w, double h) {
        poly(ink, x, y, x + w, y, x + w, y + h, x, y + h);
    }

    /** A rectangle with round corners. */
    void box(Ink ink, double x, double y, double w, double h, double radius) {
        double r = Math.min(radius, Math.min(w, h) / 2);
        int n = 5;
        double[] xy = new double[8 * (n + 1)];
        int at = 0;
        double[] cx = {x + w - r, x + r, x + r, x + w - r};
        double[] cy = {y + h - r, y + h - r, y + r, y + r};
        for (int corner = 0; corner < 4; corner++) {
            for (int i = 0; i <= n; i++) {
                double angle = StrictMath.toRadians(corner * 90 + 90.0 * i / n);
                xy[at++] = cx[corner] + r * StrictMath.cos(angle);
                xy[at++] = cy[corner] + r * StrictMath.sin(angle);
            }
        }
        brush.fill(ink, points(xy));
    }

    /** A line with round ends through points x, y. */
    void line(Ink ink, double width, double... xy) {
        taper(ink, width, width, xy);
    }

    /** A smooth line through points x, y. */
    void curve(Ink ink, double width, double... xy) {
        taper(ink, width, width, smooth(false, xy));
    }

    /** A smooth line whose width changes evenly. */
    void limb(Ink ink, double from, double to, double... xy) {
        taper(ink, from, to, smooth(false, xy));
    }

    private void taper(Ink ink, double from, double to, double... xy) {
        int n = xy.length / 2;
        float[][] parts = new float[2 * n - 1][];
        for (int i = 0; i < n; i++) {
            double half = 0.5 * (from + (to - from) * i / Math.max(1, n - 1));
            double x = xy[2 * i];
            double y = xy[2 * i + 1];
            parts[i] = points(ellipse(x, y, half, half, 0));
            if (i > 0) {
                double px = xy[2 * i - 2];
                double py = xy[2 * i - 1];
                double before = 0.5 * (from + (to - from) * (i - 1) / Math.max(1, n - 1));
                double length = Math.sqrt((x - px) * (x - px) + (y - py) * (y - py));
                double nx = length > 0 ? (y - py) / length : 0;
                double ny = length > 0 ? (px - x) / length : 0;
                parts[n + i - 1] =
                        points(
                                px + nx * before,
                                py + ny * before,
                                x + nx * half,
                                y + ny * half,
                                x - nx * half,
                                y - ny * half,
                                px - nx * before,
                                py - ny * before);
            }
        }
        brush.fill(ink, parts);
    }

    /** A circle line. */
    void ring(Ink ink, double cx, double cy, double radius, double width) {
        arc(ink, cx, cy, radius, radius, width, 0, 360);
    }

    /** A part of an ellipse's line. */
    void arc(
            Ink ink,
            double cx,
            double cy,
            double rx,
            double ry,
            double width,
            double from,
            double to) {
        int n = 28;
        double[] xy = new double[2 * (n + 1)];
        for (int i = 0; i <= n; i++) {
            double t = StrictMath.toRadians(from + (to - from) * i / n);
            xy[2 * i] = cx + rx * StrictMath.cos(t);
            xy[2 * i + 1] = cy + ry * StrictMath.sin(t);
        }
        taper(ink, width, width, xy);
    }

    /** A slice of an ellipse. */
    void sector(Ink ink, double cx, double cy, double rx, double ry, double from, double to) {
        int n = 20;
        double[] xy = new double[2 * (n + 2)];
        for (int i = 0; i <= n; i++) {
            double t = StrictMath.toRadians(from + (to - from) * i / n);
            xy[2 * i] = cx + rx * StrictMath.cos(t);
            xy[2 * i + 1] = cy + ry * StrictMath.sin(t);
        }
        xy[2 * n + 2] = cx;
        xy[2 * n + 3] = cy;
        brush.fill(ink, points(xy));
    }

    /** The part of an ellipse above its middle, closed by a straight line. */
    void dome(Ink ink, double cx, double cy, double rx, double ry) {
        sector(ink, cx, cy, rx, ry, 0, 180);
    }

    /** A soft light around a point. */
    void shine(Ink ink, double x, double y, double radius, double strength) {
        float[] at = points(x, y);
        double r = radius * Math.sqrt(a * a + b * b);
        brush.canvas().spot(at[0], at[1], r, r, ink, strength, true);
    }

    /** A soft shadow. */
    void shadow(double x, double y, double rx, double ry, double strength) {
        float[] at = points(x, y);
        double size = Math.sqrt(a * a + b * b);
        brush.canvas()
                .spot(
                        at[0],
                        at[1],
                        rx * size,
                        ry * size,
                        Ink.of(0.03, 0.03, 0.07),
                        strength,
                        false);
    }

    private static double[] ellipse(double cx, double cy, double rx, double ry, double degrees) {
        int n = 28;
        double cos = StrictMath.cos(StrictMath.toRadians(degrees));
        double sin = StrictMath.sin(StrictMath.toRadians(degrees));
        double[] xy = new double[2 * n];
        for (int i = 0; i < n; i++) {
            double t = 2 * StrictMath.PI * i / n;
            double x = rx * StrictMath.cos(t);
            double y = ry * StrictMath.sin(t);
            xy[2 * i] = cx + x * cos - y * sin;
            xy[2 * i + 1] = cy + x * sin + y * cos;
        }
        return xy;
    }

    /** Catmull-Rom through the points. */
    private static double[] smooth(boolean closed, double... xy) {
        int n = xy.length / 2;
        int segments = closed ? n : n - 1;
        double[] out = new double[2 * (segments * CURVE_STEPS + (closed ? 0 : 1))];
        int at = 0;
        for (int s = 0; s < segments; s++) {
            int p0 = closed ? (s + n - 1) % n : Math.max(0, s - 1);
            int p2 = (s + 1) % n;
            int p3 = closed ? (s + 2) % n : Math.min(n - 1, s + 2);
            for (int i = 0; i < CURVE_STEPS; i++) {
                double t = (double) i / CURVE_STEPS;
                for (int k = 0; k < 2; k++) {
                    double v0 = xy[2 * p0 + k];
                    double v1 = xy[2 * s + k];
                    double v2 = xy[2 * p2 + k];
                    double v3 = xy[2 * p3 + k];
                    out[at++] =
                            0.5
                                    * (2 * v1
                                            + (v2 - v0) * t
                                            + (2 * v0 - 5 * v1 + 4 * v2 - v3) * t * t
                                            + (3 * v1 - v0 - 3 * v2 + v3) * t * t * t);
                }
            }
        }
        if (!closed) {
            out[at++] = xy[2 * n - 2];
            out[at] = xy[2 * n - 1];
        }
        return out;
    }
}

package eliq.generate.painter;

/**
 * Fills outlines with exact area coverage (the signed-area accumulation of font rasterisers) and shades them as if
 * inflated: the blurred coverage is a height field, its slope the normal. Only the four operations and square roots are
 * used, so that every machine paints the same. One brush a picture; not shared between threads.
 */
final class Brush {
    private static final int LARGEST_RADIUS = 36;
    private final Canvas canvas;
    private final Noise noise;
    private Light light;
    private Ink haze = Ink.of(0.8, 0.85, 0.9);
    private double hazeAmount;
    private double contactShadow = 0.20;
    private double offsetX;
    private double offsetY;
    private final double texel;
    private float[] cover = new float[0];
    private float[] soft = new float[0];
    private float[] line = new float[0];
    private int left;
    private int top;
    private int wide;
    private int tall;

    Brush(Canvas canvas, Noise noise, Light light) {
        this.canvas = canvas;
        this.noise = noise;
        this.light = light;
        this.texel = 512.0 / Math.max(canvas.width, canvas.height);
    }

    Canvas canvas() {
        return canvas;
    }

    Noise noise() {
        return noise;
    }

    Light light() {
        return light;
    }

    /** Tile pixels a picture pixel covers: keeps grain the same at every picture size. */
    double texel() {
        return texel;
    }

    void light(Light other) {
        light = other;
    }

    /** Distance: colours go towards the haze. */
    void haze(Ink colour, double amount) {
        haze = colour;
        hazeAmount = amount;
    }

    void contactShadow(double strength) {
        contactShadow = strength;
    }

    /** Where on the noise tile the next shapes lie. */
    void grainAt(double x, double y) {
        offsetX = x;
        offsetY = y;
    }

    /** Fills the union of closed contours, each x0, y0, x1, y1, ... in pixels. */
    void fill(Ink ink, float[]... contours) {
        double minX = Double.MAX_VALUE;
        double minY = Double.MAX_VALUE;
        double maxX = -Double.MAX_VALUE;
        double maxY = -Double.MAX_VALUE;
        for (float[] contour : contours) {
            for (int i = 0; i < contour.length; i += 2) {
                minX = Math.min(minX, contour[i]);
                maxX = Math.max(maxX, contour[i]);
                minY = Math.min(minY, contour[i + 1]);
                maxY = Math.max(maxY, contour[i + 1]);
            }
        }
        double extent = Math.min(maxX - minX, maxY - minY);
        int radius =
                ink.bulge() <= 0
                        ? 0
                        : (int) Math.clamp(ink.bulge() * extent * 0.25 + 0.7, 1, LARGEST_RADIUS);
        int pad = radius * 2 + 2;
        left = (int) Math.clamp(Math.floor(minX) - pad, 0, canvas.width);
        top = (int) Math.clamp(Math.floor(minY) - pad, 0, canvas.height);
        int right = (int) Math.clamp(Math.ceil(maxX) + pad, 0, canvas.width);
        int bottom = (int) Math.clamp(Math.ceil(maxY) + pad, 0, canvas.height);
        if (right - left < 1 || bottom - top < 1) {
            return;
        }
        wide = right - left + 2;
        tall = bottom - top;
        int size = wide * tall;
        if (cover.length < size) {
            cover = new float[size];
            soft = new float[size];
        }
        java.util.Arrays.fill(cover, 0, size, 0);
        for (float[] contour : contours) {
            trace(contour);
        }
        resolve();
        if (radius > 0) {
            System.arraycopy(cover, 0, soft, 0, size);
            for (int pass = 0; pass < 2; pass++) {
                blurRows(radius);
                blurColumns(radius);
            }
        }
        shade(ink, radius);
    }

    private void trace(float[] contour) {
        double area = 0;
        int n = contour.length;
        for (int i = 0; i < n; i += 2) {
            int j = (i + 2) % n;
            area += (double) contour[i] * contour[j + 1] - (double) contour[j] * contour[i + 1];
        }
        double sign = area >= 0 ? 1 : -1;
        for (int i = 0; i < n; i += 2) {
            int j = (i + 2) % n;
            edge(
                    contour[i] - left,
                    contour[i + 1] - top,
                    contour[j] - left,
                    contour[j + 1] - top,
                    sign);
        }
    }

    private void edge(double ax, double ay, double bx, double by, double sign) {
        if (ay == by) {
            return;
        }
        double dir = sign;
        if (ay > by) {
            double t = ax;
            ax = bx;
            bx = t;
            t = ay;
            ay = by;
            by = t;
            dir = -sign;
        }
        double slope = (bx - ax) / (by - ay);
        double x = ax;
        if (ay < 0) {
            x -= ay * slope;
            ay = 0;
        }
        int last = (int) Math.min(tall, Math.ceil(by));
        int limit = wide - 2;
        for (int y = (int) ay; y < last; y++) {
            double dy = Math.min(y + 1, by) - Math.max(y, ay);
            double next = x + slope * dy;
            deposit(y * wide, Math.clamp(x, 0, limit), Math.clamp(next, 0, limit), dy * dir);
            x = next;
        }
    }

    private void deposit(int row, double xa, double xb, double d) {
        double x0 = Math.min(xa, xb);
        double x1 = Math.max(xa, xb);
        double floor = Math.floor(x0);
        int i0 = (int) floor;
        double ceil = Math.ceil(x1);
        int i1 = (int) ceil;
        if (i1 <= i0 + 1) {
            double mean = 0.5 * (x0 + x1) - floor;
            cover[row + i0] += (float) (d - d * mean);
            cover[row + i0 + 1] += (float) (d * mean);
            return;
        }
        double s = 1 / (x1 - x0);
        double f0 = x0 - floor;
        double a0 = 0.5 * s * (1 - f0) * (1 - f0);
        double f1 = x1 - ceil + 1;
        double am = 0.5 * s * f1 * f1;
        cover[row + i0] += (float) (d * a0);
        if (i1 == i0 + 2) {
            cover[row + i0 + 1] += (float) (d * (1 - a0 - am));
        } else {
            double a1 = s * (1.5 - f0);
            cover[row + i0 + 1] += (float) (d * (a1 - a0));
            for (int i = i0 + 2; i < i1 - 1; i++) {
                cover[row + i] += (float) (d * s);
            }
            double a2 = a1 + (i1 - i0 - 3) * s;
            cover[row + i1 - 1] += (float) (d * (1 - a2 - am));
        }
        cover[row + i1] += (float) (d * am);
    }

    private void resolve() {
        for (int y = 0; y < tall; y++) {
            float sum = 0;
            int row = y * wide;
            for (int x = 0; x < wide; x++) {
                sum += cover[row + x];
                cover[row + x] = Math.min(1f, Math.abs(sum));
            }
        }
    }

    private void blurRows(int r) {
        float norm = 1f / (2 * r + 1);
        if (line.length < Math.max(wide, tall)) {
            line = new float[Math.max(wide, tall)];
        }
        for (int y = 0; y < tall; y++) {
            int row = y * wide;
            System.arraycopy(soft, row, line, 0, wide);
            float sum = 0;
            for (int x = 0; x < Math.min(r, wide); x++) {
                sum += line[x];
            }
            for (int x = 0; x < wide; x++) {
                if (x + r < wide) {
                    sum += line[x + r];
                }
                if (x - r - 1 >= 0) {
                    sum -= line[x - r - 1];
                }
                soft[row + x] = sum * norm;
            }
        }
    }

    private void blurColumns(int r) {
        float norm = 1f / (2 * r + 1);
        for (int x = 0; x < wide; x++) {
            for (int y = 0; y < tall; y++) {
                line[y] = soft[y * wide + x];
            }
            float sum = 0;
            for (int y = 0; y < Math.min(r, tall); y++) {
                sum += line[y];
            }
            for (int y = 0; y < tall; y++) {
                if (y + r < tall) {
                    sum += line[y + r];
                }
                if (y - r - 1 >= 0) {
                    sum -= line[y - r - 1];
                }
                soft[y * wide + x] = sum * norm;
            }
        }
    }

    private void shade(Ink ink, int radius) {
        Ink tint = ink.glowing() ? Ink.of(1, 1, 1) : light.tint();
        double lx = light.fromLeft() ? -0.50 : 0.50;
        double ly = -0.65;
        double lz = 0.57;
        double depth = (ink.glowing() ? 0.2 : 0.62) * light.contrast();
        double slope = radius * 1.5;
        Surface surface = new Surface(ink.material(), noise);
        float[] rgb = canvas.rgb;
        boolean contact = radius > 0 && contactShadow > 0 && ink.alpha() > 0.7 && !ink.glowing();
        for (int y = 0; y < tall; y++) {
            int row = y * wide;
            int at = ((y + top) * canvas.width + left) * 3;
            for (int x = 0; x < wide - 2; x++, at += 3) {
                double c = cover[row + x];
                if (contact && c < 1 && soft[row + x] > 0.01) {
                    float k = (float) (1 - contactShadow * soft[row + x] * (1 - c));
                    rgb[at] *= k;
                    rgb[at + 1] *= k;
                    rgb[at + 2] *= k;
                }
                if (c <= 0.002) {
                    continue;
                }
                double shade = 1;
                double gloss = 0;
                double edge = 0;
                if (radius > 0) {
                    double up = soft[y > 0 ? row + x - wide : row + x];
                    double down = soft[y < tall - 1 ? row + x + wide : row + x];
                    double nx =
                            ((x > 0 ? soft[row + x - 1] : soft[row + x]) - soft[row + x + 1])
                                    * slope;
                    double ny = (up - down) * slope;
                    nx = -nx;
                    ny = -ny;
                    double inv = 1 / Math.sqrt(nx * nx + ny * ny + 1);
                    double facing = (-nx * lx - ny * ly + lz) * inv;
                    shade = 1 + depth * (facing - lz);
                    double h = (-nx * lx * 0.56 - ny * ly * 0.56 + 0.89) * inv;
                    gloss = h > 0 ? h : 0;
                    edge = 1 - soft[row + x];
                }
                double u = ((x + left) * texel + offsetX);
                double v = ((y + top) * texel + offsetY);
                shade *= surface.grain(u, v);
                double spec = surface.highlight(gloss) * (ink.glowing() ? 0.3 : 1);
                double warm = (shade - 1) * 0.07;
                double r = ink.r() * tint.r() * shade * (1 + warm) + spec;
                double g = ink.g() * tint.g() * shade + spec;
                double b = ink.b() * tint.b() * shade * (1 - warm) + spec;
                if (hazeAmount > 0) {
                    r += (haze.r() - r) * hazeAmount;
                    g += (haze.g() - g) * hazeAmount;
                    b += (haze.b() - b) * hazeAmount;
                }
                double a = c * ink.alpha();
                if (ink.material() == Material.GLASS) {
                    a *= Math.min(1, 0.55 + edge * 0.8 + spec);
                }
                rgb[at] = (float) (rgb[at] + (r - rgb[at]) * a);
                rgb[at + 1] = (float) (rgb[at + 1] + (g - rgb[at + 1]) * a);
                rgb[at + 2] = (float) (rgb[at + 2] + (b - rgb[at + 2]) * a);
            }
        }
    }
}

package eliq.generate.painter;

/** Operations on the finished picture that play the failures of generators. */
final class Filters {
    private Filters() {}

    /** Three box passes: close to a Gaussian of this standard deviation in pixels. */
    static void blur(Canvas canvas, double sigma) {
        int r = (int) Math.max(1, Math.round((Math.sqrt(4 * sigma * sigma + 1) - 1) / 2));
        float[] line = new float[Math.max(canvas.width, canvas.height)];
        for (int pass = 0; pass < 3; pass++) {
            for (int c = 0; c < 3; c++) {
                for (int y = 0; y < canvas.height; y++) {
                    box(canvas.rgb, line, y * canvas.width * 3 + c, 3, canvas.width, r);
                }
                for (int x = 0; x < canvas.width; x++) {
                    box(canvas.rgb, line, x * 3 + c, canvas.width * 3, canvas.height, r);
                }
            }
        }
    }

    private static void box(float[] data, float[] line, int start, int step, int n, int r) {
        for (int i = 0; i < n; i++) {
            line[i] = data[start + i * step];
        }
        float norm = 1f / (2 * r + 1);
        float sum = line[0] * r;
        for (int i = 0; i <= r; i++) {
            sum += line[Math.min(n - 1, i)];
        }
        for (int i = 0; i < n; i++) {
            data[start + i * step] = sum * norm;
            sum += line[Math.min(n - 1, i + r + 1)] - line[Math.max(0, i - r)];
        }
    }

    /** Averages squares of pixels. */
    static void pixelate(Canvas canvas, int size) {
        for (int y0 = 0; y0 < canvas.height; y0 += size) {
            for (int x0 = 0; x0 < canvas.width; x0 += size) {
                int x1 = Math.min(canvas.width, x0 + size);
                int y1 = Math.min(canvas.height, y0 + size);
                for (int c = 0; c < 3; c++) {
                    double sum = 0;
                    for (int y = y0; y < y1; y++) {
                        for (int x = x0; x < x1; x++) {
                            sum += canvas.rgb[(y * canvas.width + x) * 3 + c];
                        }
                    }
                    float mean = (float) (sum / ((x1 - x0) * (y1 - y0)));
                    for (int y = y0; y < y1; y++) {
                        for (int x = x0; x < x1; x++) {
                            canvas.rgb[(y * canvas.width + x) * 3 + c] = mean;
                        }
                    }
                }
            }
        }
    }

    /** Near-Gaussian noise (four uniform draws) of this standard deviation. */
    static void noise(Canvas canvas, double sigma, boolean coloured, SeededRandom random) {
        double scale = sigma * 1.7320508;
        for (int i = 0; i < canvas.rgb.length; i += 3) {
            double grey = draw(random) * scale;
            for (int c = 0; c < 3; c++) {
                canvas.rgb[i + c] += (float) (coloured ? draw(random) * scale : grey);
            }
        }
    }

    private static double draw(SeededRandom random) {
        long bits = random.nextLong();
        return ((bits & 0xFFFF) + (bits >>> 16 & 0xFFFF) + (bits >>> 32 & 0xFFFF) + (bits >>> 48))
                        / 65535.0
                - 2;
    }

    /** Visible 8 x 8 blocks and lost chroma, as after strong JPEG compression. */
    static void blocks(Canvas canvas, double strength) {
        int size = 8;
        for (int y0 = 0; y0 < canvas.height; y0 += size) {
            for (int x0 = 0; x0 < canvas.width; x0 += size) {
                block(
                        canvas,
                        x0,
                        y0,
                        Math.min(canvas.width, x0 + size),
                        Math.min(canvas.height, y0 + size),
                        strength);
            }
        }
    }

    private static void block(Canvas canvas, int x0, int y0, int x1, int y1, double strength) {
        int n = (x1 - x0) * (y1 - y0);
        for (int c = 0; c < 3; c++) {
            double mean = 0;
            double gx = 0;
            double gy = 0;
            double mx = (x0 + x1 - 1) / 2.0;
            double my = (y0 + y1 - 1) / 2.0;
            double sxx = 0;
            double syy = 0;
            for (int y = y0; y < y1; y++) {
                for (int x = x0; x < x1; x++) {
                    double v = canvas.rgb[(y * canvas.width + x) * 3 + c];
                    mean += v;
                    gx += v * (x - mx);
                    gy += v * (y - my);
                    sxx += (x - mx) * (x - mx);
                    syy += (y - my) * (y - my);
                }
            }
            mean = Math.round(mean / n * 20) / 20.0;
            gx = sxx > 0 ? gx / sxx : 0;
            gy = syy > 0 ? gy / syy : 0;
            for (int y = y0; y < y1; y++) {
                for (int x = x0; x < x1; x++) {
                    int at = (y * canvas.width + x) * 3 + c;
                    double flat = mean + gx * (x - mx) + gy * (y - my);
                    canvas.rgb[at] = (float) (canvas.rgb[at] + (flat - canvas.rgb[at]) * strength);
                }
            }
        }
    }

    /** Brightness, contrast about mid grey, saturation, and a cast. */
    static void tone(Canvas canvas, double gain, double contrast, double saturation, Ink cast) {
        for (int i = 0; i < canvas.rgb.length; i += 3) {
            double r = canvas.rgb[i] * gain;
            double g = canvas.rgb[i + 1] * gain;
            double b = canvas.rgb[i + 2] * gain;
            double grey = 0.299 * r + 0.587 * g + 0.114 * b;
            canvas.rgb[i] =
                    (float)
                            ((((grey + (r - grey) * saturation) - 0.5) * contrast + 0.5)
                                    * cast.r());
            canvas.rgb[i + 1] =
                    (float)
                            ((((grey + (g - grey) * saturation) - 0.5) * contrast + 0.5)
                                    * cast.g());
            canvas.rgb[i + 2] =
                    (float)
                            ((((grey + (b - grey) * saturation) - 0.5) * contrast + 0.5)
                                    * cast.b());
        }
    }

    /** Turns every hue by an angle (rotation about the grey axis), in degrees. */
    static void hue(Canvas canvas, double degrees) {
        double cos = StrictMath.cos(StrictMath.toRadians(degrees));
        double sin = StrictMath.sin(StrictMath.toRadians(degrees));
        double third = (1 - cos) / 3;
        double root = sin * 0.57735027;
        for (int i = 0; i < canvas.rgb.length; i += 3) {
            double r = canvas.rgb[i];
            double g = canvas.rgb[i + 1];
            double b = canvas.rgb[i + 2];
            canvas.rgb[i] = (float) (r * (cos + third) + g * (third - root) + b * (third + root));
            canvas.rgb[i + 1] =
                    (float) (r * (third + root) + g * (cos + third) + b * (third - root));
            canvas.rgb[i + 2] =
                    (float) (r * (third - root) + g * (third + root) + b * (cos + third));
        }
    }

    /** The part from (x, y) of this size, as shares, enlarged to the whole; it may be turned. */
    static void reframe(Canvas canvas, double x, double y, double share, double degrees) {
        float[] old = canvas.rgb.clone();
        double cos = StrictMath.cos(StrictMath.toRadians(degrees));
        double sin = StrictMath.sin(StrictMath.toRadians(degrees));
        double cx = canvas.width * (x + share / 2);
        double cy = canvas.height * (y + share / 2);
        for (int py = 0; py < canvas.height; py++) {
            for (int px = 0; px < canvas.width; px++) {
                double dx = (px - canvas.width / 2.0) * share;
                double dy = (py - canvas.height / 2.0) * share;
                double sx = Math.clamp(cx + dx * cos - dy * sin, 0, canvas.width - 1.001);
                double sy = Math.clamp(cy + dx * sin + dy * cos, 0, canvas.height - 1.001);
                int ix = (int) sx;
                int iy = (int) sy;
                double fx = sx - ix;
                double fy = sy - iy;
                int right = Math.min(canvas.width - 1, ix + 1);
                int below = Math.min(canvas.height - 1, iy + 1);
                for (int c = 0; c < 3; c++) {
                    double a = old[(iy * canvas.width + ix) * 3 + c];
                    double b = old[(iy * canvas.width + right) * 3 + c];
                    double d = old[(below * canvas.width + ix) * 3 + c];
                    double e = old[(below * canvas.width + right) * 3 + c];
                    canvas.rgb[(py * canvas.width + px) * 3 + c] =
                            (float) ((a + (b - a) * fx) * (1 - fy) + (d + (e - d) * fx) * fy);
                }
            }
        }
    }

    /**
     * A diffusion process decoded too early: coarse structure only, and what remains of the noise as coloured blobs on
     * the 8-pixel grid of the latents.
     *
     * @param progress share of the steps done, 0..1
     */
    static void earlyStopped(Canvas canvas, double progress, SeededRandom random) {
        double missing = 1 - Math.clamp(progress, 0, 1);
        double unit = canvas.width / 512.0;
        blur(canvas, Math.max(0.7, (0.6 + 11 * missing * missing) * unit));
        int cell = (int) Math.max(2, Math.round(8 * unit));
        int columns = canvas.width / cell + 3;
        int rows = canvas.height / cell + 3;
        float[] latent = new float[columns * rows * 3];
        for (int octave = 0; octave < 2; octave++) {
            int step = octave == 0 ? 1 : 3;
            int wide = columns / step + 2;
            float[] coarse = new float[wide * (rows / step + 2) * 3];
            for (int i = 0; i < coarse.length; i++) {
                coarse[i] = (float) draw(random);
            }
            for (int y = 0; y < rows; y++) {
                for (int x = 0; x < columns; x++) {
                    for (int c = 0; c < 3; c++) {
                        latent[(y * columns + x) * 3 + c] +=
                                coarse[(y / step * wide + x / step) * 3 + c] * 0.7f;
                    }
                }
            }
        }
        double amount = 0.05 + 0.34 * missing * Math.sqrt(missing);
        for (int y = 0; y < canvas.height; y++) {
            double gy = (double) y / cell;
            int iy = (int) gy;
            double fy = gy - iy;
            for (int x = 0; x < canvas.width; x++) {
                double gx = (double) x / cell;
                int ix = (int) gx;
                double fx = gx - ix;
                int at = (y * canvas.width + x) * 3;
                int p = (iy * columns + ix) * 3;
                int q = p + columns * 3;
                double grain = draw(random) * 0.10 * amount;
                for (int c = 0; c < 3; c++) {
                    double a = latent[p + c] + (latent[p + 3 + c] - latent[p + c]) * fx;
                    double b = latent[q + c] + (latent[q + 3 + c] - latent[q + c]) * fx;
                    double v = canvas.rgb[at + c];
                    v = 0.5 + (v - 0.5) * (1 - 0.35 * missing);
                    canvas.rgb[at + c] = (float) (v + (a + (b - a) * fy) * amount + grain);
                }
            }
        }
    }
}

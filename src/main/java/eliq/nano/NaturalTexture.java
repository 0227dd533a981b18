package eliq.nano;

import eliq.image.Pixels;
import java.util.random.RandomGenerator;

/**
 * Pictures with the statistics of photographs, made from nothing: occluding leaves of many sizes (the dead leaves model:
 * radii by a power law, Ruderman 1997, Lee et al. 2001), each filled with a colour gradient and a fractal texture, under
 * uneven light. They teach that natural texture is no noise, which the painter's cleaner pictures cannot.
 */
final class NaturalTexture {

    private static final int LATTICE = 64;

    private NaturalTexture() {}

    /** A clean picture of this size; the same random state gives the same picture. */
    static Pixels draw(int width, int height, RandomGenerator random) {
        float[] canvas = new float[3 * width * height];
        boolean[] covered = new boolean[width * height];
        int open = covered.length;
        float[] noise = lattice(random);
        double least = Math.exp(random.nextDouble(Math.log(2), Math.log(30)));
        double most = Math.min(width, height) * random.nextDouble(0.2, 0.6);
        double mood = random.nextDouble(0.15, 1);
        double[] base = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
        int leaves = 0;
        while (open > 0 && leaves < 6000) {
            double u = random.nextDouble();
            // Density of radii ~ r^-3, which makes the picture look the same at every scale.
            double inverse = (1 - u) / (least * least) + u / (most * most);
            double radius = 1 / Math.sqrt(inverse);
            Leaf leaf = Leaf.of(radius, width, height, base, mood, random);
            open -= leaf.paint(canvas, covered, width, height, noise);
            leaves++;
            if (leaves % 400 == 0) {
                most *= 1.25;
            }
        }
        return finish(canvas, covered, base, width, height, random);
    }

    private record Leaf(
            double x,
            double y,
            double radius,
            double squeeze,
            double angle,
            double[] colour,
            double[] slope,
            double grain,
            double scale,
            boolean straight) {

        static Leaf of(
                double radius,
                int width,
                int height,
                double[] base,
                double mood,
                RandomGenerator random) {
            double light = random.nextDouble(0.1, 0.95);
            double[] colour = new double[3];
            for (int c = 0; c < 3; c++) {
                double own = 0.6 * base[c] + 0.4 * random.nextDouble();
                colour[c] = light * (1 - mood) + mood * light * (0.35 + own);
            }
            return new Leaf(
                    random.nextDouble(-0.1, 1.1) * width,
                    random.nextDouble(-0.1, 1.1) * height,
                    radius,
                    random.nextDouble(0.35, 1),
                    random.nextDouble(Math.PI),
                    colour,
                    new double[] {random.nextDouble(-0.3, 0.3), random.nextDouble(-0.3, 0.3)},
                    random.nextDouble() < 0.4 ? 0.02 : random.nextDouble(0.03, 0.35),
                    Math.exp(random.nextDouble(Math.log(0.01), Math.log(0.12))),
                    random.nextDouble() < 0.4);
        }

        int paint(float[] canvas, boolean[] covered, int width, int height, float[] noise) {
            int filled = 0;
            double cosine = Math.cos(angle);
            double sine = Math.sin(angle);
            int top = (int) Math.max(0, y - radius * 1.5);
            int bottom = (int) Math.min(height - 1.0, y + radius * 1.5);
            int left = (int) Math.max(0, x - radius * 1.5);
            int right = (int) Math.min(width - 1.0, x + radius * 1.5);
            for (int py = top; py <= bottom; py++) {
                for (int px = left; px <= right; px++) {
                    int at = py * width + px;
                    if (covered[at]) {
                        continue;
                    }
                    double u = ((px - x) * cosine + (py - y) * sine) / radius;
                    double v = ((py - y) * cosine - (px - x) * sine) / (radius * squeeze);
                    boolean inside =
                            straight ? Math.abs(u) < 1 && Math.abs(v) < 1 : u * u + v * v < 1;
                    if (!inside) {
                        continue;
                    }
                    covered[at] = true;
                    filled++;
                    double shade = 1 + slope[0] * u + slope[1] * v;
                    shade += grain * fractal(noise, px * scale + x, py * scale + y);
                    for (int c = 0; c < 3; c++) {
                        canvas[3 * at + c] = (float) (colour[c] * shade);
                    }
                }
            }
            return filled;
        }
    }

    private static float[] lattice(RandomGenerator random) {
        float[] noise = new float[LATTICE * LATTICE];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = random.nextFloat() * 2 - 1;
        }
        return noise;
    }

    /** Five octaves of value noise, each with half the amplitude: about -1..1, power falling with frequency. */
    private static double fractal(float[] noise, double x, double y) {
        double sum = 0;
        double amplitude = 0.6;
        for (int octave = 0; octave < 5; octave++) {
            int x0 = (int) Math.floor(x);
            int y0 = (int) Math.floor(y);
            double fx = smooth(x - x0);
            double fy = smooth(y - y0);
            double top = mix(at(noise, x0, y0), at(noise, x0 + 1, y0), fx);
            double bottom = mix(at(noise, x0, y0 + 1), at(noise, x0 + 1, y0 + 1), fx);
            sum += amplitude * mix(top, bottom, fy);
            amplitude *= 0.6;
            x = 2.03 * x + 17;
            y = 2.03 * y + 31;
        }
        return sum;
    }

    private static float at(float[] noise, int x, int y) {
        return noise[Math.floorMod(y, LATTICE) * LATTICE + Math.floorMod(x, LATTICE)];
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double mix(double a, double b, double share) {
        return a + (b - a) * share;
    }

    /** Light from one side, a lens' slight softness, and 8 bits. */
    private static Pixels finish(
            float[] canvas,
            boolean[] covered,
            double[] base,
            int width,
            int height,
            RandomGenerator random) {
        double lightX = random.nextDouble(-0.25, 0.25);
        double lightY = random.nextDouble(-0.25, 0.25);
        double gain = random.nextDouble(0.75, 1.15);
        float side = random.nextFloat() * 0.12f;
        for (int i = 0; i < covered.length; i++) {
            for (int c = 0; c < 3 && !covered[i]; c++) {
                canvas[3 * i + c] = (float) (0.4 * base[c]);
            }
        }
        byte[] rgb = new byte[canvas.length];
        for (int y = 0; y < height; y++) {
            double row = 1 + lightY * (2.0 * y / height - 1);
            for (int x = 0; x < width; x++) {
                double light = 255 * gain * (row + lightX * (2.0 * x / width - 1));
                for (int c = 0; c < 3; c++) {
                    double soft = (1 - 4 * side) * canvas[3 * (y * width + x) + c];
                    soft += side * canvas[3 * (y * width + Math.max(0, x - 1)) + c];
                    soft += side * canvas[3 * (y * width + Math.min(width - 1, x + 1)) + c];
                    soft += side * canvas[3 * (Math.max(0, y - 1) * width + x) + c];
                    soft += side * canvas[3 * (Math.min(height - 1, y + 1) * width + x) + c];
                    rgb[3 * (y * width + x) + c] =
                            (byte) Math.clamp(Math.round(light * soft), 0, 255);
                }
            }
        }
        return new Pixels(width, height, rgb);
    }
}

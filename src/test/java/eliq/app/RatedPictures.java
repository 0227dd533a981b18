package eliq.app;

import eliq.image.ImageEncoding;
import eliq.image.Pixels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/**
 * A rated set of painted pictures in a folder: the more noise, the lower their rating. A table of ratings and one of another
 * tool's scores beside them.
 */
final class RatedPictures {
    static final int PROMPTS = 8;
    static final int OF_EACH = 3;
    static final int COUNT = PROMPTS * OF_EACH;
    private static final int SIDE = 208;

    private RatedPictures() {}

    /** {@code ratings.csv}, {@code other.csv} and {@code images} in this folder. */
    static void paint(Path folder) throws IOException {
        Path images = Files.createDirectories(folder.resolve("images"));
        Random random = new Random(5);
        StringBuilder ratings =
                new StringBuilder("image,prompt,generator,quality,std_quality,alignment,raters\n");
        StringBuilder other = new StringBuilder("image,score\n");
        for (int i = 0; i < COUNT; i++) {
            double noise = 2 + 50 * random.nextDouble();
            String name = String.format(Locale.ROOT, "p%02d-%d.png", i / OF_EACH, i % OF_EACH);
            Files.write(images.resolve(name), ImageEncoding.png(picture(noise, i)));
            double quality = 4.7 - noise / 15 + 0.3 * random.nextGaussian();
            ratings.append(
                    String.format(
                            Locale.ROOT,
                            "%s,waves by the sea number %d,%s,%.3f,0.8,%.3f,%d%n",
                            name,
                            i / OF_EACH,
                            i % 2 == 0 ? "brush" : "pencil",
                            quality,
                            1 + 4 * random.nextDouble(),
                            20 + i % 5));
            // The last one is missing, to be counted.
            if (i < COUNT - 1) {
                other.append(
                        String.format(
                                Locale.ROOT,
                                "%s,%.4f%n",
                                name,
                                quality + 0.8 * random.nextGaussian()));
            }
        }
        Files.writeString(folder.resolve("ratings.csv"), ratings);
        Files.writeString(folder.resolve("other.csv"), other);
    }

    /** Waves of a length of the picture's own, and Gaussian noise of this deviation. */
    private static Pixels picture(double noise, int seed) {
        Random random = new Random(seed);
        double length = 6 + 10 * random.nextDouble();
        byte[] rgb = new byte[3 * SIDE * SIDE];
        for (int p = 0; p < SIDE * SIDE; p++) {
            double wave = Math.sin(p % SIDE / length) * Math.cos(p / SIDE / length);
            double value = 128 + 60 * wave + noise * random.nextGaussian();
            for (int c = 0; c < 3; c++) {
                rgb[3 * p + c] = (byte) Math.clamp(Math.round(value) + 12 * (c - 1), 0, 255);
            }
        }
        return new Pixels(SIDE, SIDE, rgb);
    }
}

package eliq.benchmark;

import eliq.image.ImageEncoding;
import eliq.image.Pixels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A rated set of small painted pictures: the more noise, the lower the rating, and by nothing else. */
final class NoisyPictures {
    static final int PROMPTS = 10;
    static final int OF_EACH = 4;
    static final int COUNT = PROMPTS * OF_EACH;
    private static final int SIDE = 64;

    private NoisyPictures() {}

    /** Paints them into a folder, and keeps their ratings in a workspace as a set of this name. */
    static void store(Path workspace, String name, Path folder) throws Exception {
        Files.createDirectories(folder);
        Random random = new Random(5);
        List<RatedImage> images = new ArrayList<>();
        Map<String, Path> files = new LinkedHashMap<>();
        for (int i = 0; i < COUNT; i++) {
            double noise = 2 + 38 * random.nextDouble();
            String file = "i" + i + ".png";
            files.put(file, Files.write(folder.resolve(file), ImageEncoding.png(paint(noise, i))));
            images.add(
                    new RatedImage(
                            file,
                            Optional.of("prompt " + i / OF_EACH),
                            Optional.empty(),
                            Optional.empty(),
                            Map.of(),
                            Map.of(
                                    "quality",
                                    MeanRating.of(5 - noise / 10),
                                    "fit",
                                    MeanRating.of(1 + 4 * random.nextDouble())),
                            i + 2));
        }
        RatedSet set =
                new RatedSet(
                        name,
                        RatedSetLayout.TABLE,
                        Optional.of("quality"),
                        Optional.of("fit"),
                        List.of(),
                        List.of(),
                        images,
                        List.of());
        new RatedSetStore(workspace)
                .save(new StoredSet(set, Optional.of(folder), files, 0, Instant.EPOCH));
    }

    /** Waves of a length of the picture's own, and Gaussian noise of this deviation. */
    private static Pixels paint(double noise, int seed) {
        Random random = new Random(seed);
        double length = 6 + 10 * random.nextDouble();
        byte[] rgb = new byte[3 * SIDE * SIDE];
        for (int p = 0; p < SIDE * SIDE; p++) {
            double wave = Math.sin(p % SIDE / length) * Math.cos(p / SIDE / length);
            double value = 128 + 60 * wave + noise * random.nextGaussian();
            for (int c = 0; c < 3; c++) {
                rgb[3 * p + c] = (byte) Math.clamp(Math.round(value) + 4 * c, 0, 255);
            }
        }
        return new Pixels(SIDE, SIDE, rgb);
    }
}

package eliq.app;

import eliq.catalog.Aspect;
import eliq.catalog.Catalog;
import eliq.catalog.Family;
import eliq.catalog.ImageLocation;
import eliq.catalog.ImageRecord;
import eliq.catalog.NegativeContent;
import eliq.catalog.NewTuple;
import eliq.catalog.Origin;
import eliq.catalog.PromptStore;
import eliq.catalog.Recipe;
import eliq.critic.LogisticLoader;
import eliq.image.ContentHash;
import eliq.image.ImageEncoding;
import eliq.image.Pixels;
import eliq.workbench.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * A real workspace with pairs of smooth and noisy little pictures, and a very small model's folder, opened as a
 * logistic regression that trains for real but takes no processor.
 */
final class TinyWorkspace {
    static final String SET = "first-pairs";
    static final String MODEL = "tiny-qwen";
    private static final int SIDE = 48;

    private TinyWorkspace() {}

    static Workbench open(Path folder) throws Exception {
        Workbench workbench =
                Workbench.open(
                        folder.resolve("workspace"), Map.of(), folder, new LogisticLoader(25));
        copy(
                Path.of("src/test/resources/qwen3vl/tiny-a-fp32-tied/model"),
                workbench.catalog().modelsFolder().resolve(MODEL));
        return workbench;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    static void addPairs(Catalog catalog, int count) throws Exception {
        long set = catalog.tuples().createSet(SET, "{}").id();
        List<NewTuple> tuples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long prompt =
                    catalog.prompts()
                            .add(PromptStore.NewPrompt.of("a hill at hour " + i, "test"))
                            .id();
            tuples.add(
                    new NewTuple(
                            prompt,
                            image(catalog, i, 0),
                            "test",
                            List.of(
                                    negative(Aspect.TECHNICAL, "noise", image(catalog, i, 90)),
                                    negative(Aspect.AESTHETIC, "dim", image(catalog, i + 500, 30)),
                                    new NewTuple.NewNegative(
                                            recipe(Aspect.ALIGNMENT, "shuffle"),
                                            new NegativeContent.WrongPrompt(
                                                    "a hill at hour " + (i + 1) % count)))));
        }
        catalog.tuples().addAll(set, tuples);
    }

    private static NewTuple.NewNegative negative(
            Aspect aspect, String operation, ContentHash hash) {
        return new NewTuple.NewNegative(recipe(aspect, operation), new NegativeContent.Image(hash));
    }

    private static Recipe recipe(Aspect aspect, String operation) {
        return new Recipe(aspect, Family.CONVENTIONAL, operation, "{}", 1, 0.5);
    }

    private static ContentHash image(Catalog catalog, int hour, int noise) throws Exception {
        SplittableRandom random = new SplittableRandom(hour * 1000L + noise);
        byte[] rgb = new byte[3 * SIDE * SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                boolean sky = y < SIDE / 2 + 6 * Math.sin(x / 7.0 + hour);
                int[] colour =
                        sky
                                ? new int[] {90 + 3 * (hour % 40), 150, 220 - y}
                                : new int[] {40, 110 + y, 60};
                for (int c = 0; c < 3; c++) {
                    int value = colour[c] + (noise == 0 ? 0 : random.nextInt(-noise, noise));
                    rgb[3 * (y * SIDE + x) + c] = (byte) Math.clamp(value, 0, 255);
                }
            }
        }
        byte[] png = ImageEncoding.png(new Pixels(SIDE, SIDE, rgb));
        ContentHash hash = catalog.objects().put(png);
        catalog.images()
                .add(
                        new ImageRecord(
                                hash,
                                new ImageLocation.Stored(),
                                "hill-" + hour + "-" + noise + ".png",
                                SIDE,
                                SIDE,
                                "png",
                                png.length,
                                Origin.GENERATED,
                                OptionalLong.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                OptionalLong.empty(),
                                Optional.empty(),
                                Instant.EPOCH));
        return hash;
    }
}

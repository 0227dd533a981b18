package eliq.app;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.ImageLocation;
import eliq.catalog.ImageRecord;
import eliq.catalog.Origin;
import eliq.catalog.Prompt;
import eliq.catalog.PromptStore;
import eliq.catalog.Score;
import eliq.generate.painter.Painter;
import eliq.image.ContentHash;
import eliq.image.ImageEncoding;
import eliq.image.ImageException;
import eliq.image.Thumbnails;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;

/** Many entries of a catalogue that all stand for the same few painted pictures. */
final class SyntheticLibrary {
    static final String SCORER = "synthetic-scorer";
    private static final int PICTURES = 24;
    private static final int THUMBNAILS = 3_000;
    private static final int PROMPTS = 5_000;
    private static final int CHUNK = 5_000;
    private static final List<String> THINGS =
            List.of("lantern", "harbour", "fox", "bridge", "violin", "orchard", "tram", "glacier");

    private SyntheticLibrary() {}

    static void fill(Path home, int images) throws CatalogException, IOException {
        try (Catalog catalog = Catalog.open(home)) {
            List<Path> pictures = paint(home.resolve("painted"));
            List<Prompt> prompts = prompts(catalog);
            Random random = new Random(5);
            for (int start = 0; start < images; start += CHUNK) {
                List<ImageRecord> records = new ArrayList<>();
                List<Score> scores = new ArrayList<>();
                for (int i = start; i < Math.min(images, start + CHUNK); i++) {
                    Prompt prompt = prompts.get(random.nextInt(prompts.size()));
                    ImageRecord record = image(i, pictures.get(i % PICTURES), prompt);
                    records.add(record);
                    if (i % 10 != 0) {
                        scores.add(score(record, prompt, random));
                    }
                }
                catalog.images().addAll(records);
                catalog.scores().saveAll(scores);
            }
        }
    }

    /**
     * Lays the thumbnails of the newest entries where the Library looks for them, as after a first look at them.
     *
     * @param side of a tile in pixels
     */
    static void keepThumbnails(Path home, int images, int side)
            throws CatalogException, IOException, ImageException {
        try (Catalog catalog = Catalog.open(home)) {
            Thumbnails thumbnails = new Thumbnails(catalog.thumbnailsFolder(), side);
            List<Path> kept = new ArrayList<>();
            for (int i = 0; i < PICTURES; i++) {
                Path picture = home.resolve("painted").resolve("painted-" + i + ".png");
                thumbnails.of(picture);
                kept.add(thumbnails.fileFor(ContentHash.of(Files.readAllBytes(picture))));
            }
            for (int i = Math.max(0, images - THUMBNAILS); i < images; i++) {
                Path file = thumbnails.fileFor(content(i));
                Files.createDirectories(file.getParent());
                Files.copy(kept.get(i % PICTURES), file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static String name(int number) {
        return "image-%06d.png".formatted(number);
    }

    private static ContentHash content(int number) {
        return ContentHash.of(name(number).getBytes(StandardCharsets.UTF_8));
    }

    private static List<Path> paint(Path folder) throws IOException {
        Files.createDirectories(folder);
        Painter painter = new Painter();
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < PICTURES; i++) {
            Path file = folder.resolve("painted-" + i + ".png");
            Files.write(
                    file,
                    ImageEncoding.png(
                            painter.paint(
                                    painter.scene("a " + THINGS.get(i % THINGS.size())),
                                    i,
                                    256,
                                    192)));
            files.add(file);
        }
        return files;
    }

    private static List<Prompt> prompts(Catalog catalog) throws CatalogException {
        List<PromptStore.NewPrompt> prompts = new ArrayList<>();
        for (int i = 0; i < PROMPTS; i++) {
            prompts.add(
                    new PromptStore.NewPrompt(
                            "a "
                                    + THINGS.get(i % THINGS.size())
                                    + " number "
                                    + i
                                    + " in soft morning light",
                            "synthetic",
                            Set.of("category-" + i % 7)));
        }
        return catalog.prompts().addAll(prompts);
    }

    private static ImageRecord image(int number, Path picture, Prompt prompt) {
        return new ImageRecord(
                content(number),
                new ImageLocation.Outside(picture),
                name(number),
                256,
                192,
                "png",
                100_000,
                number % 3 == 0 ? Origin.IMPORTED : Origin.GENERATED,
                OptionalLong.of(prompt.id()),
                Optional.of("generator-" + number % 6),
                Optional.empty(),
                OptionalLong.of(number),
                Optional.empty(),
                Instant.EPOCH.plusSeconds(number));
    }

    private static Score score(ImageRecord image, Prompt prompt, Random random) {
        return new Score(
                image.hash(),
                Optional.of(prompt.text()),
                SCORER,
                random.nextGaussian(),
                OptionalDouble.of(random.nextGaussian()),
                random.nextDouble(),
                random.nextDouble(),
                OptionalDouble.of(random.nextDouble()),
                0.5,
                0.5,
                image.added());
    }
}

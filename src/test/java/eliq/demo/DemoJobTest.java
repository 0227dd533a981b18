package eliq.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eliq.catalog.Catalog;
import eliq.critic.TrainingLength;
import eliq.generate.painter.Painter;
import eliq.image.ImageEncoding;
import eliq.image.Pixels;
import eliq.job.JobOutcome;
import eliq.job.JobRunner;
import eliq.pairs.LexiconDistance;
import eliq.pairs.LexiconVariants;
import eliq.prompts.Lexicon;
import eliq.scorer.NetworkSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole line on a handful of tiny pictures and a model that learns nothing: what it leaves, not how well it does. */
class DemoJobTest {
    @TempDir Path folder;
    private Catalog catalog;
    private DemoJob job;
    private JobRunner runner;

    @BeforeEach
    void aCatalogue() throws Exception {
        catalog = Catalog.open(folder.resolve("workspace"));
        Lexicon lexicon = Lexicon.shipped();
        job =
                new DemoJob(
                        catalog,
                        StatisticsBackbone.LOADER,
                        new Painter(),
                        new LexiconVariants(lexicon),
                        new LexiconDistance(lexicon));
        runner = new JobRunner(catalog, List.of(job), "test", Runnable::run);
    }

    @AfterEach
    void closeTheCatalogue() throws Exception {
        runner.close();
        catalog.close();
    }

    private static final List<String> PROMPTS =
            List.of(
                    "a red apple on a wooden table",
                    "two boats on a blue lake",
                    "a cat in a dark room",
                    "a crowded street at night",
                    "snow on high mountains",
                    "a bowl of green soup");

    private Path pictures() throws Exception {
        Path images = Files.createDirectories(folder.resolve("images"));
        Random random = new Random(1);
        for (int i = 0; i < PROMPTS.size(); i++) {
            byte[] rgb = new byte[3 * 64 * 64];
            for (int p = 0; p < rgb.length; p++) {
                int column = p / 3 % 64;
                rgb[p] = (byte) (60 + 20 * i + 2 * column + p % 3 * 15 + random.nextInt(4));
            }
            Files.write(
                    images.resolve("picture-" + i + ".png"),
                    ImageEncoding.png(new Pixels(64, 64, rgb)));
            Files.writeString(images.resolve("picture-" + i + ".txt"), PROMPTS.get(i));
        }
        return images;
    }

    private DemoParameters parameters(Path images) {
        DemoParameters defaults = DemoParameters.of(folder, folder.resolve("out"));
        return new DemoParameters(
                Optional.of(new DemoParameters.OwnImages(images, Optional.empty())),
                defaults.backbone(),
                defaults.output(),
                1,
                2,
                0.34,
                5,
                defaults.adapter(),
                defaults.critic().withLength(new TrainingLength.Steps(2)),
                new NetworkSettings(0, 16, 1, 2, 16, 0),
                defaults.scorer().withEpochs(3));
    }

    @Test
    void leavesReportScoresSummaryAndAScorer() throws Exception {
        Path images = pictures();
        Files.writeString(images.resolve("broken.png"), "no picture");
        Files.writeString(images.resolve("broken.txt"), "a broken picture");
        JobOutcome<DemoResult> outcome = runner.run(job, parameters(images));
        assertInstanceOf(JobOutcome.Done.class, outcome, outcome.toString());
        DemoResult result = ((JobOutcome.Done<DemoResult>) outcome).result();

        JsonNode summary = new ObjectMapper().readTree(Files.readString(result.summary()));
        for (String figure : List.of("technical", "aesthetic", "alignment", "strengthSrcc")) {
            double value = summary.get("heldOut").get(figure).asDouble(Double.NaN);
            assertTrue(value >= -1 && value <= 1, figure + " " + value);
        }
        for (String phase : List.of("pairs", "critic", "scorer", "score", "total")) {
            assertTrue(summary.get("seconds").get(phase).asDouble(-1) >= 0, phase);
        }
        List<String> rows = Files.readAllLines(result.scores());
        assertTrue(
                rows.getFirst()
                        .startsWith(
                                "image,prompt,visual,alignment,technical_high,aesthetic_high,alignment_high,"
                                        + "gate_technical,gate_aesthetic,error"));
        long positives = rows.stream().filter(row -> row.contains(",positive,")).count();
        assertEquals(2, positives);
        assertTrue(Files.size(result.report()) > 1000);
        assertTrue(Files.exists(result.scorer().resolve("scorer.json")));
        assertTrue(Files.exists(result.scorer().resolve("critic").resolve("critic.json")));
    }

    @Test
    void aFolderWithoutPromptsIsSaidSo() throws Exception {
        Path images = pictures();
        try (var files = Files.list(images)) {
            for (Path text : files.filter(f -> f.toString().endsWith(".txt")).toList()) {
                Files.delete(text);
            }
        }
        JobOutcome<DemoResult> outcome = runner.run(job, parameters(images));
        String reason = assertInstanceOf(JobOutcome.Failed.class, outcome).reason();
        assertTrue(reason.contains("--prompts"), reason);
        assertFalse(Files.exists(folder.resolve("out").resolve("summary.json")));
    }
}

package eliq.benchmark.ablation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eliq.benchmark.MeanRating;
import eliq.benchmark.RatedImage;
import eliq.benchmark.RatedSet;
import eliq.benchmark.RatedSetLayout;
import eliq.benchmark.RatedSetStore;
import eliq.benchmark.StoppableContext;
import eliq.benchmark.StoredSet;
import eliq.benchmark.TinySupervision;
import eliq.catalog.Aspect;
import eliq.catalog.Catalog;
import eliq.catalog.Family;
import eliq.critic.TrainingLength;
import eliq.demo.StatisticsBackbone;
import eliq.job.JobCancelledException;
import eliq.scorer.Fusion;
import eliq.scorer.NetworkSettings;
import eliq.scorer.TrainingSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job on a handful of tiny pictures and a model that learns nothing: what it leaves and repeats, not how well. */
class AblateJobTest {
    @TempDir Path folder;
    private Catalog catalog;
    private AblateJob job;
    private AblateParameters parameters;

    @BeforeEach
    void aCatalogue() throws Exception {
        catalog = Catalog.open(folder.resolve("workspace"));
        for (int run = 1; run <= 2; run++) {
            catalog.runs().begin(AblateJob.KIND, "{}", "test", folder.resolve("log-" + run));
        }
        job = new AblateJob(catalog, StatisticsBackbone.LOADER, TinySupervision.builder(catalog));
        AblationTable table =
                new AblationTable(
                        "small",
                        "A few",
                        List.of(
                                Cell.untuned("untuned", "untuned"),
                                Cell.learning(
                                        "technical",
                                        "technical",
                                        List.of(Family.CONVENTIONAL),
                                        List.of(Aspect.TECHNICAL)),
                                Cell.FULL.with("mean", "mean", new Fusion.Mean()),
                                Cell.FULL.with("again", "full again", new Fusion.Gated()),
                                Cell.FULL));
        AblateParameters usual =
                AblationPreset.QUICK.on(
                        "tiny", TinySupervision.PROMPTS, folder, folder.resolve("out"), 1);
        parameters =
                new AblateParameters(
                        List.of(table),
                        "tiny",
                        Optional.of(
                                TinySupervision.pairs(
                                        "tiny",
                                        TinySupervision.pictures(folder.resolve("images"), 60))),
                        TinySupervision.SPLIT,
                        folder,
                        usual.mode(),
                        usual.critic().withLength(new TrainingLength.Steps(1)),
                        new NetworkSettings(0, 16, 1, 2, 16, 0),
                        TrainingSettings.DEFAULT.withEpochs(2),
                        List.of(1L, 2L),
                        false,
                        3,
                        Optional.empty(),
                        folder.resolve("out"));
    }

    @AfterEach
    void closeTheCatalogue() throws Exception {
        catalog.close();
    }

    private AblationResult run(StoppableContext context) throws Exception {
        return job.run(parameters, context);
    }

    private StoppableContext context(String name, long run) throws Exception {
        return new StoppableContext(folder.resolve(name), run, () -> false);
    }

    @Test
    void everyCellIsMeasuredForEverySeed() throws Exception {
        AblationResult result = run(context("job", 1));
        assertEquals(10, result.outcomes().size());
        AblationResult.Table table = result.tables().getFirst();
        assertEquals(
                List.of("untuned", "technical", "mean", "again", "full"),
                table.rows().stream().map(AblationResult.Row::cell).toList());
        for (AblationResult.Row row : table.rows()) {
            assertEquals(2, row.runs());
            Spread pairs = row.figures().get(Figure.TECHNICAL_PAIRS.key());
            assertTrue(pairs.mean() >= 0 && pairs.mean() <= 1, row.toString());
        }
        JsonNode written = new ObjectMapper().readTree(Files.readString(result.file()));
        assertEquals(10, written.get("outcomes").size());
    }

    @Test
    void whatACellDidNotLearnIsNotSaidOfIt() throws Exception {
        AblationResult result = run(context("job", 1));
        for (CellOutcome outcome : result.outcomes()) {
            assertEquals(
                    !outcome.cell().equals("technical"),
                    outcome.figures().containsKey(Figure.ALIGNMENT_PAIRS.key()),
                    outcome.toString());
        }
    }

    @Test
    void theSameSettingsAndSeedGiveTheSameFigures() throws Exception {
        AblationResult result = run(context("job", 1));
        Map<Long, Map<String, Double>> full = figures(result, "full");
        assertEquals(full, figures(result, "again"));
        assertFalse(full.get(1L).isEmpty());
    }

    private static Map<Long, Map<String, Double>> figures(AblationResult result, String cell) {
        Map<Long, Map<String, Double>> figures = new TreeMap<>();
        result.outcomes().stream()
                .filter(o -> o.cell().equals(cell))
                .forEach(o -> figures.put(o.seed(), o.figures()));
        return figures;
    }

    @Test
    void cellsOfTheSameSupervisionShareACritic() throws Exception {
        StoppableContext context = context("job", 1);
        run(context);
        try (Stream<Path> critics = Files.list(catalog.modelsFolder())) {
            // One for the full supervision, one for technical negatives alone.
            assertEquals(2, critics.count());
        }
    }

    @Test
    void aStoppedJobGoesOnWithoutRepeatingWhatIsFinished() throws Exception {
        Path directory = folder.resolve("job");
        StoppableContext stopping =
                new StoppableContext(directory, 1, () -> finished(directory).size() >= 3);
        assertThrows(JobCancelledException.class, () -> run(stopping));
        Map<String, FileTime> before = finished(directory);
        assertEquals(3, before.size());

        StoppableContext going = context("job", 1);
        AblationResult resumed = run(going);
        Map<String, FileTime> after = finished(directory);
        assertEquals(10, after.size());
        before.forEach((cell, time) -> assertEquals(time, after.get(cell), cell));
        before.keySet()
                .forEach(
                        cell ->
                                assertTrue(
                                        going.stages().stream().noneMatch(s -> s.startsWith(cell)),
                                        cell + " was trained again"));
        assertEquals(run(context("whole", 2)).outcomes(), resumed.outcomes());
    }

    /** Outcomes that are there, with the time when they were written. */
    private static Map<String, FileTime> finished(Path directory) {
        try (Stream<Path> parts = Files.list(directory)) {
            Map<String, FileTime> found = new TreeMap<>();
            for (Path part : parts.toList()) {
                Path outcome = part.resolve("outcome.json");
                if (Files.exists(outcome)) {
                    found.put(part.getFileName().toString(), Files.getLastModifiedTime(outcome));
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void withARatedSetItsCorrelationsAreCountedToo() throws Exception {
        List<RatedImage> images = new ArrayList<>();
        Map<String, Path> files = new LinkedHashMap<>();
        for (int i = 0; i < TinySupervision.PROMPTS.size(); i++) {
            String name = "picture-" + i + ".png";
            images.add(
                    new RatedImage(
                            name,
                            Optional.of(TinySupervision.PROMPTS.get(i)),
                            Optional.empty(),
                            Optional.empty(),
                            Map.of(),
                            Map.of("quality", MeanRating.of(i * i % 5)),
                            i + 2));
            files.put(name, folder.resolve("images").resolve(name));
        }
        RatedSet set =
                new RatedSet(
                        "rated",
                        RatedSetLayout.TABLE,
                        Optional.of("quality"),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        images,
                        List.of());
        new RatedSetStore(catalog.folder())
                .save(new StoredSet(set, Optional.empty(), files, 0, Instant.now()));
        parameters =
                new AblateParameters(
                        parameters.tables(),
                        parameters.set(),
                        parameters.build(),
                        parameters.split(),
                        parameters.backbone(),
                        parameters.mode(),
                        parameters.critic(),
                        parameters.network(),
                        parameters.scorer(),
                        List.of(1L),
                        false,
                        3,
                        Optional.of("rated"),
                        parameters.output());
        AblationResult result = run(context("job", 1));
        assertEquals(6L, result.counts().get("rated images"));
        for (CellOutcome outcome : result.outcomes()) {
            double srcc = outcome.figures().get(Figure.VISUAL_SRCC.key());
            assertTrue(srcc >= -1 && srcc <= 1, outcome.toString());
            assertFalse(outcome.figures().containsKey(Figure.ALIGNMENT_SRCC.key()));
        }
    }

    @Test
    void aSetThatIsNotThereIsSaidSo() throws Exception {
        AblateParameters missing =
                AblationPreset.QUICK.on(
                        "nothing", TinySupervision.PROMPTS, folder, folder.resolve("out"), 1);
        Exception refused =
                assertThrows(Exception.class, () -> job.run(missing, context("job", 1)));
        assertTrue(refused.getMessage().contains("'nothing'"), refused.getMessage());
    }
}

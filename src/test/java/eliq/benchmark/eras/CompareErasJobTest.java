package eliq.benchmark.eras;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.benchmark.BenchmarkException;
import eliq.benchmark.StoppableContext;
import eliq.benchmark.TinySupervision;
import eliq.catalog.Catalog;
import eliq.demo.StatisticsBackbone;
import eliq.scorer.CriticChoice;
import eliq.scorer.NetworkSettings;
import eliq.scorer.TrainScorerJob;
import eliq.scorer.TrainScorerParameters;
import eliq.scorer.TrainingSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareErasJobTest {
    @TempDir Path folder;
    private Catalog catalog;
    private CompareErasJob job;

    @BeforeEach
    void twoScorersAndASet() throws Exception {
        catalog = Catalog.open(folder.resolve("workspace"));
        job = new CompareErasJob(catalog, StatisticsBackbone.LOADER);
        TinySupervision.builder(catalog)
                .run(
                        TinySupervision.pairs(
                                "first", TinySupervision.pictures(folder.resolve("old"), 60)),
                        context("pairs"));
        TinySupervision.pictures(folder.resolve("new"), 120);
        for (long seed : new long[] {1, 2}) {
            TrainScorerParameters usual =
                    TrainScorerParameters.of(
                            "first",
                            CriticChoice.of(folder),
                            "scorer-" + seed,
                            folder.resolve("scorer-" + seed));
            new TrainScorerJob(catalog, StatisticsBackbone.LOADER)
                    .run(
                            new TrainScorerParameters(
                                    usual.tupleSet(),
                                    usual.heldOut(),
                                    usual.critic(),
                                    usual.families(),
                                    usual.aspects(),
                                    new NetworkSettings(0, 16, 1, 2, 16, 0),
                                    TrainingSettings.DEFAULT.withEpochs(2).withSeed(seed),
                                    4,
                                    usual.name(),
                                    usual.output()),
                            context("scorer-job-" + seed));
        }
    }

    @AfterEach
    void closeTheCatalogue() throws Exception {
        catalog.close();
    }

    private StoppableContext context(String name) throws Exception {
        return new StoppableContext(folder.resolve(name), 1, () -> false);
    }

    private ErasParameters parameters(List<String> sets) {
        return new ErasParameters(
                List.of(
                        new ErasParameters.JudgeChoice(
                                "one", folder.resolve("scorer-1"), Optional.empty()),
                        new ErasParameters.JudgeChoice(
                                "two", folder.resolve("scorer-2"), Optional.empty())),
                sets,
                List.of(
                        new ErasParameters.EraFolder(
                                "later", folder.resolve("new"), Optional.empty())),
                3,
                100,
                1,
                folder.resolve("out"));
    }

    @Test
    void everyImageIsScoredByEveryJudgeAndComparedAcrossEras() throws Exception {
        ErasResult result = job.run(parameters(List.of("first")), context("job"));
        assertEquals(2, result.eras().size());
        assertEquals("later", result.eras().get(1));
        assertEquals(2 * 2 * TinySupervision.PROMPTS.size(), result.scores().size());
        assertTrue(result.scores().stream().allMatch(s -> s.alignment().isPresent()));
        assertEquals(4, result.drifts().size());
        // The same prompts in both eras.
        assertTrue(result.drifts().stream().allMatch(ErasResult.Drift::paired));
        assertEquals(6, result.agreements().size());
        assertEquals(6, result.disagreements().size());
        assertTrue(Files.size(result.file()) > 1000);
    }

    @Test
    void anImageThatCannotBeReadIsSaidAndTheRestGoesOn() throws Exception {
        Files.writeString(folder.resolve("new").resolve("broken.png"), "no picture");
        ErasResult result = job.run(parameters(List.of("first")), context("job"));
        assertTrue(result.skipped().toString().contains("broken.png"), result.skipped().toString());
        assertEquals(2 * 2 * TinySupervision.PROMPTS.size(), result.scores().size());
    }

    @Test
    void aSetThatIsNotThereIsSaidSo() throws Exception {
        BenchmarkException refused =
                assertThrows(
                        BenchmarkException.class,
                        () -> job.run(parameters(List.of("nothing")), context("job")));
        assertTrue(refused.getMessage().contains("'nothing'"), refused.getMessage());
    }
}

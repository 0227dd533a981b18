package eliq.scorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.catalog.Aspect;
import eliq.catalog.Catalog;
import eliq.catalog.Embedding;
import eliq.catalog.EmbeddingKey;
import eliq.catalog.ModelRecord;
import eliq.catalog.Negative;
import eliq.catalog.Tuple;
import eliq.catalog.Verdict;
import eliq.critic.Instructions;
import eliq.image.ContentHash;
import eliq.job.JobOutcome;
import eliq.job.JobRunner;
import eliq.pairs.PromptSplit;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainScorerJobTest {
    @TempDir Path folder;
    private final FakeBackbone backbone = new FakeBackbone("fake", "c".repeat(64));
    private Catalog catalog;
    private TrainScorerJob job;
    private JobRunner runner;

    @BeforeEach
    void aCatalogueWithTuples() throws Exception {
        catalog = Catalog.open(folder);
        GreyTuples.store(catalog, 10);
        job = new TrainScorerJob(catalog, new FakeBackbones(backbone));
        runner = new JobRunner(catalog, List.of(job), "test", Runnable::run);
    }

    @AfterEach
    void closeTheCatalogue() throws Exception {
        runner.close();
        catalog.close();
    }

    private TrainScorerParameters parameters(String set, PromptSplit heldOut, String output) {
        TrainScorerParameters defaults =
                TrainScorerParameters.of(
                        set, CriticChoice.of(folder), "greys", folder.resolve(output));
        return new TrainScorerParameters(
                set,
                heldOut,
                defaults.critic(),
                defaults.families(),
                defaults.aspects(),
                new NetworkSettings(0, 16, 1, 2, 32, 0),
                new TrainingSettings(1, true, 0.2, 3e-3, 0.01, 1, 5, 6, 4, 0, 0.2, 3),
                4,
                "greys",
                defaults.output());
    }

    private TrainScorerResult run(TrainScorerParameters parameters) throws Exception {
        JobOutcome<TrainScorerResult> outcome = runner.run(job, parameters);
        return assertInstanceOf(JobOutcome.Done.class, outcome).result()
                        instanceof TrainScorerResult result
                ? result
                : null;
    }

    @Test
    void leavesAScorerThatTheCatalogueKnows() throws Exception {
        TrainScorerResult result = run(parameters(GreyTuples.SET, PromptSplit.none(), "scorer"));
        assertEquals(10, result.tuples());
        try (Scorer scorer = Scorer.open(result.scorer())) {
            assertEquals(result.identity(), scorer.identity());
        }
        assertTrue(catalog.models().find(ModelRecord.Kind.SCORER, result.identity()).isPresent());
    }

    @Test
    void readsEachImageUnderEachTextOnce() throws Exception {
        run(parameters(GreyTuples.SET, PromptSplit.none(), "scorer"));
        // 10 positives under 4 texts (two prompts), 20 negatives under 3
        assertEquals(100, backbone.readings.get());
        run(parameters(GreyTuples.SET, PromptSplit.none(), "again"));
        assertEquals(100, backbone.readings.get());
        assertEquals(100, catalog.embeddings().count("c".repeat(64)));
    }

    @Test
    void whatAnEarlierVersionKeptWithoutTheWordsOfThePromptIsReadAgain() throws Exception {
        run(parameters(GreyTuples.SET, PromptSplit.none(), "scorer"));
        Tuple tuple =
                catalog.tuples()
                        .all(catalog.tuples().findSet(GreyTuples.SET).orElseThrow().id())
                        .getFirst();
        String text =
                Instructions.DEFAULT
                        .text(Aspect.ALIGNMENT, Optional.of(tuple.prompt().text()))
                        .orElseThrow();
        EmbeddingKey key =
                new EmbeddingKey(
                        tuple.positive(),
                        ContentHash.of(text.getBytes(StandardCharsets.UTF_8)),
                        "c".repeat(64));
        Embedding kept = catalog.embeddings().find(key).orElseThrow();
        catalog.embeddings()
                .saveAll(List.of(new Embedding(key, kept.hidden(), kept.low(), kept.high())));

        run(parameters(GreyTuples.SET, PromptSplit.none(), "again"));
        assertEquals(101, backbone.readings.get());
    }

    @Test
    void whatAnAuditorRejectedIsNeitherReadNorRanked() throws Exception {
        List<Tuple> tuples =
                catalog.tuples().all(catalog.tuples().findSet(GreyTuples.SET).orElseThrow().id());
        Negative bad = tuples.getFirst().negatives(Aspect.TECHNICAL).getFirst();
        catalog.tuples().judge(bad.id(), Verdict.REJECTED, "");
        catalog.tuples().judgePositive(tuples.getLast().id(), Verdict.REJECTED, "");
        TrainScorerResult result = run(parameters(GreyTuples.SET, PromptSplit.none(), "scorer"));
        assertEquals(9, result.tuples());
        // 9 positives under 4 texts, 17 negatives under 3
        assertEquals(87, backbone.readings.get());
    }

    @Test
    void theSameParametersGiveTheSameScorer() throws Exception {
        TrainScorerParameters one = parameters(GreyTuples.SET, PromptSplit.none(), "one");
        TrainScorerParameters other = parameters(GreyTuples.SET, PromptSplit.none(), "other");
        assertEquals(run(one).identity(), run(other).identity());
    }

    @Test
    void heldOutPromptsTakeNoPart() throws Exception {
        List<String> prompts =
                catalog.prompts().all().stream().map(prompt -> prompt.text()).toList();
        PromptSplit split = PromptSplit.of(prompts, 0.3, 5);
        assertEquals(7, run(parameters(GreyTuples.SET, split, "scorer")).tuples());
    }

    @Test
    void aSetThatIsNotThereIsSaidSo() throws Exception {
        JobOutcome<TrainScorerResult> outcome =
                runner.run(job, parameters("nothing", PromptSplit.none(), "scorer"));
        String reason = assertInstanceOf(JobOutcome.Failed.class, outcome).reason();
        assertTrue(reason.contains("'nothing'"), reason);
    }
}

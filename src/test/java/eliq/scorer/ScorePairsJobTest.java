package eliq.scorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.catalog.Aspect;
import eliq.catalog.Catalog;
import eliq.catalog.Negative;
import eliq.catalog.Score;
import eliq.catalog.Tuple;
import eliq.catalog.TupleSet;
import eliq.job.JobOutcome;
import eliq.job.JobRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScorePairsJobTest {
    @TempDir Path folder;
    private Path scorer;
    private Catalog catalog;
    private ScorePairsJob job;
    private JobRunner runner;

    @BeforeEach
    void aSetAndAScorer() throws Exception {
        scorer = TinyScorer.train(folder.resolve("scorer"), 1);
        catalog = Catalog.open(folder.resolve("workspace"));
        GreyTuples.store(catalog, 3);
        job = new ScorePairsJob(catalog, TinyScorer.backbones());
        runner = new JobRunner(catalog, List.of(job), "test", Runnable::run);
    }

    @AfterEach
    void closeTheCatalogue() throws Exception {
        runner.close();
        catalog.close();
    }

    private ScorePairsResult run() throws Exception {
        JobOutcome<ScorePairsResult> outcome =
                runner.run(job, new ScorePairs(GreyTuples.SET, scorer, Optional.empty()));
        assertInstanceOf(JobOutcome.Done.class, outcome, outcome.toString());
        return ((JobOutcome.Done<ScorePairsResult>) outcome).result();
    }

    private TupleSet set() throws Exception {
        return catalog.tuples().findSet(GreyTuples.SET).orElseThrow();
    }

    private Map<PairPicture, Score> scores(String identity) throws Exception {
        Map<PairPicture, Score> scores = new HashMap<>();
        for (Score score : catalog.scores().ofSet(set().id(), identity)) {
            scores.put(PairPicture.of(score), score);
        }
        return scores;
    }

    @Test
    void everyPictureIsScoredUnderItsPromptOnce() throws Exception {
        // A positive under two prompts and two negatives, in each of three tuples.
        ScorePairsResult first = run();
        assertEquals(new ScorePairsResult(first.scorer(), 12, 0, 0), first);
        assertEquals(new ScorePairsResult(first.scorer(), 0, 12, 0), run());
        Tuple tuple = catalog.tuples().all(set().id()).getFirst();
        assertEquals(3, PairOpinion.all(tuple, scores(first.scorer())).size());
    }

    @Test
    void aMarginIsThePositivesMarkLessTheNegativesInItsOwnAspect() throws Exception {
        String identity = run().scorer();
        Map<PairPicture, Score> scores = scores(identity);
        Tuple tuple = catalog.tuples().all(set().id()).getFirst();
        Negative dark = tuple.negatives(Aspect.AESTHETIC).getFirst();
        PairOpinion opinion = PairOpinion.of(tuple, dark, scores).orElseThrow();
        double better = scores.get(PairPicture.positive(tuple)).aestheticHigh();
        double worse = scores.get(PairPicture.negative(tuple, dark)).aestheticHigh();
        assertEquals(better - worse, opinion.criticMargin().orElseThrow());
        assertEquals(better <= worse, opinion.criticWrong());
        Negative wrong = tuple.negatives(Aspect.ALIGNMENT).getFirst();
        assertTrue(PairOpinion.of(tuple, wrong, scores).orElseThrow().scorerMargin().isPresent());
    }

    @Test
    void theScoreShownOfAPositiveIsTheOneUnderItsOwnPrompt() throws Exception {
        String identity = run().scorer();
        for (Tuple tuple : catalog.tuples().all(set().id())) {
            Score newest =
                    catalog.scores().ofScorer(identity).stream()
                            .filter(score -> score.image().equals(tuple.positive()))
                            .findFirst()
                            .orElseThrow();
            assertEquals(Optional.of(tuple.prompt().text()), newest.prompt());
        }
    }

    @Test
    void aPictureThatIsGoneIsCountedAndTheRestGoesOn() throws Exception {
        Tuple tuple = catalog.tuples().all(set().id()).getFirst();
        Path file = catalog.path(catalog.images().find(tuple.positive()).orElseThrow());
        Files.delete(file);
        ScorePairsResult result = run();
        assertEquals(10, result.scored());
        assertEquals(2, result.failed());
    }
}

package eliq.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.job.JobCancelledException;
import eliq.metric.Metrics;
import eliq.pairs.degrade.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job on small painted pictures, with a scorer that reads a stand-in for a model and a metric that counts. */
class EvaluateJobTest {
    private static final String FEATURES = "brisque-features.jsonl";

    @TempDir static Path shared;
    private static Path scorer;
    @TempDir Path folder;

    private final CountingBackbone backbone = new CountingBackbone();
    private final CountingMetric metric = new CountingMetric();
    private final EvaluateJob job =
            new EvaluateJob(
                    shared.resolve("workspace"), backbone, new Metrics(List.of(metric)), "test");

    @BeforeAll
    static void aScorerAndASet() throws Exception {
        scorer = TinyScorer.train(shared);
        NoisyPictures.store(shared.resolve("workspace"), "noisy", shared.resolve("pictures"));
    }

    private EvaluateParameters parameters(
            Optional<Path> by, int degraded, boolean brisque, String out) {
        return new EvaluateParameters(
                "noisy",
                Optional.empty(),
                Optional.empty(),
                by,
                Optional.empty(),
                List.of(CountingMetric.NAME),
                List.of(),
                new EvaluateParameters.Statistics(Mapping.Kind.LOGISTIC4, new Bootstrap(20, 1)),
                new EvaluateParameters.Weak(Optional.of(0.5), 4, 1, brisque),
                new EvaluateParameters.Monotonicity(degraded, 2, 1),
                folder.resolve(out));
    }

    private Evaluation run(EvaluateParameters parameters, String directory) throws Exception {
        return EvaluationFile.read(
                job.run(parameters, new StoppableContext(folder.resolve(directory), 1, () -> false))
                        .file());
    }

    private static WeakSupervision of(
            Evaluation evaluation, WeakSupervision.Learner learner, LabelledSplit.Unit unit) {
        return evaluation.weak().stream()
                .filter(w -> w.learner() == learner && w.unit() == unit)
                .filter(w -> w.target() == Target.VISUAL)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void brisqueIsTrainedOnTheSplitsOfTheLinearRegressor() throws Exception {
        Evaluation evaluation = run(parameters(Optional.of(scorer), 0, true, "out"), "job");
        for (LabelledSplit.Unit unit : LabelledSplit.Unit.values()) {
            WeakSupervision brisque = of(evaluation, WeakSupervision.Learner.BRISQUE, unit);
            WeakSupervision linear = of(evaluation, WeakSupervision.Learner.LINEAR, unit);
            assertEquals(4, brisque.splits().size());
            for (int i = 0; i < 4; i++) {
                WeakSupervision.Split b = brisque.splits().get(i);
                WeakSupervision.Split l = linear.splits().get(i);
                assertEquals(
                        List.of(l.seed(), l.labelled(), l.test(), l.leakedPrompts()),
                        List.of(b.seed(), b.labelled(), b.test(), b.leakedPrompts()));
                // No score without labels, and none to calibrate.
                assertTrue(Double.isNaN(b.labelFreeSrcc()) && b.calibratedRmse().isEmpty());
            }
            // Ratings are noise and nothing else, from 1 to 4.8: a rating's deviation is about 1.1.
            assertTrue(brisque.spread(WeakSupervision.Split::srcc).mean() > 0.8, brisque + "");
            assertTrue(brisque.spread(WeakSupervision.Split::plcc).mean() > 0.8, brisque + "");
            assertTrue(brisque.spread(WeakSupervision.Split::rmse).mean() < 0.6, brisque + "");
        }
        assertTrue(
                evaluation.weak().stream()
                        .filter(w -> w.learner() == WeakSupervision.Learner.BRISQUE)
                        .allMatch(w -> w.target() == Target.VISUAL),
                "BRISQUE sees no prompt");
    }

    @Test
    void brisqueNeedsNoScorerAndCanBeLeftOut() throws Exception {
        Evaluation with = run(parameters(Optional.empty(), 0, true, "with"), "with-job");
        assertEquals(2, with.weak().size());
        assertEquals(WeakSupervision.Learner.BRISQUE, with.weak().getFirst().learner());
        Evaluation without = run(parameters(Optional.empty(), 0, false, "without"), "without-job");
        assertEquals(List.of(), without.weak());
    }

    @Test
    void aJobThatIsStoppedAgainAndAgainScoresNothingTwiceAndFindsTheSame() throws Exception {
        Path whole =
                job.run(
                                parameters(Optional.of(scorer), 2, true, "whole"),
                                new StoppableContext(folder.resolve("whole-job"), 1, () -> false))
                        .file();
        int readings = backbone.taken();
        assertEquals(NoisyPictures.COUNT, metric.asked().getAndSet(0));

        EvaluateParameters again = parameters(Optional.of(scorer), 2, true, "parts");
        Path directory = folder.resolve("parts-job");
        int read = stop(again, directory, "tiny.jsonl", 15);
        assertEquals(15 * ofOne(readings), read, "one by one until the stop");
        read += stop(again, directory, "degraded.jsonl", 5);
        assertEquals(0, metric.asked().get());
        read += stop(again, directory, CountingMetric.NAME + ".jsonl", 9);
        assertEquals(readings, read, "the scorer has read everything once");
        metric.asked().set(0);
        assertEquals(0, stop(again, directory, FEATURES, 11));
        assertEquals(NoisyPictures.COUNT - 9, metric.asked().getAndSet(0));
        List<String> features = Files.readAllLines(directory.resolve(FEATURES));

        Path parts = job.run(again, new StoppableContext(directory, 1, () -> false)).file();
        assertEquals(0, backbone.taken());
        assertEquals(0, metric.asked().get());
        // Rows carry the time they took, so that one that was read again would differ.
        assertEquals(features, Files.readAllLines(directory.resolve(FEATURES)).subList(0, 11));
        assertEquals(figures(whole), figures(parts));
    }

    /** Readings of one picture, where beside the set two are read at three strengths of every degradation. */
    private static int ofOne(int all) {
        int degraded = 2 * 3 * Operation.values().length;
        return all / (NoisyPictures.COUNT + degraded);
    }

    /** Runs until a journal has so many rows; returns how many pictures the scorer read. */
    private int stop(EvaluateParameters parameters, Path directory, String journal, int rows)
            throws Exception {
        Path file = directory.resolve(journal);
        assertThrows(
                JobCancelledException.class,
                () ->
                        job.run(
                                parameters,
                                new StoppableContext(directory, 1, () -> rows(file) >= rows)));
        assertEquals(rows, rows(file), "stopped in the middle of " + journal);
        return backbone.taken();
    }

    private static int rows(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file).size() : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything but when it ran and how long it took. */
    private static JsonNode figures(Path evaluation) throws Exception {
        JsonNode all = new ObjectMapper().readTree(Files.readString(evaluation));
        ((ObjectNode) all.get("run")).remove(List.of("started", "seconds", "secondsPerImage"));
        return all;
    }
}

package eliq.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.job.JobCancelledException;
import eliq.job.JobJson;
import eliq.metric.Metrics;
import eliq.pairs.degrade.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job on a few small painted pictures, with a scorer that reads a stand-in for a model and a metric that counts. */
class MonotonicityJobTest {
    private static final int PICTURES = 3;
    private static final int STEPS = 3;
    private static final List<String> OPERATIONS =
            List.of(Operation.values()[0].key(), Operation.values()[1].key());
    private static final int ROWS = PICTURES * OPERATIONS.size();

    @TempDir static Path shared;
    private static Path scorer;
    @TempDir Path folder;

    private final CountingBackbone backbone = new CountingBackbone();
    private final CountingMetric metric = new CountingMetric();
    private final MonotonicityJob job = new MonotonicityJob(backbone, new Metrics(List.of(metric)));

    @BeforeAll
    static void aScorerAndPictures() throws Exception {
        scorer = TinyScorer.train(shared);
        NoisyPictures.store(shared.resolve("workspace"), "noisy", shared.resolve("pictures"));
    }

    private static MonotonicityParameters parameters(List<Path> more) {
        List<Path> images = new ArrayList<>(more);
        for (int i = 0; i < PICTURES; i++) {
            images.add(shared.resolve("pictures").resolve("i" + i + ".png"));
        }
        return new MonotonicityParameters(
                images,
                Optional.of(scorer),
                Optional.empty(),
                List.of(CountingMetric.NAME),
                OPERATIONS,
                STEPS,
                1);
    }

    private StoppableContext context(String name) throws Exception {
        return new StoppableContext(folder.resolve(name), 1, () -> false);
    }

    @Test
    void everyMethodHasACurveForEveryDegradation() throws Exception {
        MonotonicityResult result = job.run(parameters(List.of()), context("job"));
        assertEquals(
                List.of("tiny", "tiny", CountingMetric.NAME, CountingMetric.NAME),
                result.curves().stream().map(StrengthCurve::method).toList());
        for (StrengthCurve curve : result.curves()) {
            assertEquals(PICTURES, curve.images().size());
            assertEquals(STEPS + 1, curve.mean().length);
        }
        assertEquals(List.of(), result.skipped());
    }

    @Test
    void aPictureThatCannotBeReadIsSaidForEachMethodAndTheRestGoesOn() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.png"), "no picture");
        MonotonicityResult result = job.run(parameters(List.of(broken)), context("job"));
        assertEquals(2 * OPERATIONS.size(), result.skipped().size());
        assertTrue(
                result.skipped().stream().allMatch(s -> s.contains("broken.png")),
                result.skipped().toString());
        assertEquals(PICTURES, result.curves().getFirst().images().size());
    }

    @Test
    void aStoppedJobGoesOnWithoutJudgingAgainAndFindsTheSame() throws Exception {
        MonotonicityResult whole = job.run(parameters(List.of()), context("whole"));
        int readings = backbone.taken();
        assertEquals(ROWS * (STEPS + 1), metric.asked().getAndSet(0));

        Path directory = folder.resolve("parts");
        // In the middle of the scorer's rows, then in the middle of the metric's.
        stop(directory, 4);
        int first = backbone.taken();
        assertEquals(readings * 4 / ROWS, first);
        assertEquals(0, metric.asked().get());
        stop(directory, ROWS + 2);
        assertEquals(readings - first, backbone.taken());
        assertEquals(2 * (STEPS + 1), metric.asked().getAndSet(0));

        MonotonicityResult parts = job.run(parameters(List.of()), context("parts"));
        assertEquals(0, backbone.taken());
        assertEquals((ROWS - 2) * (STEPS + 1), metric.asked().get());
        assertEquals(JobJson.write(whole), JobJson.write(parts));
    }

    private void stop(Path directory, int rows) {
        Path journal = directory.resolve("degraded.jsonl");
        assertThrows(
                JobCancelledException.class,
                () ->
                        job.run(
                                parameters(List.of()),
                                new StoppableContext(directory, 1, () -> rows(journal) >= rows)));
        assertEquals(rows, rows(journal));
    }

    private static int rows(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file).size() : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

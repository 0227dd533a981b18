package eliq.benchmark;

import eliq.image.ImageDecoder;
import eliq.image.ImageException;
import eliq.job.JobContext;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets a judge score the images of a set; what it cannot score gets its reason, and the rest goes on. */
final class SetScoring {
    private static final int AHEAD = 4;

    private final StoredSet stored;

    SetScoring(StoredSet stored) {
        this.stored = stored;
    }

    /**
     * A row of the journal.
     *
     * @param visualState what a scorer's head read; empty for metrics
     * @param reason why there is no score
     * @param seconds it took
     */
    record Row(
            String image,
            Optional<Double> visual,
            Optional<Double> alignment,
            float[] visualState,
            float[] alignmentState,
            Optional<String> reason,
            double seconds) {}

    /** All rows, those that the journal has already left as they are. */
    List<Row> run(Judge judge, Path journal, JobContext context) throws Exception {
        List<RatedImage> images = stored.set().images();
        try (JsonRows<Row> rows = JsonRows.open(journal, Row.class);
                ExecutorService workers =
                        Executors.newFixedThreadPool(
                                threads(),
                                Thread.ofPlatform().daemon().name("judging-", 1).factory())) {
            Deque<Future<Row>> metricRows = new ArrayDeque<>();
            Deque<Future<Judge.Ready>> ready = new ArrayDeque<>();
            boolean alone = judge instanceof Judge.OfScorer;
            int from = rows.rows().size();
            int submitted = from;
            for (int i = from; i < images.size(); i++) {
                context.checkCancelled();
                while (submitted < images.size() && submitted <= i + AHEAD) {
                    RatedImage image = images.get(submitted++);
                    if (alone) {
                        ready.add(workers.submit(() -> ready(judge, image)));
                    } else {
                        metricRows.add(workers.submit(() -> row(judge, image)));
                    }
                }
                rows.add(
                        alone
                                ? row(judge, images.get(i), ready.remove())
                                : metricRows.remove().get());
                context.progress("Scoring with " + judge.method().name(), i + 1L, images.size());
            }
            return rows.rows();
        }
    }

    private static int threads() {
        return Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 8);
    }

    private Judge.Ready ready(Judge judge, RatedImage image)
            throws BenchmarkException, ImageException {
        Path file = stored.files().get(image.name());
        if (file == null) {
            throw new BenchmarkException("its file was not found");
        }
        return judge.ready(ImageDecoder.decode(file).pixels());
    }

    private static Row row(Judge judge, RatedImage image, Future<Judge.Ready> ready)
            throws InterruptedException {
        try {
            return row(judge, image, ready.get());
        } catch (ExecutionException e) {
            return failed(image, e.getCause());
        } catch (BenchmarkException e) {
            return failed(image, e);
        }
    }

    private Row row(Judge judge, RatedImage image) {
        try {
            return row(judge, image, ready(judge, image));
        } catch (BenchmarkException | ImageException e) {
            return failed(image, e);
        }
    }

    private static Row row(Judge judge, RatedImage image, Judge.Ready ready)
            throws BenchmarkException {
        long start = System.nanoTime();
        Judge.Verdict verdict = judge.of(ready, image.prompt());
        return new Row(
                image.name(),
                verdict.visual(),
                verdict.alignment(),
                verdict.visualState(),
                verdict.alignmentState(),
                verdict.reason(),
                (System.nanoTime() - start) / 1e9);
    }

    private static Row failed(RatedImage image, Throwable failure) {
        boolean ours = failure instanceof BenchmarkException || failure instanceof ImageException;
        return new Row(
                image.name(),
                Optional.empty(),
                Optional.empty(),
                new float[0],
                new float[0],
                Optional.of(ours ? failure.getMessage() : "it could not be scored: " + failure),
                0);
    }

    /** As the evaluator wants them. */
    static MethodScores scores(Method method, List<Row> rows) {
        Map<String, Double> visual = new LinkedHashMap<>();
        Map<String, Double> alignment = new LinkedHashMap<>();
        Map<String, String> reasons = new LinkedHashMap<>();
        for (Row row : rows) {
            row.visual().ifPresent(v -> visual.put(row.image(), v));
            row.alignment().ifPresent(a -> alignment.put(row.image(), a));
            row.reason().ifPresent(r -> reasons.put(row.image(), r));
        }
        return new MethodScores(method, visual, alignment, reasons, new ArrayList<>());
    }

    /** Mean time of an image; NaN where none was scored. */
    static double secondsPerImage(List<Row> rows) {
        return rows.stream()
                .filter(r -> r.reason().isEmpty())
                .mapToDouble(Row::seconds)
                .average()
                .orElse(Double.NaN);
    }
}

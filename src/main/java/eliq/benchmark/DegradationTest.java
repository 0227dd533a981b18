package eliq.benchmark;

import eliq.image.AreaAverage;
import eliq.image.ImageDecoder;
import eliq.image.ImageException;
import eliq.image.Pixels;
import eliq.job.JobContext;
import eliq.pairs.degrade.Degradation;
import eliq.pairs.degrade.Operation;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Degrades each image step by step by each conventional degradation and has every step scored. Images are shrunk to
 * {@value #LONGEST_SIDE} pixels first, so that a strength means the same on large ones.
 */
final class DegradationTest {
    static final int LONGEST_SIDE = 768;
    private static final int AHEAD = 3;

    private final List<Operation> operations;
    private final int steps;
    private final long seed;

    /**
     * @param steps strengths above 0: 1 / steps .. 1
     * @param seed of the degradations; each image has its own from it
     */
    DegradationTest(List<Operation> operations, int steps, long seed) {
        this.operations = List.copyOf(operations);
        this.steps = steps;
        this.seed = seed;
    }

    /** An image to be degraded. */
    record Subject(String name, Path file, Optional<String> prompt) {}

    /**
     * A row of the journal.
     *
     * @param scores at each strength, the untouched first; empty where there is a reason
     */
    record Row(
            String method,
            String image,
            String operation,
            double[] scores,
            Optional<String> reason) {}

    private record Task(int subject, Operation operation) {}

    /** Degrades and scores what the journal does not have yet. */
    void run(Judge judge, List<Subject> subjects, JsonRows<Row> journal, JobContext context)
            throws Exception {
        String method = judge.method().name();
        Set<String> done = new HashSet<>();
        journal.rows().stream()
                .filter(r -> r.method().equals(method))
                .forEach(r -> done.add(r.image() + "\n" + r.operation()));
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i++) {
            for (Operation operation : operations) {
                if (!done.contains(subjects.get(i).name() + "\n" + operation.key())) {
                    tasks.add(new Task(i, operation));
                }
            }
        }
        int total = subjects.size() * operations.size();
        try (ExecutorService degrading =
                Executors.newFixedThreadPool(
                        Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 8),
                        Thread.ofPlatform().daemon().name("degrading-", 1).factory())) {
            Deque<Future<List<Judge.Ready>>> ahead = new ArrayDeque<>();
            int submitted = 0;
            for (int i = 0; i < tasks.size(); i++) {
                context.checkCancelled();
                while (submitted < tasks.size() && submitted <= i + AHEAD) {
                    Task task = tasks.get(submitted++);
                    ahead.add(degrading.submit(() -> degrade(judge, subjects, task)));
                }
                journal.add(row(judge, subjects, tasks.get(i), ahead.remove()));
                context.progress("Degrading for " + method, total - tasks.size() + i + 1L, total);
            }
        }
    }

    private List<Judge.Ready> degrade(Judge judge, List<Subject> subjects, Task task)
            throws ImageException, BenchmarkException {
        Subject subject = subjects.get(task.subject);
        Pixels picture =
                AreaAverage.fitInto(ImageDecoder.decode(subject.file()).pixels(), LONGEST_SIDE);
        List<Judge.Ready> made = new ArrayList<>();
        made.add(judge.ready(picture));
        for (int i = 1; i <= steps; i++) {
            made.add(
                    judge.ready(
                            Degradation.of(task.operation, (double) i / steps, seed + task.subject)
                                    .apply(picture)));
        }
        return made;
    }

    private Row row(
            Judge judge, List<Subject> subjects, Task task, Future<List<Judge.Ready>> pending)
            throws InterruptedException {
        Subject subject = subjects.get(task.subject);
        try {
            List<Judge.Ready> made = pending.get();
            double[] scores = new double[made.size()];
            for (int i = 0; i < scores.length; i++) {
                Judge.Verdict verdict = judge.of(made.get(i), subject.prompt());
                if (verdict.visual().isEmpty()) {
                    return failed(judge, subject, task, verdict.reason().orElse("it has no score"));
                }
                scores[i] = verdict.visual().get();
            }
            return new Row(
                    judge.method().name(),
                    subject.name(),
                    task.operation.key(),
                    scores,
                    Optional.empty());
        } catch (ExecutionException e) {
            return failed(judge, subject, task, String.valueOf(e.getCause().getMessage()));
        } catch (BenchmarkException e) {
            return failed(judge, subject, task, e.getMessage());
        }
    }

    private static Row failed(Judge judge, Subject subject, Task task, String reason) {
        return new Row(
                judge.method().name(),
                subject.name(),
                task.operation.key(),
                new double[0],
                Optional.of(reason));
    }

    /** The curves of a method, in the order of the operations. */
    List<StrengthCurve> curves(Method method, List<Row> rows) {
        double[] strengths = new double[steps + 1];
        for (int i = 0; i <= steps; i++) {
            strengths[i] = (double) i / steps;
        }
        Map<String, List<StrengthCurve.Series>> series = new HashMap<>();
        for (Row row : rows) {
            if (row.method().equals(method.name()) && row.reason().isEmpty()) {
                series.computeIfAbsent(row.operation(), o -> new ArrayList<>())
                        .add(
                                StrengthCurve.Series.of(
                                        row.image(),
                                        strengths,
                                        row.scores(),
                                        method.lowerIsBetter()));
            }
        }
        return operations.stream()
                .filter(o -> series.containsKey(o.key()))
                .map(
                        o ->
                                StrengthCurve.of(
                                        method.name(),
                                        o.key(),
                                        o.aspect(),
                                        strengths,
                                        series.get(o.key())))
                .toList();
    }
}

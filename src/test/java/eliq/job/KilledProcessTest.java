package eliq.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.JobRecord;
import eliq.catalog.JobState;
import eliq.catalog.MetricPoint;
import eliq.catalog.RunRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What real processes do to each other and to the catalogue. */
@Timeout(300)
class KilledProcessTest {
    private static final int STEPS = 60;

    @TempDir Path folder;
    private final CountingJob job = new CountingJob(step -> {});

    @Test
    void aKilledJobIsFoundInterruptedAndFinishedExactly() throws Exception {
        int last = killAtStep(37);

        try (Catalog catalog = Catalog.open(folder);
                JobRunner runner = new JobRunner(catalog, List.of(job), "test", Runnable::run)) {
            assertEquals(List.of(), catalog.check());
            JobRecord left = catalog.jobs().recent(1).getFirst();
            assertEquals(JobState.RUNNING, left.state());

            assertEquals(
                    List.of(JobState.INTERRUPTED),
                    runner.recover().stream().map(JobRecord::state).toList());
            assertEquals(
                    RunRecord.State.INTERRUPTED,
                    catalog.runs().find(left.runId().getAsLong()).orElseThrow().state());
            assertEquals(List.of(), runner.recover());

            // The step it was killed in was not kept, every one before it was.
            assertEquals(
                    new JobOutcome.Done<>(
                            left.id(),
                            new CountingJob.Result(STEPS * (STEPS + 1L) / 2, STEPS - last + 1)),
                    runner.resume(left.id()));
            JobRecord done = catalog.jobs().find(left.id()).orElseThrow();
            assertEquals(2, done.attempts());
            assertEquals(left.runId(), done.runId());
            assertEquals(
                    DoubleStream.iterate(1, i -> i + 1)
                            .limit(STEPS)
                            .map(n -> n * (n + 1) / 2)
                            .boxed()
                            .toList(),
                    catalog.runs().series(done.runId().getAsLong(), "sum").stream()
                            .map(MetricPoint::value)
                            .toList());
        }
    }

    @Test
    void aKilledJobMayBeResumedWithoutFurtherAdo() throws Exception {
        killAtStep(5);
        try (Catalog catalog = Catalog.open(folder);
                JobRunner runner = new JobRunner(catalog, List.of(job), "test", Runnable::run)) {
            long id = catalog.jobs().recent(1).getFirst().id();
            runner.requeue(id);
            assertEquals(JobState.DONE, catalog.jobs().find(id).orElseThrow().state());
        }
    }

    @Test
    void aJobOfALivingProcessIsLeftAloneAndCanBeStoppedFromHere() throws Exception {
        Process child = child(STEPS, 3);
        try (BufferedReader steps = child.inputReader();
                Catalog catalog = Catalog.open(folder);
                JobRunner runner = new JobRunner(catalog, List.of(job), "test", Runnable::run)) {
            await(steps, 3);
            JobRecord running = catalog.jobs().recent(1).getFirst();
            assertEquals(child.pid(), running.owner().orElseThrow().process());
            assertEquals(List.of(), runner.recover());
            String message =
                    assertThrows(JobException.class, () -> runner.resume(running.id()))
                            .getMessage();
            assertTrue(message.contains("by process " + child.pid() + " already"), message);

            runner.pause(running.id());
            awaitTaken(catalog, running.id());
            child.getOutputStream().close();
            assertEquals(0, child.waitFor());
            assertEquals(JobState.PAUSED, catalog.jobs().find(running.id()).orElseThrow().state());
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    @Test
    void twoProcessesWriteAtOnce() throws Exception {
        Process child = child(STEPS, -1);
        try (BufferedReader steps = child.inputReader();
                Catalog catalog = Catalog.open(folder);
                JobRunner runner = new JobRunner(catalog, List.of(job), "test", Runnable::run)) {
            await(steps, 1);
            long mine = runner.run(job, new CountingJob.Parameters(STEPS, 1)).id();
            steps.lines().forEach(line -> {});
            assertEquals(0, child.waitFor());

            List<JobRecord> jobs = catalog.jobs().inState(JobState.DONE);
            assertEquals(2, jobs.size());
            assertTrue(jobs.stream().anyMatch(done -> done.id() == mine));
            for (JobRecord done : jobs) {
                assertEquals(
                        Optional.of((long) STEPS),
                        Optional.of(
                                (long)
                                        catalog.runs()
                                                .series(done.runId().getAsLong(), "sum")
                                                .size()));
            }
            assertEquals(List.of(), catalog.check());
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    /** Kills a child while it does this step; the step. */
    private int killAtStep(int step) throws Exception {
        Process child = child(STEPS, step);
        try (BufferedReader steps = child.inputReader()) {
            await(steps, step);
            child.destroyForcibly();
            // 128 + SIGKILL: it had no chance to tidy up.
            int exit = child.waitFor();
            assertTrue(exit == 137 || exit == 1, "exit code " + exit);
        }
        return step;
    }

    private Process child(int steps, int stop) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SlowChild.class.getName(),
                        folder.toString(),
                        Integer.toString(steps),
                        Integer.toString(stop))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void await(BufferedReader steps, int step) throws IOException {
        List<String> expected = IntStream.rangeClosed(1, step).mapToObj(Integer::toString).toList();
        for (String line : expected) {
            assertEquals(line, steps.readLine());
        }
    }

    /** Until the heartbeat of the owner has seen the request, which a newer heartbeat after it tells. */
    private static void awaitTaken(Catalog catalog, long id) throws CatalogException {
        java.time.Instant asked = java.time.Instant.now();
        while (!catalog.jobs()
                .find(id)
                .orElseThrow()
                .owner()
                .orElseThrow()
                .heartbeat()
                .isAfter(asked)) {
            Thread.onSpinWait();
        }
    }
}

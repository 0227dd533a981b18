package eliq.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.catalog.CatalogException;
import eliq.catalog.JobRecord;
import eliq.catalog.JobState;
import eliq.catalog.MetricPoint;
import eliq.catalog.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class JobRunnerTest extends CountingRunner {
    @Test
    void aFinishedJobKeepsItsParametersResultAndRun() throws Exception {
        JobOutcome<CountingJob.Result> outcome = runner.run(job, new CountingJob.Parameters(4, 9));

        assertEquals(new JobOutcome.Done<>(outcome.id(), new CountingJob.Result(10, 4)), outcome);
        JobRecord kept = find(outcome.id());
        assertEquals(JobState.DONE, kept.state());
        assertEquals("{\"steps\":4,\"seed\":9}", kept.parameters());
        assertEquals(
                Optional.of(new CountingJob.Result(10, 4)),
                runner.result(kept, CountingJob.Result.class));
        assertEquals("Counting", kept.stage());
        assertEquals(4, kept.done());
        assertEquals("counted to 4", kept.message());
        assertEquals(Optional.empty(), kept.owner());

        RunRecord run = catalog.runs().find(kept.runId().getAsLong()).orElseThrow();
        assertEquals(RunRecord.State.DONE, run.state());
        assertEquals(kept.parameters(), run.parameters());
        assertEquals(SOFTWARE, run.software());
        assertEquals(
                List.of(1.0, 3.0, 6.0, 10.0),
                catalog.runs().series(run.id(), "sum").stream().map(MetricPoint::value).toList());
        assertEquals(4, Files.readAllLines(catalog.resolve(run.log())).size());
    }

    @Test
    void aFailureIsOneSentenceWithItsDetailsInAFile() throws Exception {
        step =
                n -> {
                    throw new CatalogException("The third file is damaged.\nand more");
                };
        JobOutcome<CountingJob.Result> outcome = runner.run(job, new CountingJob.Parameters(3, 0));

        JobOutcome.Failed<?> failed = assertInstanceOf(JobOutcome.Failed.class, outcome);
        assertEquals("The third file is damaged.", failed.reason());
        assertTrue(Files.readString(failed.details()).contains("CatalogException"));
        assertEquals(JobState.FAILED, find(outcome.id()).state());
        assertEquals(Optional.of("The third file is damaged."), find(outcome.id()).error());
    }

    @Test
    void anUnexpectedErrorDoesNotEndTheProgram() throws Exception {
        step =
                n -> {
                    throw new StackOverflowError();
                };
        JobOutcome<?> outcome = runner.run(job, new CountingJob.Parameters(3, 0));
        JobOutcome.Failed<?> failed = assertInstanceOf(JobOutcome.Failed.class, outcome);
        assertTrue(
                failed.reason().startsWith("Unexpected error (StackOverflowError)"),
                failed.reason());
    }

    @Test
    void aFailedJobGoesOnWhereItStopped() throws Exception {
        step =
                n -> {
                    if (n == 3) {
                        throw new IOException("gone");
                    }
                };
        long id = runner.run(job, new CountingJob.Parameters(5, 0)).id();
        assertEquals(JobState.FAILED, find(id).state());

        step = n -> {};
        assertEquals(new JobOutcome.Done<>(id, new CountingJob.Result(15, 3)), runner.resume(id));
        JobRecord kept = find(id);
        assertEquals(2, kept.attempts());
        assertEquals(Optional.empty(), kept.error());
        assertEquals(
                List.of(1.0, 3.0, 6.0, 10.0, 15.0),
                catalog.runs().series(kept.runId().getAsLong(), "sum").stream()
                        .map(MetricPoint::value)
                        .toList());
    }

    @Test
    void aCancelledJobStopsBetweenTwoSteps() throws Exception {
        List<Integer> steps = new ArrayList<>();
        step =
                n -> {
                    steps.add(n);
                    if (n == 2) {
                        runner.cancel(catalog.jobs().recent(1).getFirst().id());
                    }
                };
        JobOutcome<?> outcome = runner.run(job, new CountingJob.Parameters(5, 0));

        assertEquals(new JobOutcome.Stopped<>(outcome.id(), false), outcome);
        assertEquals(List.of(1, 2), steps);
        assertEquals(JobState.CANCELLED, find(outcome.id()).state());
    }

    @Test
    void aPausedJobIsGoneOnWith() throws Exception {
        step =
                n -> {
                    if (n == 2) {
                        runner.pause(catalog.jobs().recent(1).getFirst().id());
                    }
                };
        JobOutcome<?> outcome = runner.run(job, new CountingJob.Parameters(5, 0));
        assertEquals(JobState.PAUSED, find(outcome.id()).state());

        runner.requeue(outcome.id());
        assertEquals(JobState.DONE, find(outcome.id()).state());
        assertEquals(
                Optional.of(new CountingJob.Result(15, 3)),
                runner.result(find(outcome.id()), CountingJob.Result.class));
    }

    @Test
    void aJobThatIsDoneIsNotResumedButRepeated() throws Exception {
        long id = runner.run(job, new CountingJob.Parameters(2, 0)).id();
        JobException e = assertThrows(JobException.class, () -> runner.resume(id));
        assertEquals(
                "Job " + id + " (count) is done already; start a new one to do it again.",
                e.getMessage());

        JobRecord again = runner.repeat(id);
        assertEquals(find(id).parameters(), again.parameters());
        assertEquals(JobState.DONE, find(again.id()).state());
    }

    @Test
    void listenersHearWhatHappensAndCannotHarm() throws Exception {
        List<JobEvent> events = new ArrayList<>();
        runner.listen(events::add);
        runner.listen(
                event -> {
                    throw new IllegalStateException("a faulty view");
                });
        long id = runner.run(job, new CountingJob.Parameters(2, 0)).id();

        assertEquals(
                List.of(JobState.RUNNING, JobState.DONE),
                events.stream()
                        .filter(JobEvent.StateChanged.class::isInstance)
                        .map(event -> ((JobEvent.StateChanged) event).job().state())
                        .toList());
        assertTrue(events.contains(new JobEvent.Said(id, "counted to 2")));
        assertTrue(events.contains(new JobEvent.Measured(id, "sum", 2, 3)));
        assertTrue(
                events.stream()
                        .anyMatch(
                                event ->
                                        event instanceof JobEvent.Advanced(long _, Progress p)
                                                && p.complete()));
    }

    @Test
    void aPartHasItsOwnFolderAndNames() throws Exception {
        JobContextProbe probe = new JobContextProbe();
        try (JobRunner one = new JobRunner(catalog, List.of(probe), SOFTWARE, Runnable::run)) {
            JobOutcome<?> outcome = one.run(probe, new JobContextProbe.Nothing(0));
            JobRecord kept = find(outcome.id());
            assertEquals("pairs: Painting", kept.stage());
            assertTrue(Files.isDirectory(catalog.resolve(kept.directory()).resolve("pairs")));
            assertEquals(List.of("pairs/loss"), catalog.runs().metrics(kept.runId().getAsLong()));
        }
    }

    @Test
    void anUnknownJobAndAnUnknownKindAreSaidPlainly() throws Exception {
        assertTrue(
                assertThrows(JobException.class, () -> runner.resume(77))
                        .getMessage()
                        .startsWith("There is no job 77 in "));
        long id = catalog.jobs().create("alchemy", "{}", JobState.PAUSED).id();
        assertEquals(
                "Job " + id + " is of the kind 'alchemy', which this program does not know.",
                assertThrows(JobException.class, () -> runner.resume(id)).getMessage());
    }

    @Test
    void parametersOfAnotherVersionAreRefused() throws Exception {
        long id = catalog.jobs().create("count", "{\"steps\":3}", JobState.PAUSED).id();
        String message = assertThrows(JobException.class, () -> runner.resume(id)).getMessage();
        assertTrue(message.contains("the parameters of job " + id), message);
        assertTrue(message.contains("'seed'"), message);
        assertEquals(JobState.PAUSED, find(id).state());
    }

    @Test
    void aJobThatIsForgottenIsGoneUnlessItRuns() throws Exception {
        step = n -> catalog.jobs().remove(catalog.jobs().recent(1).getFirst().id());
        long id = runner.run(job, new CountingJob.Parameters(1, 0)).id();
        assertEquals(JobState.DONE, find(id).state());

        catalog.jobs().remove(id);
        assertEquals(Optional.empty(), catalog.jobs().find(id));
        assertEquals(List.of(), catalog.jobs().recent(5));
    }

    /** Does one step in a part. */
    private static final class JobContextProbe
            implements Job<JobContextProbe.Nothing, JobContextProbe.Nothing> {
        record Nothing(int nothing) {}

        @Override
        public String kind() {
            return "probe";
        }

        @Override
        public Class<Nothing> parametersType() {
            return Nothing.class;
        }

        @Override
        public Class<Nothing> resultType() {
            return Nothing.class;
        }

        @Override
        public Nothing run(Nothing parameters, JobContext context) throws Exception {
            JobContext part = context.part("pairs");
            part.progress("Painting", 1, 1);
            part.record("loss", 1, 0.5);
            return parameters;
        }
    }
}

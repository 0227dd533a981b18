package eliq.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.catalog.CatalogException;
import eliq.catalog.JobRecord;
import eliq.catalog.JobState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Jobs that wait, and several runners of one catalogue: each job is run by one of them. */
@Timeout(180)
class JobQueueTest extends CountingRunner {
    @Test
    void anotherRunnerCannotTakeAJobThatIsBeingRun() throws Exception {
        try (JobRunner other = new JobRunner(catalog, List.of(job), SOFTWARE, Runnable::run)) {
            List<String> refused = new ArrayList<>();
            step =
                    n -> {
                        long id = catalog.jobs().recent(1).getFirst().id();
                        assertEquals(List.of(), other.recover());
                        refused.add(
                                assertThrows(JobException.class, () -> other.resume(id))
                                        .getMessage());
                    };
            JobOutcome<?> outcome = runner.run(job, new CountingJob.Parameters(1, 0));

            assertEquals(
                    List.of(
                            "Job "
                                    + outcome.id()
                                    + " (count) is being run by process "
                                    + ProcessHandle.current().pid()
                                    + " already; wait for it or cancel it."),
                    refused);
            assertEquals(JobState.DONE, find(outcome.id()).state());
        }
    }

    @Test
    void anotherRunnerMayCancelAJobByTheCatalogue() throws Exception {
        try (JobRunner other = new JobRunner(catalog, List.of(job), SOFTWARE, Runnable::run)) {
            CountDownLatch first = new CountDownLatch(1);
            // Steps wait for the news to come with the next heartbeat.
            step =
                    n -> {
                        if (first.getCount() > 0) {
                            other.cancel(catalog.jobs().recent(1).getFirst().id());
                            first.countDown();
                        }
                        Thread.onSpinWait();
                    };
            JobOutcome<?> outcome = runner.run(job, new CountingJob.Parameters(1_000_000, 0));
            assertEquals(new JobOutcome.Stopped<>(outcome.id(), false), outcome);
        }
    }

    @Test
    void aQueuedJobCanBeCancelledBeforeItStarts() throws Exception {
        List<Runnable> queue = new ArrayList<>();
        try (JobRunner lazy = new JobRunner(catalog, List.of(job), SOFTWARE, queue::add)) {
            JobRecord queued = lazy.submit(job, new CountingJob.Parameters(1, 0));
            assertEquals(JobState.QUEUED, find(queued.id()).state());
            lazy.cancel(queued.id());
            queue.forEach(Runnable::run);
            assertEquals(JobState.CANCELLED, find(queued.id()).state());
            assertEquals(0, find(queued.id()).attempts());
        }
    }

    @Test
    void whatAnEarlierProcessLeftInTheQueueIsStarted() throws Exception {
        JobRunner earlier = new JobRunner(catalog, List.of(job), SOFTWARE, work -> {});
        JobRecord left = earlier.submit(job, new CountingJob.Parameters(3, 0));
        earlier.close();

        runner.startQueued();
        assertEquals(JobState.DONE, find(left.id()).state());
    }

    @Test
    void exclusiveJobsRunOneAfterAnother() throws Exception {
        int[] atOnce = new int[2];
        step =
                n -> {
                    synchronized (atOnce) {
                        atOnce[0]++;
                        atOnce[1] = Math.max(atOnce[0], atOnce[1]);
                    }
                    Thread.yield();
                    synchronized (atOnce) {
                        atOnce[0]--;
                    }
                };
        CountDownLatch done = new CountDownLatch(3);
        try (JobRunner threaded = new JobRunner(catalog, List.of(job), SOFTWARE)) {
            threaded.listen(
                    event -> {
                        if (event instanceof JobEvent.StateChanged(JobRecord changed)
                                && changed.state() == JobState.DONE) {
                            done.countDown();
                        }
                    });
            for (int i = 0; i < 3; i++) {
                threaded.submit(job, new CountingJob.Parameters(20, i));
            }
            done.await();
        }
        assertEquals(1, atOnce[1]);
    }

    @Test
    void aProgramThatEndsLeavesItsJobsToBeResumed() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        List<Integer> steps = new ArrayList<>();
        step =
                n -> {
                    steps.add(n);
                    started.countDown();
                };
        JobRunner ending = new JobRunner(catalog, List.of(job), SOFTWARE);
        JobRecord submitted = ending.submit(job, new CountingJob.Parameters(1_000_000, 0));
        started.await();
        ending.close();
        assertEquals(JobState.INTERRUPTED, find(submitted.id()).state());

        step =
                n -> {
                    steps.add(n);
                    throw new IOException("enough seen");
                };
        assertInstanceOf(JobOutcome.Failed.class, runner.resume(submitted.id()));
        assertEquals(IntStream.rangeClosed(1, steps.size()).boxed().toList(), steps);
    }

    @Test
    void aQueuedJobThatNobodyCanReadFailsInsteadOfWaiting() throws Exception {
        long id = catalog.jobs().create("count", "{\"steps\":\"many\"}", JobState.QUEUED).id();
        runner.startQueued();
        assertEquals(JobState.FAILED, find(id).state());
        String error = find(id).error().orElseThrow();
        assertTrue(error.startsWith("Cannot read the parameters of job " + id), error);
    }

    @Test
    void jobsOfOneCatalogueHaveFoldersOfTheirOwn() throws Exception {
        List<Path> folders =
                IntStream.range(0, 3)
                        .mapToObj(
                                i -> {
                                    try {
                                        long id =
                                                runner.run(job, new CountingJob.Parameters(1, i))
                                                        .id();
                                        return find(id).directory();
                                    } catch (JobException | CatalogException e) {
                                        throw new AssertionError(e);
                                    }
                                })
                        .distinct()
                        .toList();
        assertEquals(3, folders.size());
        assertTrue(Files.isDirectory(catalog.resolve(folders.getFirst())));
    }
}

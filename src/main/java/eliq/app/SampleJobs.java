package eliq.app;

import eliq.benchmark.ImportRatings;
import eliq.benchmark.RatingColumns;
import eliq.catalog.CatalogException;
import eliq.catalog.JobRecord;
import eliq.job.JobEvent;
import eliq.job.Progress;
import eliq.pairs.DegradeImagesJob;
import eliq.pairs.DegradeImagesParameters;
import eliq.pairs.degrade.Operation;
import eliq.workbench.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Jobs of the sample workspace on their way: one fails, one is held in the middle until {@link #release}. */
final class SampleJobs {
    private static final int HELD_AT = 6;
    // A runner tells of progress ten times a second.
    private static final long BETWEEN_MILLISECONDS = 150;

    private final Workbench workbench;
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicLong held = new AtomicLong();

    SampleJobs(Workbench workbench) {
        this.workbench = workbench;
    }

    /** Puts both at the end of the queue. Not for the JavaFX thread. */
    void begin() throws CatalogException, IOException {
        Path home = workbench.catalog().folder();
        workbench
                .jobs()
                .submit(
                        workbench.importRatings(),
                        new ImportRatings(
                                "no-table",
                                home.resolve(SampleWorkspace.BROKEN),
                                Optional.empty(),
                                Optional.empty(),
                                RatingColumns.none(),
                                Optional.empty(),
                                false));
        workbench.jobs().listen(this::hold);
        workbench.jobs().submit(workbench.degradeImages(), copies(home));
    }

    /** Lets the held one go on. */
    void release() {
        released.countDown();
    }

    /** Whether the one that is held goes no further. */
    static boolean isHeld(Optional<Progress> progress) {
        return progress.filter(now -> now.done() >= HELD_AT).isPresent();
    }

    private static DegradeImagesParameters copies(Path home) throws IOException {
        try (Stream<Path> pictures = Files.list(home.resolve(SampleWorkspace.PAINTED))) {
            List<Path> all = pictures.sorted().toList();
            return new DegradeImagesParameters(
                    all, home.resolve("copies"), Operation.GAUSSIAN_BLUR.key(), 0.5, 1);
        }
    }

    /** On the job's own thread, which does nothing else meanwhile. */
    private void hold(JobEvent event) {
        switch (event) {
            case JobEvent.StateChanged(JobRecord job)
                    when job.kind().equals(DegradeImagesJob.KIND) ->
                    held.set(job.id());
            case JobEvent.Advanced(long id, var progress) when id == held.get() -> {
                try {
                    if (progress.done() < HELD_AT) {
                        Thread.sleep(BETWEEN_MILLISECONDS);
                    } else {
                        released.await();
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            default -> {}
        }
    }
}

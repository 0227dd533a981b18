package eliq.hub;

import eliq.job.JobCancelledException;
import eliq.job.JobContext;
import java.time.Duration;

/** Waits before something is tried again. */
@FunctionalInterface
interface Pause {
    /** Between two looks at whether the job was cancelled. */
    Duration SLICE = Duration.ofMillis(100);

    /** Waits so long, or until the job is cancelled. */
    void pause(Duration time, JobContext context)
            throws JobCancelledException, InterruptedException;

    /** By the clock. */
    static Pause real() {
        return (time, context) -> {
            long end = System.nanoTime() + time.toNanos();
            for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
                context.checkCancelled();
                Thread.sleep(Duration.ofNanos(Math.min(left, SLICE.toNanos())));
            }
            context.checkCancelled();
        };
    }
}

package eliq.prompts;

import eliq.job.JobCancelledException;
import eliq.job.JobContext;
import java.time.Duration;

/** Waiting that a person can end. */
interface Patience {

    /** Waits, or ends at once where the work is to stop. */
    void pause(Duration time) throws JobCancelledException, InterruptedException;

    /** Ends where the work is to stop. */
    void check() throws JobCancelledException;

    /** That of a job. */
    static Patience of(JobContext context) {
        return new Patience() {
            private static final long SLICE = 100;

            @Override
            public void pause(Duration time) throws JobCancelledException, InterruptedException {
                long end = System.nanoTime() + time.toNanos();
                for (long left = time.toMillis(); left > 0; ) {
                    context.checkCancelled();
                    Thread.sleep(Math.min(left, SLICE));
                    left = (end - System.nanoTime()) / 1_000_000;
                }
                context.checkCancelled();
            }

            @Override
            public void check() throws JobCancelledException {
                context.checkCancelled();
            }
        };
    }
}

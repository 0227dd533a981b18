package eliq.hub;

import eliq.job.JobCancelledException;
import eliq.job.JobContext;
import java.nio.file.Path;
import java.util.Map;

/** Questions that belong to no job: they keep nothing and are stopped by an interrupt. */
record Asking() implements JobContext {
    @Override
    public Path directory() {
        throw new IllegalStateException("a question keeps nothing");
    }

    @Override
    public boolean resumed() {
        return false;
    }

    @Override
    public void progress(String stage, long done, long total) {
        // A question has an answer, no progress.
    }

    @Override
    public void message(String text) {
        // What went wrong is in the exception.
    }

    @Override
    public boolean cancelled() {
        return Thread.currentThread().isInterrupted();
    }

    @Override
    public void checkCancelled() throws JobCancelledException {
        if (cancelled()) {
            throw new JobCancelledException();
        }
    }

    @Override
    public void record(long step, Map<String, Double> values) {
        throw new IllegalStateException("a question records nothing");
    }

    @Override
    public long runId() {
        throw new IllegalStateException("a question is no run");
    }
}

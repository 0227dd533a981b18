package eliq.hub;

import eliq.catalog.CatalogException;
import eliq.job.JobCancelledException;
import eliq.job.JobContext;
import java.nio.file.Path;
import java.util.Map;

/** The job as one of its transfers sees it: over when the job is stopped, or when another transfer has failed. */
record StoppableContext(JobContext whole, Transfers transfers) implements JobContext {
    @Override
    public Path directory() {
        return whole.directory();
    }

    @Override
    public boolean resumed() {
        return whole.resumed();
    }

    @Override
    public void progress(String stage, long done, long total) {
        whole.progress(stage, done, total);
    }

    @Override
    public void message(String text) {
        whole.message(text);
    }

    @Override
    public boolean cancelled() {
        return transfers.isStopped() || whole.cancelled();
    }

    @Override
    public void checkCancelled() throws JobCancelledException {
        if (cancelled()) {
            throw new JobCancelledException();
        }
    }

    @Override
    public void record(long step, Map<String, Double> values) throws CatalogException {
        whole.record(step, values);
    }

    @Override
    public long runId() throws CatalogException {
        return whole.runId();
    }
}

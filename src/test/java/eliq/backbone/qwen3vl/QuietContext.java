package eliq.backbone.qwen3vl;

import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.job.JobCancelledException;
import eliq.job.JobContext;
import java.nio.file.Path;
import java.util.Map;

/** A job's surroundings that say nothing. */
record QuietContext(boolean cancelled) implements JobContext {

    QuietContext() {
        this(false);
    }

    @Override
    public Path directory() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean resumed() {
        return false;
    }

    @Override
    public void progress(String stage, long done, long total) {
        assertTrue(done <= total);
    }

    @Override
    public void message(String text) {}

    @Override
    public void checkCancelled() throws JobCancelledException {
        if (cancelled) {
            throw new JobCancelledException();
        }
    }

    @Override
    public void record(long step, Map<String, Double> values) {}

    @Override
    public long runId() {
        return 0;
    }
}

package eliq.hub;

import eliq.job.JobCancelledException;
import eliq.job.JobContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A job that keeps what it is told. */
final class TestContext implements JobContext {
    private final Path directory;
    private final boolean resumed;
    private volatile Runnable onProgress = () -> {};
    private volatile boolean cancelled;
    final List<String> messages = new CopyOnWriteArrayList<>();
    final List<String> progress = new CopyOnWriteArrayList<>();

    TestContext(Path directory) {
        this(directory, false);
    }

    TestContext(Path directory, boolean resumed) {
        this.directory = directory;
        this.resumed = resumed;
    }

    void cancel() {
        cancelled = true;
    }

    void onProgress(Runnable action) {
        onProgress = action;
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public boolean resumed() {
        return resumed;
    }

    @Override
    public void progress(String stage, long done, long total) {
        progress.add(stage + " " + done + "/" + total);
        onProgress.run();
    }

    @Override
    public void message(String text) {
        messages.add(text);
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

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
        return 1;
    }
}

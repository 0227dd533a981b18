package eliq.benchmark;

import eliq.job.JobCancelledException;
import eliq.job.JobContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A job's surroundings that stop it when a condition holds. */
public final class StoppableContext implements JobContext {
    private final Path directory;
    private final long runId;
    private final BooleanSupplier stop;
    private final List<String> stages = new ArrayList<>();

    public StoppableContext(Path directory, long runId, BooleanSupplier stop) throws Exception {
        this.directory = Files.createDirectories(directory);
        this.runId = runId;
        this.stop = stop;
    }

    /** All stages that were told of, in their order. */
    public List<String> stages() {
        return List.copyOf(stages);
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public boolean resumed() {
        return false;
    }

    @Override
    public void progress(String stage, long done, long total) {
        stages.add(stage);
    }

    @Override
    public void message(String text) {}

    @Override
    public boolean cancelled() {
        return stop.getAsBoolean();
    }

    @Override
    public void checkCancelled() throws JobCancelledException {
        if (cancelled()) {
            throw new JobCancelledException();
        }
    }

    @Override
    public void record(long step, Map<String, Double> values) {}

    @Override
    public long runId() {
        return runId;
    }
}

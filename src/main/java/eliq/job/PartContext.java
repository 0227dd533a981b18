package eliq.job;

import eliq.catalog.CatalogException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A job within a job. */
final class PartContext implements JobContext {
    private final JobContext whole;
    private final String name;
    private final Path directory;

    PartContext(JobContext whole, String name) {
        this.whole = whole;
        this.name = name;
        try {
            this.directory = Files.createDirectories(whole.directory().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("a folder for " + name + " cannot be created", e);
        }
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public boolean resumed() {
        return whole.resumed();
    }

    @Override
    public void progress(String stage, long done, long total) {
        whole.progress(name + ": " + stage, done, total);
    }

    @Override
    public void message(String text) {
        whole.message(text);
    }

    @Override
    public boolean cancelled() {
        return whole.cancelled();
    }

    @Override
    public void checkCancelled() throws JobCancelledException {
        whole.checkCancelled();
    }

    @Override
    public void record(long step, Map<String, Double> values) throws CatalogException {
        Map<String, Double> named = new HashMap<>();
        values.forEach((metric, value) -> named.put(name + "/" + metric, value));
        whole.record(step, named);
    }

    @Override
    public long runId() throws CatalogException {
        return whole.runId();
    }
}

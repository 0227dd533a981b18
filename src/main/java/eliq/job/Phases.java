package eliq.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The phases of a run: how long each took, and what those that are over gave. Kept in the job's folder, so that a resumed
 * run goes on with the phase it was in and counts the time of all attempts.
 */
public final class Phases {
    private final Path folder;

    /**
     * @param folder of the job
     */
    public Phases(Path folder) {
        this.folder = folder;
    }

    /** One phase's work. */
    @FunctionalInterface
    public interface Work<R> {
        R run() throws Exception;
    }

    private record Seconds(double seconds) {}

    /** Does the work, unless an earlier attempt finished it. */
    public <R extends Record> R run(String name, Class<R> type, Work<R> work) throws Exception {
        Path kept = folder.resolve("phase-" + name + ".json");
        if (Files.exists(kept)) {
            return JobJson.read(Files.readString(kept), type, kept.toString());
        }
        R result = timed(name, work);
        write(kept, result);
        return result;
    }

    /** Does the work in every attempt. */
    public <R> R timed(String name, Work<R> work) throws Exception {
        long start = System.nanoTime();
        double before = seconds(name);
        try {
            return work.run();
        } finally {
            write(file(name), new Seconds(before + (System.nanoTime() - start) / 1e9));
        }
    }

    /** In the order given; with {@code total}, their sum. */
    public Map<String, Double> seconds(String... names) throws IOException, JobException {
        Map<String, Double> all = new LinkedHashMap<>();
        double total = 0;
        for (String name : names) {
            double seconds = seconds(name);
            all.put(name, seconds);
            total += seconds;
        }
        all.put("total", total);
        return all;
    }

    private double seconds(String name) throws IOException, JobException {
        Path file = file(name);
        return Files.exists(file)
                ? JobJson.read(Files.readString(file), Seconds.class, file.toString()).seconds()
                : 0;
    }

    private Path file(String name) {
        return folder.resolve("seconds-" + name + ".json");
    }

    private static void write(Path file, Record content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, JobJson.write(content));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}

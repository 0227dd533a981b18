package eliq.benchmark;

import eliq.file.WholeFile;
import eliq.job.JobException;
import eliq.job.JobJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The rated sets of a workspace: {@code ratings/NAME/set.json} in its folder. Images stay where they are. */
public final class RatedSetStore {
    private static final String FILE = "set.json";

    private final Path folder;

    /**
     * @param workspace folder of the workspace
     */
    public RatedSetStore(Path workspace) {
        this.folder = workspace.resolve("ratings");
    }

    /** What a set may be called, so that it can be a folder and a word in a command. */
    public static boolean isName(String name) {
        return name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    }

    /** Keeps a set; one of the same name is replaced. */
    public void save(StoredSet stored) throws BenchmarkException {
        Path file = file(stored.set().name());
        try {
            WholeFile.write(file, JobJson.write(stored));
        } catch (IOException e) {
            throw new BenchmarkException(
                    file + " cannot be written (" + e.getMessage() + "); check the free space", e);
        }
    }

    /**
     * The set of this name.
     *
     * @throws BenchmarkException naming those there are
     */
    public StoredSet load(String name) throws BenchmarkException {
        Path file = isName(name) ? file(name) : folder;
        if (!Files.isRegularFile(file)) {
            List<String> names = names();
            throw new BenchmarkException(
                    "There is no rated set '"
                            + name
                            + "'; "
                            + (names.isEmpty()
                                    ? "'eliq import-ratings' brings one in"
                                    : "there are " + String.join(", ", names)));
        }
        try {
            return JobJson.read(Files.readString(file), StoredSet.class, file.toString());
        } catch (IOException | JobException e) {
            throw new BenchmarkException(
                    file + " cannot be read (" + e.getMessage() + "); import the set again", e);
        }
    }

    /** Names in alphabetical order. */
    public List<String> names() throws BenchmarkException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            List<String> names = new ArrayList<>();
            entries.filter(entry -> Files.isRegularFile(entry.resolve(FILE)))
                    .forEach(entry -> names.add(entry.getFileName().toString()));
            names.sort(String.CASE_INSENSITIVE_ORDER);
            return names;
        } catch (IOException e) {
            throw new BenchmarkException(folder + " cannot be read; check its permissions", e);
        }
    }

    /** Forgets a set; its images stay. */
    public void remove(String name) throws BenchmarkException {
        load(name);
        try {
            Files.delete(file(name));
            Files.delete(folder.resolve(name));
        } catch (IOException e) {
            throw new BenchmarkException(file(name) + " cannot be deleted: " + e.getMessage(), e);
        }
    }

    private Path file(String name) {
        return folder.resolve(name).resolve(FILE);
    }
}

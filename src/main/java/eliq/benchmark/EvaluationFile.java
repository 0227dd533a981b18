package eliq.benchmark;

import eliq.file.WholeFile;
import eliq.job.JobException;
import eliq.job.JobJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code evaluation.json}: everything that a report is written from. */
public final class EvaluationFile {
    public static final String NAME = "evaluation.json";

    private EvaluationFile() {}

    /** Writes it into a folder. */
    public static Path write(Path folder, Evaluation evaluation) throws BenchmarkException {
        Path file = folder.resolve(NAME);
        try {
            WholeFile.write(file, JobJson.write(evaluation));
            return file;
        } catch (IOException e) {
            throw new BenchmarkException(
                    file
                            + " cannot be written ("
                            + e.getMessage()
                            + "); check the folder and the free space",
                    e);
        }
    }

    /**
     * Reads it.
     *
     * @param place the file, or a folder that holds it
     */
    public static Evaluation read(Path place) throws BenchmarkException {
        Path file = Files.isDirectory(place) ? place.resolve(NAME) : place;
        if (!Files.isRegularFile(file)) {
            throw new BenchmarkException(
                    "There is no " + file + "; name the folder that 'eliq evaluate' wrote to");
        }
        try {
            return JobJson.read(Files.readString(file), Evaluation.class, file.toString());
        } catch (JobException e) {
            throw new BenchmarkException(
                    e.getMessage().replaceFirst("\\.$", "") + "; evaluate again", e);
        } catch (IOException e) {
            throw new BenchmarkException(
                    file + " cannot be read (" + e.getMessage() + "); evaluate again", e);
        }
    }
}

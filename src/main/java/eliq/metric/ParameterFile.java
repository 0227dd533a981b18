package eliq.metric;

import eliq.image.ContentHash;
import eliq.image.ImageException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that a metric's numbers depend on.
 *
 * @param path where it is looked for
 * @param advice how to get it where it is absent, as a sentence without a full stop
 */
public record ParameterFile(Path path, String advice) {

    /** What is missing; empty where the file is there. */
    public Optional<String> missing() {
        return Files.isRegularFile(path)
                ? Optional.empty()
                : Optional.of(path + " is not there. " + advice);
    }

    /** The file, for reading. */
    public Path require() throws MetricException {
        Optional<String> missing = missing();
        if (missing.isPresent()) {
            throw new MetricException(missing.get());
        }
        return path;
    }

    /** Its name and the first 12 digits of its SHA-256. */
    public String identity() throws MetricException {
        return identity(require());
    }

    /** The same of any file. */
    public static String identity(Path file) throws MetricException {
        try {
            return file.getFileName() + " " + ContentHash.of(file).hex().substring(0, 12);
        } catch (ImageException e) {
            throw new MetricException(e.getMessage(), e);
        }
    }
}

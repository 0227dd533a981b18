package eliq.metric;

import eliq.image.ContentHash;
import eliq.image.ImageException;
import java.io.IOException;
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

    /** The same of any file. In the Hugging Face cache a large file's name is its hash, which is taken as it is. */
    public static String identity(Path file) throws MetricException {
        try {
            String stored = file.toRealPath().getFileName().toString();
            String hash = stored.matches("[0-9a-f]{64}") ? stored : ContentHash.of(file).hex();
            return file.getFileName() + " " + hash.substring(0, 12);
        } catch (IOException | ImageException e) {
            throw new MetricException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** The same in another place. */
    public ParameterFile at(String place) throws MetricException {
        Path file = Path.of(place);
        if (!Files.isRegularFile(file)) {
            throw new MetricException("There is no file " + file);
        }
        return new ParameterFile(file, advice);
    }
}

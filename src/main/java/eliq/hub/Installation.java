package eliq.hub;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where this program lies, with the models that come with it. */
public final class Installation {
    /** System property that the launcher sets. */
    public static final String PROPERTY = "eliq.installation";

    /** Name of the backbone that comes with the program. */
    public static final String NANO = "eliq-nano";

    /** Name of the scorer that comes with it. */
    public static final String NANO_SCORER = "eliq-nano-scorer";

    private Installation() {}

    /** The folder of shipped models; absent where the program runs from nowhere in particular. */
    public static Optional<Path> models() {
        Path root = Path.of(System.getProperty(PROPERTY, "")).toAbsolutePath().normalize();
        return Optional.of(root.resolve("models")).filter(Files::isDirectory);
    }
}

package eliq.table;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Real data beside the project. */
public final class SharedData {
    private SharedData() {}

    /** A folder of it; where it is absent the test is skipped, and says so. */
    public static Path folder(String name) {
        Path root =
                Path.of(
                        Optional.ofNullable(System.getProperty("ELIQ_SHARED_DATA"))
                                .or(() -> Optional.ofNullable(System.getenv("ELIQ_SHARED_DATA")))
                                .orElse("../shared/data"));
        Path folder = root.resolve(name);
        if (!Files.isDirectory(folder)) {
            String reason = "skipped: " + folder.toAbsolutePath().normalize() + " is not there";
            System.out.println(reason);
            Assumptions.abort(reason);
        }
        return folder;
    }
}

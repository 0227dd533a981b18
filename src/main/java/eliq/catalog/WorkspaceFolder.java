package eliq.catalog;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where the workspace is unless the user says otherwise. */
public final class WorkspaceFolder {
    /** Environment variable that names the folder. */
    public static final String VARIABLE = "ELIQ_HOME";

    private WorkspaceFolder() {}

    /** {@value #VARIABLE} where it is set, else the platform's folder for application data. */
    public static Path standard() {
        return standard(
                System.getenv(),
                System.getProperty("os.name", ""),
                Path.of(System.getProperty("user.home", ".")));
    }

    static Path standard(Map<String, String> environment, String system, Path home) {
        String chosen = environment.getOrDefault(VARIABLE, "");
        if (!chosen.isBlank()) {
            return Path.of(chosen);
        }
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return set(environment, "LOCALAPPDATA", home.resolve("AppData").resolve("Local"))
                    .resolve("eliq");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("eliq");
        }
        return set(environment, "XDG_DATA_HOME", home.resolve(".local").resolve("share"))
                .resolve("eliq");
    }

    private static Path set(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        return value.isBlank() ? otherwise : Path.of(value);
    }
}

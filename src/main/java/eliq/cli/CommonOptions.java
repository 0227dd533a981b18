package eliq.cli;

import eliq.catalog.WorkspaceFolder;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What every command takes. */
final class CommonOptions {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = {
                "Workspace: catalogue, images, models and runs.",
                "Default: $ELIQ_HOME, or the platform's folder for application data."
            })
    private Path home;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress and no remarks on the error stream, errors only.")
    private boolean quiet;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean help;

    Path home() {
        return (home == null ? WorkspaceFolder.standard() : home).toAbsolutePath().normalize();
    }

    boolean quiet() {
        return quiet;
    }
}

package eliq.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Pictures of the desktop for documentation and for looking at. */
@Command(
        name = "screenshots",
        description = {
            "Takes pictures of every view of the desktop: light and dark, 1280 x 800 and 2560 x 1440, empty, loading,",
            "full and failed, over a small workspace that it makes itself. Needs no display."
        },
        footer = {"", "Example:", "  eliq screenshots pictures/"})
final class ScreenshotsCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Optional<WindowTools> window;

    @Parameters(paramLabel = "DIR", description = "Where the PNG files go.")
    private Path folder;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean help;

    ScreenshotsCommand(Terminal terminal, Optional<WindowTools> window) {
        this.terminal = terminal;
        this.window = window;
    }

    @Override
    public Integer call() throws Exception {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new UsageException(folder + " is a file; name a folder");
        }
        int written =
                BenchCommand.require(window)
                        .screenshots(folder.toAbsolutePath().normalize(), terminal.err()::println);
        terminal.err().println(written + " pictures in " + folder);
        return Failures.OK;
    }
}

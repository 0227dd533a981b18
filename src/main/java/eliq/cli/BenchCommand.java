package eliq.cli;

import eliq.report.Column;
import eliq.report.ResultWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the program itself; for developers. */
@Command(
        name = "bench",
        hidden = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Measures how fast this program is.",
        footer = {"", "Example:", "  eliq bench library --images 100000"})
final class BenchCommand extends GroupCommand {
    BenchCommand(Terminal terminal) {
        super(terminal);
    }

    static WindowTools require(Optional<WindowTools> window) throws CommandException {
        return window.orElseThrow(
                () -> new CommandException("This program was started without its desktop."));
    }

    /** The Library. */
    @Command(
            name = "library",
            description = {
                "Makes a workspace of synthetic entries on real thumbnails, opens the window over it without a display,",
                "and measures first window, scrolling, filters, orders and heap."
            },
            footer = {"", "Example:", "  eliq bench library --images 100000 --format csv"})
    static final class Library implements Callable<Integer> {
        private final Terminal terminal;
        private final Optional<WindowTools> window;

        @Option(
                names = "--images",
                paramLabel = "N",
                defaultValue = "100000",
                description = "How many. Default: ${DEFAULT-VALUE}.")
        private int images;

        @Mixin private FormatOption format;

        @Option(
                names = {"-h", "--help"},
                usageHelp = true,
                description = "Show this help and exit.")
        private boolean help;

        Library(Terminal terminal, Optional<WindowTools> window) {
            this.terminal = terminal;
            this.window = window;
        }

        @Override
        public Integer call() throws Exception {
            if (images < 1000 || images > 2_000_000) {
                throw new UsageException("--images: 1000 to 2000000, not " + images);
            }
            Map<String, Double> figures =
                    require(window).measureLibrary(images, terminal.err()::println);
            try (ResultWriter writer =
                    format.format()
                            .open(
                                    terminal.out(),
                                    List.of(
                                            Column.text("figure", "Figure"),
                                            Column.number("value", "Value", 3)))) {
                for (Map.Entry<String, Double> each : figures.entrySet()) {
                    writer.row(List.of(each.getKey(), each.getValue()));
                }
            }
            return Failures.OK;
        }
    }
}

package eliq.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The root command: names the others. */
@Command(
        name = "eliq",
        synopsisSubcommandLabel = "COMMAND",
        version = "ELIQ Workbench 0.1.0",
        description = {
            "Judges AI-generated images without human ratings.",
            "Without a command the desktop app opens."
        },
        footer = {
            "",
            "Examples:",
            "  eliq demo                         the whole method on painted scenes, in minutes",
            "  eliq score photo.png --prompt \"a red fox in snow\"",
            "  eliq score holiday/ --format csv > scores.csv",
            "",
            "Results go to the standard output, progress and messages to the error stream.",
            "Exit codes: 0 all is well, 1 something failed, 2 wrong usage."
        })
final class EliqCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version and exit.")
    private boolean version;

    EliqCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(terminal.err());
        return Failures.USAGE;
    }
}

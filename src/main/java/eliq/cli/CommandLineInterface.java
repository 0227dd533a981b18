package eliq.cli;

import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** The commands, put together. */
public final class CommandLineInterface {
    private final Terminal terminal;

    public CommandLineInterface(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Runs one command.
     *
     * @return 0 ok, 1 failure, 2 wrong usage
     */
    public int run(String... arguments) {
        try {
            return commandLine().execute(arguments);
        } finally {
            terminal.out().flush();
            terminal.err().flush();
        }
    }

    CommandLine commandLine() {
        Failures failures = new Failures(terminal);
        CommandLine root = new CommandLine(new EliqCommand(terminal));
        commands().forEach(root::addSubcommand);
        root.setOut(terminal.out())
                .setErr(terminal.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(failures::wrongUsage)
                .setExecutionExceptionHandler(failures::failed);
        return root;
    }

    private Map<String, Object> commands() {
        return Map.of();
    }

    /** The names of all commands, for tests and documentation. */
    List<String> names() {
        return List.copyOf(commandLine().getSubcommands().keySet());
    }
}

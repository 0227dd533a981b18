package eliq.cli;

import java.util.List;
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
        root.addSubcommand("demo", new DemoCommand(terminal))
                .addSubcommand("score", new ScoreCommand(terminal))
                .addSubcommand("embed", new EmbedCommand(terminal))
                .addSubcommand("pairs", pairs())
                .addSubcommand("train", train())
                .addSubcommand("degrade", new DegradeCommand(terminal))
                .addSubcommand("import", new ImportCommand(terminal))
                .addSubcommand("models", models())
                .addSubcommand("jobs", jobs());
        root.setOut(terminal.out())
                .setErr(terminal.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(failures::wrongUsage)
                .setExecutionExceptionHandler(failures::failed);
        return root;
    }

    private CommandLine pairs() {
        return new CommandLine(new PairsCommand(terminal))
                .addSubcommand("build", new BuildPairsCommand(terminal))
                .addSubcommand("list", new PairsCommand.ListSets(terminal))
                .addSubcommand("show", new PairsCommand.Show(terminal));
    }

    private CommandLine train() {
        return new CommandLine(new TrainCommand(terminal))
                .addSubcommand("critic", new TrainCriticCommand(terminal))
                .addSubcommand("scorer", new TrainScorerCommand(terminal))
                .addSubcommand("nano", new TrainNanoCommand(terminal));
    }

    private CommandLine models() {
        return new CommandLine(new ModelsCommand(terminal))
                .addSubcommand("list", new ModelsCommand.ListModels(terminal))
                .addSubcommand("pull", new PullModelCommand(terminal))
                .addSubcommand("import", new ImportModelCommand(terminal))
                .addSubcommand("remove", new ModelsCommand.Remove(terminal))
                .addSubcommand("verify", new VerifyModelsCommand(terminal));
    }

    private CommandLine jobs() {
        return new CommandLine(new JobsCommand(terminal))
                .addSubcommand("list", new JobsCommand.ListJobs(terminal))
                .addSubcommand("show", new JobsCommand.Show(terminal))
                .addSubcommand("resume", new JobsCommand.Resume(terminal))
                .addSubcommand("cancel", new JobsCommand.Cancel(terminal));
    }

    /** The names of all commands, for tests and documentation. */
    List<String> names() {
        return List.copyOf(commandLine().getSubcommands().keySet());
    }
}

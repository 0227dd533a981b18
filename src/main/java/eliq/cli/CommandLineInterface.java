package eliq.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** The commands, put together. */
public final class CommandLineInterface {
    private final Terminal terminal;
    private final Optional<WindowTools> window;

    /** Without a desktop: commands that need one say so. */
    public CommandLineInterface(Terminal terminal) {
        this(terminal, Optional.empty());
    }

    /** With what the desktop does for commands. */
    public CommandLineInterface(Terminal terminal, WindowTools window) {
        this(terminal, Optional.of(window));
    }

    private CommandLineInterface(Terminal terminal, Optional<WindowTools> window) {
        this.terminal = terminal;
        this.window = window;
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
                .addSubcommand("prompts", prompts())
                .addSubcommand("backends", backends())
                .addSubcommand("pairs", pairs())
                .addSubcommand("train", train())
                .addSubcommand("metric", metric())
                .addSubcommand("ablate", new AblateCommand(terminal))
                .addSubcommand("eras", new ErasCommand(terminal))
                .addSubcommand("degrade", new DegradeCommand(terminal))
                .addSubcommand("import", new ImportCommand(terminal))
                .addSubcommand("import-ratings", new ImportRatingsCommand(terminal))
                .addSubcommand("benchmark", benchmark())
                .addSubcommand("evaluate", new EvaluateCommand(terminal))
                .addSubcommand("correlate", new CorrelateCommand(terminal))
                .addSubcommand("monotonicity", new MonotonicityCommand(terminal))
                .addSubcommand("report", new ReportCommand(terminal))
                .addSubcommand("models", models())
                .addSubcommand("runtime", new RuntimeCommand(terminal))
                .addSubcommand("jobs", jobs())
                .addSubcommand("check", new CheckCommand(terminal, window))
                .addSubcommand("screenshots", new ScreenshotsCommand(terminal, window))
                .addSubcommand("bench", bench());
        root.setOut(terminal.out())
                .setErr(terminal.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(failures::wrongUsage)
                .setExecutionExceptionHandler(failures::failed);
        return root;
    }

    private CommandLine bench() {
        return new CommandLine(new BenchCommand(terminal))
                .addSubcommand("library", new BenchCommand.Library(terminal, window))
                .addSubcommand("reading", new BenchModelCommand.Reading(terminal))
                .addSubcommand("training", new BenchModelCommand.Training(terminal));
    }

    private CommandLine benchmark() {
        return new CommandLine(new BenchmarkCommand(terminal))
                .addSubcommand("list", new BenchmarkCommand.ListSets(terminal))
                .addSubcommand("show", new BenchmarkCommand.Show(terminal))
                .addSubcommand("leaks", new LeaksCommand(terminal))
                .addSubcommand("remove", new BenchmarkCommand.Remove(terminal));
    }

    private CommandLine prompts() {
        return new CommandLine(new PromptsCommand(terminal))
                .addSubcommand("list", new ListPromptsCommand(terminal))
                .addSubcommand("import", new ImportPromptsCommand(terminal))
                .addSubcommand("export", new ExportPromptsCommand(terminal))
                .addSubcommand("check", new CheckPromptsCommand(terminal))
                .addSubcommand("taxonomy", new TaxonomyCommand(terminal))
                .addSubcommand("label", new LabelPromptsCommand(terminal))
                .addSubcommand("generate", new GeneratePromptsCommand(terminal))
                .addSubcommand("rewrite", new RewritePromptsCommand(terminal));
    }

    private CommandLine backends() {
        return new CommandLine(new BackendsCommand(terminal))
                .addSubcommand("list", new BackendsCommand.ListBackends(terminal))
                .addSubcommand("add", new AddBackendCommand(terminal))
                .addSubcommand("remove", new BackendsCommand.Remove(terminal))
                .addSubcommand("test", new BackendsCommand.Test(terminal))
                .addSubcommand("try", new TryBackendCommand(terminal))
                .addSubcommand("prompts", new BackendsCommand.Prompts(terminal));
    }

    private CommandLine pairs() {
        return new CommandLine(new PairsCommand(terminal))
                .addSubcommand("plan", new PlanPairsCommand(terminal))
                .addSubcommand("build", new BuildPairsCommand(terminal))
                .addSubcommand("refresh", new RefreshPairsCommand(terminal))
                .addSubcommand("audit", new AuditPairsCommand(terminal))
                .addSubcommand("score", new ScorePairsCommand(terminal))
                .addSubcommand("accept", new JudgePairsCommand.Accept(terminal))
                .addSubcommand("reject", new JudgePairsCommand.Reject(terminal))
                .addSubcommand("reset", new JudgePairsCommand.Reset(terminal))
                .addSubcommand("list", new PairsCommand.ListSets(terminal))
                .addSubcommand("show", new PairsCommand.Show(terminal));
    }

    private CommandLine metric() {
        return new CommandLine(new MetricCommand(terminal))
                .addSubcommand("list", new MetricListCommand(terminal))
                .addSubcommand("add", new MetricAddCommand(terminal))
                .addSubcommand("fit", new MetricFitCommand(terminal));
    }

    private CommandLine train() {
        return new CommandLine(new TrainCommand(terminal))
                .addSubcommand("critic", new TrainCriticCommand(terminal))
                .addSubcommand("keep", new KeepCheckpointCommand(terminal))
                .addSubcommand("scorer", new TrainScorerCommand(terminal))
                .addSubcommand("nano", new TrainNanoCommand(terminal));
    }

    private CommandLine models() {
        return new CommandLine(new ModelsCommand(terminal))
                .addSubcommand("list", new ModelsCommand.ListModels(terminal))
                .addSubcommand("show", new ShowModelCommand(terminal))
                .addSubcommand("pull", new PullModelCommand(terminal))
                .addSubcommand("import", new ImportModelCommand(terminal))
                .addSubcommand("pack", new PackModelCommand(terminal))
                .addSubcommand("random", new RandomModelCommand(terminal))
                .addSubcommand("budget", new ModelBudgetCommand(terminal))
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

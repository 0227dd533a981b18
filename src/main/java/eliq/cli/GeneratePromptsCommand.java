package eliq.cli;

import eliq.prompts.Category;
import eliq.prompts.ChatSettings;
import eliq.prompts.GeneratePrompts;
import eliq.prompts.GeneratedPrompts;
import eliq.prompts.GenerationPlan;
import eliq.prompts.Prompt;
import eliq.prompts.PromptWriter;
import eliq.report.Column;
import eliq.report.ResultFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Has a language model write prompts. */
@Command(
        name = "generate",
        description = {
            "Has a language model write prompts, spread evenly over the categories and their sub-concepts. Each is checked",
            "(length, language, category, realistic content, no duplicate) before it goes into the workspace.",
            "The key is read from $OPENAI_API_KEY; a server of your own mostly needs none. A job that stops is resumed",
            "without asking anything twice."
        },
        footer = {
            "",
            "Examples:",
            "  eliq prompts generate --count 400 --model gpt-4o-mini --max-requests 80",
            "  eliq prompts generate --count 70 --model qwen3:8b --base-url http://127.0.0.1:11434/v1 --out new.csv",
            "  eliq prompts generate --count 20 --category food --model my-model --dry-run"
        })
final class GeneratePromptsCommand extends WorkbenchCommand {
    private static final List<Column> COLUMNS =
            List.of(Column.text("prompt", "Prompt"), Column.text("categories", "Categories"));
    private static final List<Column> PLAN =
            List.of(
                    Column.text("category", "Category"),
                    Column.text("sub_concept", "Sub-concept"),
                    Column.text("prompts", "Prompts"),
                    Column.text("requests", "Requests"),
                    Column.text("tokens", "Tokens, about"),
                    Column.text("question", "Question"));

    @Option(
            names = "--count",
            paramLabel = "N",
            required = true,
            description = "Prompts to write in all.")
    private int count;

    @Option(
            names = "--category",
            paramLabel = "NAME",
            description = "Of this category; may be given several times. Default: all seven.")
    private List<String> categories;

    @Option(
            names = "--words",
            paramLabel = "LEAST..MOST",
            defaultValue = "8..30",
            description = "Length of a prompt. Default: ${DEFAULT-VALUE}.")
    private String words;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "10",
            description = "Prompts asked for at once, 1 to 50. Default: ${DEFAULT-VALUE}.")
    private int batch;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Chooses example words, and is sent to the server. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Also to a .csv, .jsonl or .txt file.")
    private Path out;

    @Option(names = "--dry-run", description = "Print what would be asked; send nothing.")
    private boolean dryRun;

    @Mixin private ChatOptions chat;

    @Mixin private TaxonomyOption taxonomy;

    @Mixin private FormatOption format;

    GeneratePromptsCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void check() throws UsageException {
        taxonomy.check();
        parameters(Map.of(), Optional.empty());
    }

    private GeneratePrompts parameters(Map<String, String> environment, Optional<String> own)
            throws UsageException {
        ChatSettings settings =
                chat.settings(environment)
                        .orElseThrow(
                                () ->
                                        new UsageException(
                                                "Name the language model with --model, and its server with"
                                                        + " --base-url unless it is OpenAI's"));
        List<Category> wanted = new ArrayList<>();
        for (String name : categories == null ? List.<String>of() : categories) {
            wanted.add(
                    Category.named(name)
                            .orElseThrow(
                                    () ->
                                            new UsageException(
                                                    "--category: there is no '"
                                                            + name
                                                            + "'; they are "
                                                            + Category.titles())));
        }
        if (!words.matches("\\d{1,3}\\.\\.\\d{1,3}")) {
            throw new UsageException("--words is '" + words + "'; write it as 8..30");
        }
        String[] limits = words.split("\\.\\.");
        try {
            GeneratePrompts usual = GeneratePrompts.of(count, settings);
            return new GeneratePrompts(
                    count,
                    wanted.isEmpty() ? usual.categories() : wanted.stream().distinct().toList(),
                    Integer.parseInt(limits[0]),
                    Integer.parseInt(limits[1]),
                    batch,
                    usual.alike(),
                    seed,
                    settings,
                    chat.budget(),
                    own);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    @Override
    int run(Session session) throws Exception {
        GeneratePrompts parameters =
                parameters(session.terminal().environment(), taxonomy.text(session));
        if (dryRun) {
            plan(session, parameters);
            return Failures.OK;
        }
        GeneratedPrompts result = session.run(session.workbench().generatePrompts(), parameters);
        List<Prompt> prompts = result.prompts();
        if (out != null) {
            PromptWriter.write(out, prompts);
        }
        List<List<?>> rows = new ArrayList<>();
        prompts.forEach(
                p -> rows.add(List.of(p.text(), ListPromptsCommand.titles(p.categories()))));
        session.print(format.format(), COLUMNS, rows);
        return report(session, result);
    }

    private static int report(Session session, GeneratedPrompts result) {
        session.display()
                .say(
                        result.accepted()
                                + " prompts written with "
                                + result.requests()
                                + " requests and "
                                + result.tokens()
                                + " tokens; not taken: "
                                + (result.rejected().isEmpty()
                                        ? "none"
                                        : new java.util.TreeMap<>(result.rejected())
                                                .toString()
                                                .replaceAll("[{}]", "")
                                                .replace('=', ' '))
                                + (result.unreadable() > 0
                                        ? "; answers without a prompt: " + result.unreadable()
                                        : "")
                                + ".");
        if (result.missing().isEmpty()) {
            return Failures.OK;
        }
        int missing = result.missing().stream().mapToInt(GeneratedPrompts.Shortfall::prompts).sum();
        session.display()
                .complain(
                        missing
                                + " prompts are missing, of "
                                + result.missing().size()
                                + " sub-concepts: "
                                + (result.budgetSpent()
                                        ? "the budget is spent. Run again with --count "
                                                + missing
                                                + "."
                                        : "the model found nothing new. Try another --seed, --temperature or model."));
        return Failures.FAILURE;
    }

    private void plan(Session session, GeneratePrompts parameters) throws Exception {
        GenerationPlan plan = GenerationPlan.of(parameters);
        boolean table = format.format() == ResultFormat.TABLE;
        List<List<?>> rows = new ArrayList<>();
        for (GenerationPlan.Step step : plan.steps()) {
            rows.add(
                    List.of(
                            step.category().title(),
                            step.concept(),
                            step.prompts(),
                            step.requests(),
                            step.tokens(),
                            table ? Optional.empty() : step.question()));
        }
        session.print(format.format(), PLAN, rows);
        session.display()
                .say(
                        plan.prompts()
                                + " prompts with at least "
                                + plan.requests()
                                + " requests to "
                                + plan.endpoint()
                                + " (model "
                                + parameters.chat().model()
                                + "), about "
                                + plan.tokens()
                                + " tokens. Nothing was sent."
                                + (plan.affordable() ? "" : " The budget is not enough for that."));
        if (table && !plan.steps().isEmpty()) {
            session.display().say("The first question:\n" + plan.steps().getFirst().question());
        }
    }
}

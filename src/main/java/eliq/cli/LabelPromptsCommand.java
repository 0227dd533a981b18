package eliq.cli;

import eliq.prompts.LabelPrompts;
import eliq.prompts.LabelledPrompts;
import eliq.prompts.Prompt;
import eliq.report.Column;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Gives prompts their categories. */
@Command(
        name = "label",
        description = {
            "Gives prompts their categories, several where they fit: by the words of the taxonomy and, with --model, by a",
            "language model where the words are not enough. Without one, these stay marked uncertain.",
            "Labels are stored with prompts of the workspace; a FILE's prompts need not be there."
        },
        footer = {
            "",
            "Examples:",
            "  eliq prompts label",
            "  eliq prompts label mine.csv --format csv > labelled.csv",
            "  eliq prompts label --model gpt-4o-mini --max-requests 20",
            "  eliq prompts label mine.txt --model qwen3:8b --base-url http://127.0.0.1:11434/v1"
        })
final class LabelPromptsCommand extends WorkbenchCommand {
    private static final List<Column> COLUMNS =
            List.of(
                    Column.text("prompt", "Prompt"),
                    Column.text("categories", "Categories"),
                    Column.number("confidence", "Confidence", 2),
                    Column.text("certain", "Certain"),
                    Column.text("labeller", "By"),
                    Column.text("evidence", "Words"));

    @Mixin private PromptSource source;

    @Option(names = "--again", description = "Also those that have certain categories already.")
    private boolean again;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "20",
            description = "Prompts in one question, 1 to 50. Default: ${DEFAULT-VALUE}.")
    private int batch;

    @Mixin private ChatOptions chat;

    @Mixin private TaxonomyOption taxonomy;

    @Mixin private FormatOption format;

    LabelPromptsCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void check() throws UsageException {
        source.check();
        taxonomy.check();
        if (batch < 1 || batch > 50) {
            throw new UsageException("--batch is " + batch + "; it must be 1 to 50");
        }
        chat.settings(java.util.Map.of());
        chat.budget();
    }

    @Override
    int run(Session session) throws Exception {
        LabelPrompts parameters =
                new LabelPrompts(
                        source.ofWorkspace()
                                ? List.of()
                                : source.prompts(session).stream().map(Prompt::text).toList(),
                        again,
                        chat.settings(session.terminal().environment()),
                        batch,
                        chat.budget(),
                        taxonomy.text(session));
        LabelledPrompts result = session.run(session.workbench().labelPrompts(), parameters);
        List<List<?>> rows = new ArrayList<>();
        for (LabelledPrompts.Labelled each : result.read()) {
            rows.add(
                    List.of(
                            format.shown(each.prompt()),
                            ListPromptsCommand.titles(each.labels().categories()),
                            each.labels().confidence(),
                            each.labels().certain() ? "yes" : "no",
                            each.labels().labeller(),
                            format.shown(String.join(", ", each.labels().evidence()))));
        }
        session.print(format.format(), COLUMNS, rows);
        session.display()
                .say(
                        result.certain()
                                + " certain, "
                                + result.uncertain()
                                + " uncertain"
                                + (result.requests() > 0
                                        ? "; "
                                                + result.byModel()
                                                + " by the language model, "
                                                + result.requests()
                                                + " requests, "
                                                + result.tokens()
                                                + " tokens"
                                        : "")
                                + ".");
        if (result.budgetSpent()) {
            session.display().complain("The budget is spent; the rest stays uncertain.");
            return Failures.FAILURE;
        }
        return Failures.OK;
    }
}

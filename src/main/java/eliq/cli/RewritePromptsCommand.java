package eliq.cli;

import eliq.catalog.PromptRewrite;
import eliq.prompts.Prompt;
import eliq.prompts.RewriteKind;
import eliq.prompts.RewritePrompts;
import eliq.prompts.RewrittenPrompts;
import eliq.report.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes worse and other versions of prompts. */
@Command(
        name = "rewrite",
        description = {
            "Makes versions of prompts for negatives: degraded (technical faults), spoiled (ugly), and changed in one thing",
            "(object, attribute, count, relation, action, scene). By rules or, with --model, by a language model, and by",
            "rules what it leaves out. They are kept in the workspace, where 'eliq pairs build' finds them."
        },
        footer = {
            "",
            "Examples:",
            "  eliq prompts rewrite --prompt \"Two red cars on a city street at night\"",
            "  eliq prompts rewrite --bank --kind degraded --strength 0.3,0.6,1",
            "  eliq prompts rewrite mine.csv --model qwen3:8b --base-url http://127.0.0.1:11434/v1 --max-requests 500"
        })
final class RewritePromptsCommand extends WorkbenchCommand {
    private static final List<Column> COLUMNS =
            List.of(
                    Column.text("prompt", "Prompt"),
                    Column.text("kind", "Kind"),
                    Column.number("strength", "Strength", 2),
                    Column.text("version", "Version"),
                    Column.text("change", "Change"),
                    Column.text("writer", "By"),
                    Column.text("seed", "Seed"));

    @Mixin private PromptSource source;

    @Option(names = "--prompt", paramLabel = "TEXT", description = "One prompt instead.")
    private String prompt;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            split = ",",
            description = "${COMPLETION-CANDIDATES}. Default: all.")
    private List<RewriteKind> kinds;

    @Option(
            names = "--strength",
            paramLabel = "X",
            split = ",",
            defaultValue = "0.6",
            description =
                    "Of degraded and spoiled versions, 0 to 1; one set of versions for each. Default: ${DEFAULT-VALUE}.")
    private List<Double> strengths;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Another one gives other versions. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Mixin private ChatOptions chat;

    @Mixin private FormatOption format;

    RewritePromptsCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void check() throws UsageException {
        source.check();
        if (prompt != null && (!source.ofWorkspace() || prompt.isBlank())) {
            throw new UsageException("Give --prompt with a text, or FILE, or --bank");
        }
        for (double strength : strengths) {
            if (!(strength >= 0 && strength <= 1)) {
                throw new UsageException("--strength is " + strength + "; it must be 0 to 1");
            }
        }
        chat.settings(Map.of());
        chat.budget();
    }

    @Override
    int run(Session session) throws Exception {
        List<String> texts =
                prompt != null
                        ? List.of(prompt)
                        : source.prompts(session).stream().map(Prompt::text).toList();
        if (texts.isEmpty()) {
            throw new CommandException(
                    "The workspace has no prompts; import some, or name a FILE or --bank");
        }
        RewritePrompts parameters =
                new RewritePrompts(
                        texts,
                        prompt != null ? "command line" : source.name(),
                        kinds == null ? List.of(RewriteKind.values()) : kinds,
                        strengths,
                        seed,
                        chat.settings(session.terminal().environment()),
                        chat.budget());
        RewrittenPrompts result = session.run(session.workbench().rewritePrompts(), parameters);
        session.print(format.format(), COLUMNS, rows(session, parameters));
        session.display()
                .say(
                        result.written().values().stream().mapToInt(Integer::intValue).sum()
                                + " versions of "
                                + result.prompts()
                                + " prompts; "
                                + result.impossible()
                                + " not possible"
                                + (result.requests() > 0
                                        ? "; "
                                                + result.requests()
                                                + " requests, "
                                                + result.tokens()
                                                + " tokens"
                                        : "")
                                + ".");
        if (result.budgetSpent()) {
            session.display().complain("The budget is spent; run the same command again to go on.");
            return Failures.FAILURE;
        }
        return Failures.OK;
    }

    private List<List<?>> rows(Session session, RewritePrompts parameters) throws Exception {
        List<List<?>> rows = new ArrayList<>();
        for (String text : parameters.prompts().stream().distinct().toList()) {
            long id =
                    session.workbench()
                            .catalog()
                            .prompts()
                            .find(text)
                            .map(eliq.catalog.Prompt::id)
                            .orElse(-1L);
            for (PromptRewrite r : session.workbench().catalog().prompts().rewrites(id)) {
                long first = parameters.seed();
                boolean asked =
                        parameters.kinds().stream().anyMatch(k -> k.key().equals(r.kind()))
                                && r.seed() >= first
                                && r.seed() < first + parameters.strengths().size();
                if (asked) {
                    rows.add(
                            List.of(
                                    format.shown(text),
                                    r.kind(),
                                    r.strength(),
                                    format.shown(r.text()),
                                    format.shown(r.change()),
                                    r.writer(),
                                    r.seed()));
                }
            }
        }
        return rows;
    }
}

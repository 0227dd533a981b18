package eliq.cli;

import eliq.prompts.NearDuplicates;
import eliq.prompts.Prompt;
import eliq.report.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks prompts over. */
@Command(
        name = "check",
        description = {
            "Looks prompts over: too short or too long, and those that say nearly the same as another.",
            "Ends with 1 where something was found. For their balance see 'eliq prompts list --summary'."
        },
        footer = {
            "",
            "Examples:",
            "  eliq prompts check mine.csv",
            "  eliq prompts check --alike 0.5 --format csv"
        })
final class CheckPromptsCommand extends WorkbenchCommand {
    private static final List<Column> COLUMNS =
            List.of(
                    Column.text("prompt", "Prompt"),
                    Column.text("finding", "Finding"),
                    Column.text("other", "Other"));

    @Mixin private PromptSource source;

    @Option(
            names = "--alike",
            paramLabel = "SHARE",
            defaultValue = "0.7",
            description =
                    "Share of common words from which two are the same. Default: ${DEFAULT-VALUE}.")
    private double alike;

    @Option(
            names = "--least-words",
            paramLabel = "N",
            defaultValue = "2",
            description = "Default: 2.")
    private int least;

    @Option(
            names = "--most-words",
            paramLabel = "N",
            defaultValue = "60",
            description = "Default: 60.")
    private int most;

    @Mixin private FormatOption format;

    CheckPromptsCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void check() throws UsageException {
        source.check();
        if (!(alike > 0 && alike <= 1)) {
            throw new UsageException("--alike is " + alike + "; it must be above 0, to 1");
        }
    }

    @Override
    int run(Session session) throws Exception {
        NearDuplicates seen = new NearDuplicates(alike);
        List<List<?>> rows = new ArrayList<>();
        List<Prompt> prompts = source.prompts(session);
        for (Prompt prompt : prompts) {
            int words = prompt.text().split("\\s+").length;
            if (words < least || words > most) {
                rows.add(List.of(format.shown(prompt.text()), words + " words", Optional.empty()));
            }
            seen.of(prompt.text())
                    .ifPresent(
                            other ->
                                    rows.add(
                                            List.of(
                                                    format.shown(prompt.text()),
                                                    "says the same",
                                                    format.shown(other))));
            seen.add(prompt.text());
        }
        session.print(format.format(), COLUMNS, rows);
        session.display().say(prompts.size() + " prompts, " + rows.size() + " findings.");
        return rows.isEmpty() ? Failures.OK : Failures.FAILURE;
    }
}

package eliq.cli;

import eliq.prompts.Prompt;
import eliq.prompts.PromptIntake;
import eliq.report.Column;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Brings prompts into the workspace. */
@Command(
        name = "import",
        description = {
            "Brings prompts into the workspace: from a table (which columns were taken is said), JSON lines, or one a",
            "line. Prompts that are there already are known again; categories in the file are kept with them."
        },
        footer = {
            "",
            "Examples:",
            "  eliq prompts import mine.csv",
            "  eliq prompts import --bank"
        })
final class ImportPromptsCommand extends WorkbenchCommand {
    @Mixin private PromptSource source;

    @Mixin private FormatOption format;

    ImportPromptsCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void check() throws UsageException {
        source.check();
        if (source.ofWorkspace()) {
            throw new UsageException("Name a FILE, or --bank for the shipped prompts");
        }
    }

    @Override
    int run(Session session) throws Exception {
        List<Prompt> prompts = source.prompts(session);
        int labelled = (int) prompts.stream().filter(p -> !p.categories().isEmpty()).count();
        int added = PromptIntake.add(session.workbench().catalog(), prompts, source.name());
        session.print(
                format.format(),
                List.of(
                        Column.text("added", "Added"),
                        Column.text("known", "Known"),
                        Column.text("labelled", "With categories"),
                        Column.text("skipped", "Left out")),
                List.of(List.of(added, prompts.size() - added, labelled, source.skipped())));
        return source.skipped() == 0 ? Failures.OK : Failures.FAILURE;
    }
}

package eliq.cli;

import eliq.prompts.Category;
import eliq.prompts.Prompt;
import eliq.prompts.PromptBank;
import eliq.prompts.PromptWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes prompts to a file. */
@Command(
        name = "export",
        description = {
            "Writes the workspace's prompts and their categories to a file: .csv, .jsonl, or .txt (prompts alone)."
        },
        footer = {
            "",
            "Examples:",
            "  eliq prompts export prompts.csv",
            "  eliq prompts export food.jsonl --bank --category food"
        })
final class ExportPromptsCommand extends WorkbenchCommand {
    @Parameters(paramLabel = "FILE", description = "Its name says the form.")
    private Path file;

    @Option(names = "--bank", description = "The shipped prompts instead.")
    private boolean bank;

    @Option(names = "--category", paramLabel = "NAME", description = "Of one category only.")
    private String category;

    ExportPromptsCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void check() throws UsageException {
        if (category != null && Category.named(category).isEmpty()) {
            throw new UsageException(
                    "--category: there is no '" + category + "'; they are " + Category.titles());
        }
        if (!file.getFileName().toString().matches("(?i).*\\.(csv|jsonl|txt)")) {
            throw new UsageException(
                    file + ": the name must end in .csv, .jsonl or .txt, which says the form");
        }
    }

    @Override
    int run(Session session) throws Exception {
        List<Prompt> prompts =
                bank ? PromptBank.shipped().prompts() : PromptSource.ofCatalogue(session);
        if (category != null) {
            Category wanted = Category.named(category).orElseThrow();
            prompts = prompts.stream().filter(p -> p.categories().contains(wanted)).toList();
        }
        PromptWriter.write(file, prompts);
        session.display().say(prompts.size() + " prompts written to " + file + ".");
        return Failures.OK;
    }
}

package eliq.cli;

import eliq.library.ImportImages;
import eliq.library.ImportedImages;
import eliq.report.Column;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings images into the catalogue. */
@Command(
        name = "import",
        description = {
            "Brings images and their prompts into the catalogue. The files stay where they are.",
            "A prompt is taken from --prompt, from --prompts, from a .txt file of the same name, or from",
            "what the generator left in the image, in this order."
        },
        footer = {
            "",
            "Examples:",
            "  eliq import renders/",
            "  eliq import renders/ --prompts prompts.csv --copy"
        })
final class ImportCommand extends WorkbenchCommand {
    @Parameters(
            arity = "1..*",
            paramLabel = "IMAGE|DIR",
            description = "Images, and folders with images at any depth.")
    private List<Path> sources;

    @Mixin private ImagePromptOptions prompts;

    @Option(names = "--copy", description = "Keep a copy of each image in the workspace.")
    private boolean copy;

    @Mixin private FormatOption format;

    ImportCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void check() throws UsageException {
        prompts.check();
    }

    @Override
    int run(Session session) throws Exception {
        ImportImages parameters =
                new ImportImages(sources, prompts.table(), prompts.prompt(), copy);
        ImportedImages result = session.run(session.workbench().importImages(), parameters);
        result.folderProblems().forEach(session.display()::complain);
        result.problems().forEach(p -> session.display().complain(p.reason()));
        session.print(
                format.format(),
                List.of(
                        Column.text("added", "Added"),
                        Column.text("known", "Known"),
                        Column.text("with_prompt", "With prompt"),
                        Column.text("skipped", "Not images"),
                        Column.text("failed", "Failed")),
                List.of(
                        List.of(
                                result.added(),
                                result.known(),
                                result.withPrompt(),
                                result.skipped(),
                                result.problems().size())));
        boolean whole = result.problems().isEmpty() && result.folderProblems().isEmpty();
        return whole ? Failures.OK : Failures.FAILURE;
    }
}

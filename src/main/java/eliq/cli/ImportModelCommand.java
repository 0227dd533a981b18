package eliq.cli;

import eliq.hub.ImportModel;
import eliq.hub.ImportedModel;
import eliq.report.Column;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A model that lies in a folder. */
@Command(
        name = "import",
        description = {
            "Makes a model in a folder known by a name: where it lies, or as a copy in the workspace.",
            "(--model takes any folder as it is, too; a name is shorter and is listed.)"
        },
        footer = {
            "",
            "Examples:",
            "  eliq models import /data/Qwen3-VL-8B-Instruct",
            "  eliq models import critic-of-april --name april --copy"
        })
final class ImportModelCommand extends WorkbenchCommand {
    @Parameters(
            paramLabel = "DIR",
            description =
                    "Folder with a checkpoint in the Hugging Face layout, a critic or a scorer.")
    private Path folder;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Name for --model. Default: that of the folder.")
    private String name;

    @Option(names = "--copy", description = "Copy the files instead of remembering where they are.")
    private boolean copy;

    @Mixin private FormatOption format;

    ImportModelCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void check() throws UsageException {
        if (!Files.isDirectory(folder)) {
            throw new UsageException("there is no folder " + folder);
        }
    }

    @Override
    int run(Session session) throws Exception {
        Path last = folder.toAbsolutePath().normalize().getFileName();
        String chosen = name != null ? name : last == null ? "" : last.toString();
        ImportedModel imported =
                session.run(
                        session.workbench().importModel(), new ImportModel(folder, chosen, copy));
        session.print(
                format.format(),
                List.of(
                        Column.text("model", "Model"),
                        Column.text("kind", "Kind"),
                        Column.text("bytes", "Size"),
                        Column.text("path", "Path")),
                List.of(
                        List.of(
                                imported.name(),
                                imported.kind().key(),
                                ModelsCommand.bytes(imported.bytes(), format.format()),
                                imported.folder().toString())));
        return Failures.OK;
    }
}

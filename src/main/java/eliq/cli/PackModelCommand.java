package eliq.cli;

import eliq.report.Column;
import eliq.scorer.PackedScorer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A scorer to give away. */
@Command(
        name = "pack",
        description = {
            "Copies a scorer together with its critic's adapter into one folder that can be given away: its",
            "files name no folder of this machine. The model that the critic was tuned from is not copied;",
            "where the folder is used, it has to be there under its name. The copy scores like the original."
        },
        footer = {
            "",
            "Examples:",
            "  eliq models pack my-scorer --out my-scorer-1.0",
            "  eliq models pack demo-1-scorer --out /media/stick/april --name april"
        })
final class PackModelCommand extends WorkbenchCommand {
    @Parameters(paramLabel = "SCORER", description = "Name or folder of a scorer.")
    private String scorer;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Folder to write; must not be there yet.")
    private Path out;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Name of the copy. Default: that of the folder.")
    private String name;

    @Mixin private FormatOption format;

    PackModelCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void check() throws UsageException {
        if (Files.exists(out)) {
            throw new UsageException(out + " is there already; name another folder (--out)");
        }
    }

    @Override
    int run(Session session) throws Exception {
        Path target = out.toAbsolutePath().normalize();
        String chosen = name != null ? name : target.getFileName().toString();
        Path source = session.workbench().models().find(scorer);
        PackedScorer.write(source, chosen, target, session.workbench().backbones());
        session.print(
                format.format(),
                List.of(Column.text("scorer", "Scorer"), Column.text("path", "Path")),
                List.of(List.of(chosen, target.toString())));
        return Failures.OK;
    }
}

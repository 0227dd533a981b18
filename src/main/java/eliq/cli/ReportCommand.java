package eliq.cli;

import eliq.benchmark.Evaluation;
import eliq.benchmark.EvaluationFile;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the report of an evaluation again. */
@Command(
        name = "report",
        description = {
            "Writes the report of an evaluation again, in the forms that are wanted, from its evaluation.json. Nothing",
            "is computed anew, so that every form has the same numbers."
        },
        footer = {
            "",
            "Examples:",
            "  eliq report evaluation-agiqa-3k --form latex,markdown",
            "  eliq report evaluation-agiqa-3k --out paper/ --form pdf"
        })
final class ReportCommand extends WorkbenchCommand {
    @Parameters(
            paramLabel = "DIR",
            description = "Folder that 'eliq evaluate' or 'eliq correlate' wrote to.")
    private Path folder;

    @Option(names = "--out", paramLabel = "DIR", description = "Default: the same folder.")
    private Path out;

    @Mixin private ReportForms forms;

    ReportCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void check() throws UsageException {
        if (!Files.exists(folder)) {
            throw new UsageException("There is no " + folder);
        }
    }

    @Override
    int run(Session session) throws Exception {
        Evaluation evaluation = EvaluationFile.read(folder);
        Path place = Files.isDirectory(folder) ? folder : folder.toAbsolutePath().getParent();
        forms.write(session, evaluation, (out == null ? place : out).toAbsolutePath().normalize());
        return Failures.OK;
    }
}

package eliq.cli;

import eliq.hub.VerifiedModels;
import eliq.hub.VerifiedModels.VerifiedFile;
import eliq.hub.VerifyModels;
import eliq.report.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Whether models are what they should be. */
@Command(
        name = "verify",
        description = {
            "Reads models through: files that came from a hub against its SHA-256, all others for their form.",
            "Ends with exit code 1 if anything is damaged or missing."
        },
        footer = {
            "",
            "Columns: model, file, state (verified: its digest is the hub's; readable: there is no digest to hold",
            "it to, its form is right; damaged; missing), bytes, reason.",
            "",
            "Examples:",
            "  eliq models verify",
            "  eliq models verify Qwen/Qwen3-VL-2B-Instruct",
            "  eliq models pull Qwen/Qwen3-VL-2B-Instruct --check      fetches what is damaged again"
        })
final class VerifyModelsCommand extends WorkbenchCommand {
    private static final List<Column> COLUMNS =
            List.of(
                    Column.text("model", "Model"),
                    Column.text("file", "File"),
                    Column.text("state", "State"),
                    Column.text("bytes", "Size"),
                    Column.text("reason", "Reason"));

    @Parameters(
            arity = "0..*",
            paramLabel = "MODEL",
            description = "Names, as they are listed. Default: all.")
    private List<String> models = List.of();

    @Mixin private FormatOption format;

    VerifyModelsCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    int run(Session session) throws Exception {
        VerifiedModels result =
                session.run(session.workbench().verifyModels(), new VerifyModels(models));
        List<List<?>> rows = new ArrayList<>();
        for (VerifiedFile file : result.files()) {
            rows.add(
                    List.of(
                            file.model(),
                            file.file(),
                            file.state().name().toLowerCase(Locale.ROOT),
                            ModelsCommand.bytes(file.bytes(), format.format()),
                            file.reason()));
        }
        session.print(format.format(), COLUMNS, rows);
        boolean good = result.files().stream().allMatch(VerifiedFile::isGood);
        if (!good) {
            session.display()
                    .complain(
                            "Some files are damaged or missing; 'eliq models pull MODEL --check' fetches those of"
                                    + " a hub again.");
        }
        return good ? Failures.OK : Failures.FAILURE;
    }
}

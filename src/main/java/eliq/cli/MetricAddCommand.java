package eliq.cli;

import eliq.metric.script.ScriptShelf;
import eliq.report.Column;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a metric, or a metric's parameters, into the workspace. */
@Command(
        name = "add",
        description = {
            "Brings a metric into the workspace: a TorchScript file with its card, or the authors' model file of NIQE",
            "or IL-NIQE."
        },
        footer = {
            "",
            "The card is a JSON file: name, source, lower_is_better; input with size, fit, range, mean, std, smallest,",
            "largest; text with context. docs/metrics.md describes it, and how to export a metric of pyiqa.",
            "A TorchScript file is code: add only what you trust. It is tried on a grey ramp before it is kept.",
            "",
            "Examples:",
            "  eliq metric add arniqa.pt --card arniqa.json",
            "  eliq metric add niqe_modelparameters.mat"
        })
final class MetricAddCommand extends WorkbenchCommand {
    private static final List<Column> COLUMNS =
            List.of(
                    Column.text("name", "Name"),
                    Column.text("folder", "Kept in"),
                    Column.number("trial", "Trial score", 4));

    @Parameters(paramLabel = "FILE", description = "A TorchScript file, or a MATLAB file (.mat).")
    private Path file;

    @Option(
            names = "--card",
            paramLabel = "CARD.json",
            description = "What the TorchScript file takes and means.")
    private Path card;

    @Option(
            names = "--tokenizer",
            paramLabel = "FILE",
            description =
                    "tokenizer.json of a metric that takes a text. Default: the one beside the card.")
    private Path tokenizer;

    @Mixin private FormatOption format;

    MetricAddCommand(Terminal terminal) {
        super(terminal);
    }

    private boolean matlab() {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".mat");
    }

    @Override
    void check() throws UsageException {
        if (!Files.isRegularFile(file)) {
            throw new UsageException("There is no file " + file);
        }
        if (!matlab() && card == null) {
            throw new UsageException("A TorchScript file needs its card: give --card");
        }
    }

    @Override
    int run(Session session) throws Exception {
        if (matlab()) {
            String name = session.workbench().baselines().pristine().add(file);
            Path kept = session.workbench().baselines().pristine().file(name);
            session.print(format.format(), COLUMNS, List.of(List.of(name, kept, Optional.empty())));
            return Failures.OK;
        }
        session.display().update("trying the metric", 0, 0, "");
        ScriptShelf.Added added =
                session.workbench()
                        .baselines()
                        .scripts()
                        .add(
                                file,
                                card,
                                Optional.ofNullable(tokenizer),
                                session.workbench().baselines().metrics().builtIn());
        session.print(
                format.format(),
                COLUMNS,
                List.of(List.of(added.facts().name(), added.folder(), added.trial())));
        return Failures.OK;
    }
}

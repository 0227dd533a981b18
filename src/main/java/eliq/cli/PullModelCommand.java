package eliq.cli;

import eliq.hub.HubException;
import eliq.hub.PullModel;
import eliq.hub.PullPlan;
import eliq.hub.PulledModel;
import eliq.report.Column;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches models. */
@Command(
        name = "pull",
        description = {
            "Fetches models from a hub into the Hugging Face cache: of each the files that a checkpoint",
            "needs. What is there already is used, what was cut off is gone on with, and nothing appears",
            "under its name before its SHA-256 was checked."
        },
        footer = {
            "",
            "Columns: model, commit, files, bytes (of these files), fetched (bytes that came over the network)",
            "and path. Environment: HF_HOME, HF_HUB_CACHE, HF_TOKEN, HF_ENDPOINT, HF_HUB_OFFLINE.",
            "",
            "Examples:",
            "  eliq models pull Qwen/Qwen3-VL-2B-Instruct",
            "  eliq models pull Qwen/Qwen3-VL-8B-Instruct@main --format json",
            "  eliq models pull laion/CLIP-ViT-H-14-laion2B-s32B-b79K --include open_clip_pytorch_model.bin",
            "  eliq models pull Qwen/Qwen3-VL-2B-Instruct --check",
            "  eliq models pull Qwen/Qwen3-VL-2B-Instruct --dry-run"
        })
final class PullModelCommand extends WorkbenchCommand {
    private static final List<Column> COLUMNS =
            List.of(
                    Column.text("model", "Model"),
                    Column.text("commit", "Commit"),
                    Column.text("files", "Files"),
                    Column.text("bytes", "Size"),
                    Column.text("fetched", "Fetched"),
                    Column.text("path", "Path"));

    private static final List<Column> PLAN =
            List.of(
                    Column.text("model", "Model"),
                    Column.text("commit", "Commit"),
                    Column.text("files", "Files"),
                    Column.text("bytes", "Size"),
                    Column.text("missing", "To fetch"),
                    Column.text("path", "Into"),
                    Column.text("from", "From"),
                    Column.text("fits", "Fits"));

    @Parameters(
            arity = "1..*",
            paramLabel = "ORG/NAME[@REVISION]",
            description = "Repositories; a revision is a branch, a tag or a commit. Default: main.")
    private List<String> models;

    @Option(
            names = "--include",
            paramLabel = "PATTERN",
            description =
                    "Fetch the files that match instead (* any characters, ? one); may be repeated.")
    private List<String> include = List.of();

    @Option(
            names = "--check",
            description = "Hash what is there already, and fetch again what is damaged.")
    private boolean check;

    @Option(
            names = "--dry-run",
            description =
                    "Only say what would be fetched, from where, and whether there is room; the hub is asked.")
    private boolean dryRun;

    @Mixin private FormatOption format;

    PullModelCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    int run(Session session) throws Exception {
        return dryRun ? plan(session) : pull(session);
    }

    private int plan(Session session) throws Exception {
        List<List<?>> rows = new ArrayList<>();
        boolean whole = true;
        for (String model : models) {
            try {
                PullPlan plan =
                        session.workbench().pullModel().plan(new PullModel(model, include, check));
                rows.add(
                        List.of(
                                plan.model(),
                                plan.commit(),
                                plan.files(),
                                ModelsCommand.bytes(plan.bytes(), format.format()),
                                ModelsCommand.bytes(plan.missing(), format.format()),
                                plan.cache().toString(),
                                plan.from().toString(),
                                plan.fits() ? "yes" : "no"));
                whole &= plan.fits();
            } catch (HubException e) {
                session.display().complain("eliq: " + Failures.sentence(e.getMessage()));
                whole = false;
            }
        }
        session.printAny(format.format(), PLAN, rows);
        return whole ? Failures.OK : Failures.FAILURE;
    }

    private int pull(Session session) throws Exception {
        List<List<?>> rows = new ArrayList<>();
        boolean whole = true;
        for (String model : models) {
            try {
                PulledModel pulled =
                        session.run(
                                session.workbench().pullModel(),
                                new PullModel(model, include, check));
                rows.add(
                        List.of(
                                pulled.model(),
                                pulled.commit(),
                                pulled.files(),
                                ModelsCommand.bytes(pulled.bytes(), format.format()),
                                ModelsCommand.bytes(pulled.fetched(), format.format()),
                                pulled.folder().toString()));
            } catch (CommandException e) {
                session.display().complain("eliq: " + Failures.sentence(e.getMessage()));
                whole = false;
            }
        }
        session.printAny(format.format(), COLUMNS, rows);
        return whole ? Failures.OK : Failures.FAILURE;
    }
}

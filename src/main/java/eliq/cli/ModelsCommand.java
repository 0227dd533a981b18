package eliq.cli;

import eliq.hub.HubException;
import eliq.hub.InstalledModel;
import eliq.hub.ModelRemoval;
import eliq.report.Column;
import eliq.report.ResultFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The models on this machine. */
@Command(
        name = "models",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Models on this machine: those that came with the program, those of the workspace, and the",
            "cache that is shared with Hugging Face's own tools. What is there is used in place."
        },
        footer = {
            "",
            "Environment, as Hugging Face's tools read it: HF_HOME, HF_HUB_CACHE (where the cache is),",
            "HF_TOKEN (for gated and private repositories), HF_ENDPOINT (another hub), HF_HUB_OFFLINE.",
            "",
            "Examples:",
            "  eliq models list",
            "  eliq models show eliq-nano-scorer",
            "  eliq models pull Qwen/Qwen3-VL-2B-Instruct",
            "  eliq score photo.png --model Qwen/Qwen3-VL-2B-Instruct --scorer my-scorer",
            "  eliq models import /data/my-critic --name my-critic",
            "  eliq models verify Qwen/Qwen3-VL-2B-Instruct",
            "  eliq models remove Qwen/Qwen3-VL-2B-Instruct --dry-run"
        })
final class ModelsCommand extends GroupCommand {
    ModelsCommand(Terminal terminal) {
        super(terminal);
    }

    /** Bytes as a person reads them in a table; exactly elsewhere. */
    static Object bytes(long bytes, ResultFormat format) {
        if (format != ResultFormat.TABLE) {
            return bytes;
        }
        if (bytes < 1_000_000) {
            return String.format(Locale.ROOT, "%.1f kB", bytes / 1e3);
        }
        return bytes < 1_000_000_000
                ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%.2f GB", bytes / 1e9);
    }

    /** All of them. */
    @Command(
            name = "list",
            description = "Lists the models on this machine.",
            footer = {
                "",
                "Columns: model (the name for --model), kind (backbone, critic, scorer, adapter, other), origin",
                "(shipped, workspace, referred: imported where it lies, cache), revisions, bytes, path, and",
                "problem: what is missing of a model that is not whole.",
                "",
                "Examples:",
                "  eliq models list",
                "  eliq models list --format json"
            })
    static final class ListModels extends WorkbenchCommand {
        private static final List<Column> COLUMNS =
                List.of(
                        Column.text("model", "Model"),
                        Column.text("kind", "Kind"),
                        Column.text("origin", "Origin"),
                        Column.text("revisions", "Revisions"),
                        Column.text("bytes", "Size"),
                        Column.text("path", "Path"),
                        Column.text("problem", "Problem"));

        @Mixin private FormatOption format;

        ListModels(Terminal terminal) {
            super(terminal);
        }

        @Override
        int run(Session session) throws Exception {
            List<List<?>> rows = new ArrayList<>();
            for (InstalledModel model : session.workbench().installedModels().list()) {
                rows.add(
                        List.of(
                                model.name(),
                                model.kind().key(),
                                model.origin().key(),
                                model.revisions(),
                                bytes(model.bytes(), format.format()),
                                model.folder().toString(),
                                model.problem()));
            }
            session.print(format.format(), COLUMNS, rows);
            return Failures.OK;
        }
    }

    /** Some of them, for good. */
    @Command(
            name = "remove",
            description = {
                "Removes models from the workspace or the cache. Content that another revision in the cache",
                "uses stays, as does a folder that was only referred to. Of a repository that is named",
                "without a revision, all revisions go."
            },
            footer = {
                "",
                "Examples:",
                "  eliq models remove Qwen/Qwen3-VL-2B-Instruct --dry-run",
                "  eliq models remove Qwen/Qwen3-VL-2B-Instruct@v1.0",
                "  eliq models remove my-critic"
            })
    static final class Remove extends WorkbenchCommand {
        @Parameters(
                arity = "1..*",
                paramLabel = "MODEL",
                description = "Names, as they are listed.")
        private List<String> names;

        @Option(names = "--dry-run", description = "Only say what would go, and what that frees.")
        private boolean dryRun;

        @Mixin private FormatOption format;

        Remove(Terminal terminal) {
            super(terminal);
        }

        @Override
        int run(Session session) throws Exception {
            ModelRemoval removal = new ModelRemoval(session.workbench().installedModels());
            List<List<?>> rows = new ArrayList<>();
            boolean whole = true;
            for (String name : names) {
                try {
                    for (ModelRemoval.Removed each : removal.remove(name, dryRun)) {
                        rows.add(
                                List.of(
                                        each.model().name(),
                                        each.model().origin().key(),
                                        bytes(each.freed(), format.format()),
                                        each.model().folder().toString()));
                    }
                } catch (HubException e) {
                    session.display().complain(e.getMessage());
                    whole = false;
                }
            }
            session.printAny(
                    format.format(),
                    List.of(
                            Column.text("model", "Model"),
                            Column.text("origin", "Origin"),
                            Column.text("freed", dryRun ? "Would free" : "Freed"),
                            Column.text("path", "Path")),
                    rows);
            return whole ? Failures.OK : Failures.FAILURE;
        }
    }
}

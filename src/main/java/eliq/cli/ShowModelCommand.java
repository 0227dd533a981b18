package eliq.cli;

import eliq.backbone.BackboneException;
import eliq.backbone.qwen3vl.LoadingNeeds;
import eliq.hub.ModelKind;
import eliq.report.Column;
import eliq.report.ResultFormat;
import eliq.workbench.ModelDetails;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What is known of a model. */
@Command(
        name = "show",
        description = {
            "Says what is known of a model: its precision and number of parameters, the run that made it, and",
            "the models that it cannot be used without. Ends with exit code 1 if one of those is not there."
        },
        footer = {
            "",
            "Columns: model, property (kind, origin, folder, revisions, bytes, type, parameters, memory,",
            "reading_float32, reading_bfloat16, reading_int8 (bytes with an image of 1024 x 1024), made, run,",
            "needs, problem), value.",
            "",
            "Examples:",
            "  eliq models show eliq-nano-scorer",
            "  eliq models show Qwen/Qwen3-VL-2B-Instruct --format json"
        })
final class ShowModelCommand extends WorkbenchCommand {
    private static final List<Column> COLUMNS =
            List.of(
                    Column.text("model", "Model"),
                    Column.text("property", "Property"),
                    Column.text("value", "Value"));

    @Parameters(paramLabel = "MODEL", description = "A name, as they are listed.")
    private String name;

    @Mixin private FormatOption format;

    ShowModelCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    int run(Session session) throws Exception {
        List<List<?>> rows = new ArrayList<>();
        boolean usable = true;
        for (ModelDetails each : session.workbench().inventory().named(name)) {
            add(rows, each, format.format());
            usable &= each.problem().isEmpty();
        }
        session.print(format.format(), COLUMNS, rows);
        return usable ? Failures.OK : Failures.FAILURE;
    }

    private static void add(List<List<?>> rows, ModelDetails model, ResultFormat format) {
        String name = model.model().name();
        rows.add(List.of(name, "kind", model.model().kind().key()));
        rows.add(List.of(name, "origin", model.model().origin().key()));
        rows.add(List.of(name, "folder", model.model().folder().toString()));
        model.model().revisions().ifPresent(r -> rows.add(List.of(name, "revisions", r)));
        rows.add(List.of(name, "bytes", ModelsCommand.bytes(model.model().bytes(), format)));
        model.weights()
                .ifPresent(
                        w -> {
                            rows.add(List.of(name, "type", w.type()));
                            rows.add(List.of(name, "parameters", w.values()));
                            rows.add(
                                    List.of(
                                            name,
                                            "memory",
                                            ModelsCommand.bytes(w.inMemory(), format)));
                        });
        if (model.model().kind() == ModelKind.BACKBONE) {
            addNeeds(rows, model, format);
        }
        model.made()
                .ifPresent(
                        m -> {
                            rows.add(List.of(name, "made", m.words()));
                            m.run().ifPresent(run -> rows.add(List.of(name, "run", run)));
                        });
        model.bonds().forEach(bond -> rows.add(List.of(name, "needs", bond.needs())));
        model.problem().ifPresent(why -> rows.add(List.of(name, "problem", why)));
    }

    /** What reading takes in each type; of models that this program can run. */
    private static void addNeeds(List<List<?>> rows, ModelDetails model, ResultFormat format) {
        String name = model.model().name();
        try {
            LoadingNeeds needs = LoadingNeeds.of(model.model().folder());
            long working = needs.working();
            rows.add(need(name, "reading_float32", needs.float32() + working, format));
            rows.add(need(name, "reading_bfloat16", needs.half() + working, format));
            rows.add(need(name, "reading_int8", needs.int8() + working, format));
        } catch (BackboneException e) {
            rows.add(List.of(name, "reading", e.getMessage()));
        }
    }

    private static List<?> need(String name, String key, long bytes, ResultFormat format) {
        return List.of(name, key, ModelsCommand.bytes(bytes, format));
    }
}

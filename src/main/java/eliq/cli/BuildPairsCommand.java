package eliq.cli;

import eliq.pairs.BuildPairs;
import eliq.report.Column;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Builds a set of pairs. */
@Command(
        name = "build",
        description = {
            "Builds a set of pairs: from prompts, drawn by one generator or several, or from your own images.",
            "Says first what it will draw. Run again with the same name and options it makes what is missing, and nothing"
                    + " twice."
        },
        footer = {
            "",
            "Examples:",
            "  eliq pairs build first --count 140 --seed 1",
            "  eliq pairs build mine --prompts prompts.txt",
            "  eliq pairs build real --images renders/ --prompts prompts.csv --family conventional",
            "  eliq pairs build paper --bank --size 1024x1024 \\",
            "      --generator comfyui/qwen-image,comfyui/flux-1-dev,comfyui/sd-3.5-large \\",
            "      --weak comfyui/sd-1.1,comfyui/sd-1.4,comfyui/sd-1.5 --editor comfyui/qwen-image-edit"
        })
final class BuildPairsCommand extends WorkbenchCommand {
    private static final List<Column> RESULT =
            List.of(
                    Column.text("set", "Set"),
                    Column.text("tuples", "Tuples"),
                    Column.text("negatives", "Negatives"),
                    Column.text("skipped", "Skipped"));

    @Mixin private PairOptions options;
    @Mixin private FormatOption format;

    BuildPairsCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void check() throws UsageException {
        options.check();
    }

    @Override
    int run(Session session) throws Exception {
        BuildPairs parameters = options.parameters(session);
        if (options.listed()) {
            session.print(format.format(), SettingOptions.COLUMNS, SettingOptions.rows(parameters));
            return Failures.OK;
        }
        build(session, format, parameters);
        return Failures.OK;
    }

    /** Says what will be drawn, builds and prints what came out. */
    static void build(Session session, FormatOption format, BuildPairs parameters)
            throws Exception {
        PlanDisplay.lines(session.workbench().buildPairs().plan(parameters))
                .forEach(session.display()::say);
        BuildPairs.Result result = session.run(session.workbench().buildPairs(), parameters);
        result.skipped().forEach(session.display()::say);
        session.print(
                format.format(),
                RESULT,
                List.of(
                        List.of(
                                parameters.set(),
                                result.tuples(),
                                result.negatives(),
                                result.skipped().size())));
    }
}

package eliq.cli;

import eliq.backbone.qwen3vl.ImageBudget;
import eliq.backbone.qwen3vl.PreprocessorConfig;
import eliq.report.Column;
import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The same model, looking at images larger or smaller. */
@Command(
        name = "budget",
        description = {
            "Makes a folder that is the same model with another image token budget: images are resized to an area",
            "between --min-pixels and --max-pixels, and every 32 x 32 pixels become one token. Weights are linked,",
            "not copied. The budget is part of what the model is: train and score with the same folder."
        },
        footer = {
            "",
            "Examples:",
            "  eliq models budget Qwen/Qwen3-VL-2B-Instruct --max-pixels 262144 --out small-2b",
            "  eliq train critic --model small-2b --pairs my-set",
            "  eliq models import small-2b --name small-2b"
        })
final class ModelBudgetCommand extends WorkbenchCommand {
    @Parameters(paramLabel = "ID|DIR", description = "The model, in the Hugging Face layout.")
    private String model;

    @Option(
            names = "--min-pixels",
            paramLabel = "N",
            description = "Smaller images are enlarged. Default: as the model has it.")
    private Integer minPixels;

    @Option(
            names = "--max-pixels",
            paramLabel = "N",
            description = "Larger images are made smaller. Default: as the model has it.")
    private Integer maxPixels;

    @Mixin private NewFolderOption out;

    ModelBudgetCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void check() throws UsageException {
        if (minPixels == null && maxPixels == null) {
            throw new UsageException("give --min-pixels, --max-pixels or both");
        }
        out.check();
    }

    private static OptionalInt given(Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    @Override
    int run(Session session) throws Exception {
        PreprocessorConfig now =
                new ImageBudget(given(minPixels), given(maxPixels))
                        .apply(session.model(model), out.folder());
        long token = (long) now.factor() * now.factor();
        out.print(
                session,
                List.of(
                        Column.text("min_pixels", "Least pixels"),
                        Column.text("max_pixels", "Most pixels"),
                        Column.text("max_tokens", "Most tokens")),
                now.minPixels(),
                now.maxPixels(),
                now.maxPixels() / token);
        return Failures.OK;
    }
}

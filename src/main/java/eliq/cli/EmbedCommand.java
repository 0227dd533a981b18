package eliq.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import eliq.backbone.Numerics;
import eliq.backbone.qwen3vl.Qwen3Vl;
import eliq.image.ImageDecoder;
import eliq.report.Column;
import eliq.report.ResultFormat;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs one image and one text through a model and prints what comes out. */
@Command(
        name = "embed",
        description =
                "Runs one image and one text through a model: for checking a checkpoint against a reference.",
        footer = {
            "",
            "Keys: input_ids, image_grid_thw (patches), hidden (last input token, after the final norm),",
            "p_low and p_high (softmax over the whole vocabulary of the single tokens low and high).",
            "",
            "Example:",
            "  eliq embed fox.png --text \"Is it sharp? Answer low or high.\" --model eliq-nano --format json"
        })
final class EmbedCommand extends WorkbenchCommand {
    @Parameters(paramLabel = "IMAGE", description = "The image.")
    private Path image;

    @Option(
            names = "--text",
            required = true,
            paramLabel = "TEXT",
            description = "The user's turn, without chat markup.")
    private String text;

    @Option(
            names = "--model",
            required = true,
            paramLabel = "ID|DIR",
            description = "The model, in the Hugging Face layout.")
    private String model;

    @Option(
            names = "--adapter",
            paramLabel = "DIR",
            description = "A PEFT LoRA adapter to merge into it.")
    private Path adapter;

    @Mixin private PrecisionOption dtype;

    @Mixin private DeviceOption device;

    @Mixin private FormatOption format;

    EmbedCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void check() throws UsageException {
        device.check();
    }

    @Override
    int run(Session session) throws Exception {
        device.use();
        Path folder = session.model(model);
        var pixels = ImageDecoder.decode(image).pixels();
        session.display().update("opening the model", 0, 0, "");
        Numerics numerics =
                Qwen3Vl.numerics(folder, dtype.precision(), session.workbench().speeds()::get);
        session.display().say("computing in " + numerics);
        try (Qwen3Vl backbone = Qwen3Vl.open(folder, Optional.ofNullable(adapter), numerics)) {
            session.display().update("reading the image", 0, 0, "");
            Qwen3Vl.Embedding embedding = backbone.embed(backbone.prepare(pixels), text);
            if (format.format() == ResultFormat.JSON) {
                session.terminal()
                        .out()
                        .println(new ObjectMapper().writeValueAsString(json(embedding)));
            } else {
                session.print(
                        format.format(),
                        List.of(Column.text("key", "Key"), Column.text("value", "Value")),
                        rows(embedding, format.format() == ResultFormat.TABLE));
            }
        }
        return Failures.OK;
    }

    private static Map<String, Object> json(Qwen3Vl.Embedding e) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("input_ids", e.inputIds());
        object.put("image_grid_thw", e.imageGridThw());
        object.put("hidden", e.hidden());
        object.put("p_low", e.low());
        object.put("p_high", e.high());
        return object;
    }

    /** One value a line; a table is for people, who want to see how many and how large, not all. */
    private static List<List<?>> rows(Qwen3Vl.Embedding e, boolean shortened) {
        String ids =
                shortened
                        ? e.inputIds().length + " tokens"
                        : Arrays.stream(e.inputIds())
                                .mapToObj(Long::toString)
                                .collect(Collectors.joining(" "));
        String grid =
                Arrays.stream(e.imageGridThw())
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(" "));
        return List.of(
                List.of("input_ids", ids),
                List.of("image_grid_thw", grid),
                List.of("hidden", shortened ? summary(e.hidden()) : all(e.hidden())),
                List.of("p_low", Double.toString(e.low())),
                List.of("p_high", Double.toString(e.high())));
    }

    private static String summary(float[] hidden) {
        double squares = 0;
        for (float value : hidden) {
            squares += (double) value * value;
        }
        return String.format(
                Locale.ROOT, "%d values, norm %.6f", hidden.length, Math.sqrt(squares));
    }

    private static String all(float[] hidden) {
        StringBuilder text = new StringBuilder();
        for (float value : hidden) {
            text.append(text.isEmpty() ? "" : " ").append(value);
        }
        return text.toString();
    }
}

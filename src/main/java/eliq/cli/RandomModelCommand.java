package eliq.cli;

import eliq.backbone.qwen3vl.MadeModel;
import eliq.backbone.qwen3vl.PublishedSize;
import eliq.backbone.qwen3vl.RandomModel;
import eliq.report.Column;
import eliq.tensor.ElementType;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A checkpoint without training. */
@Command(
        name = "random",
        description = {
            "Makes a checkpoint with random weights and the widths of a published Qwen3-VL: to test speed,",
            "memory and loading with. Its scores mean nothing. The tokenizer is a small one of its own",
            "(single bytes, and the words low and high; the special tokens have their published ids)."
        },
        footer = {
            "",
            "Sizes in bfloat16: 2B 4.3 GB, 4B 8.9 GB, 8B 17.5 GB, 32B 66.7 GB; less with fewer layers.",
            "",
            "Examples:",
            "  eliq models random --like 2B --out /data/random-2b",
            "  eliq models random --like 8B --layers 4 --vision-layers 4 --out random-8b",
            "  eliq embed fox.png --text \"Is it sharp?\" --model random-8b"
        })
final class RandomModelCommand extends WorkbenchCommand {
    private static final Map<String, ElementType> TYPES =
            Map.of(
                    "bfloat16", ElementType.BF16,
                    "float16", ElementType.F16,
                    "float32", ElementType.F32);

    @Option(
            names = "--like",
            required = true,
            paramLabel = "SIZE",
            description = "2B, 4B, 8B or 32B.")
    private String like;

    @Option(
            names = "--layers",
            paramLabel = "N",
            description = "Layers of the text model. Default: all that the published one has.")
    private Integer layers;

    @Option(
            names = "--vision-layers",
            paramLabel = "N",
            description = "Blocks of the vision tower. Default: all that the published one has.")
    private Integer visionLayers;

    @Option(
            names = "--dtype",
            paramLabel = "TYPE",
            defaultValue = "bfloat16",
            description = "bfloat16, float16 or float32. Default: ${DEFAULT-VALUE}.")
    private String dtype;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The same seed gives the same bytes. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Mixin private NewFolderOption out;

    RandomModelCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void check() throws UsageException {
        parameters();
        out.check();
    }

    private RandomModel parameters() throws UsageException {
        PublishedSize size =
                PublishedSize.of(like)
                        .orElseThrow(
                                () ->
                                        new UsageException(
                                                "--like is '"
                                                        + like
                                                        + "'; it must be 2B, 4B, 8B or 32B"));
        if (!TYPES.containsKey(dtype)) {
            throw new UsageException(
                    "--dtype is '" + dtype + "'; it must be bfloat16, float16 or float32");
        }
        try {
            return new RandomModel(
                    size,
                    layers == null ? size.layers() : layers,
                    visionLayers == null ? size.visionBlocks() : visionLayers,
                    TYPES.get(dtype),
                    seed,
                    out.folder());
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    @Override
    int run(Session session) throws Exception {
        MadeModel made = session.run(session.workbench().randomModel(), parameters());
        out.print(
                session,
                List.of(
                        Column.text("parameters", "Parameters"),
                        Column.text("bytes", "Size"),
                        Column.text("files", "Files")),
                made.parameters(),
                ModelsCommand.bytes(made.bytes(), out.format().format()),
                made.files());
        return Failures.OK;
    }
}

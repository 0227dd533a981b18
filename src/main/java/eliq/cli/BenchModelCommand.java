package eliq.cli;

import eliq.backbone.Numerics;
import eliq.backbone.TrainingMode;
import eliq.backbone.qwen3vl.Qwen3Vl;
import eliq.backbone.qwen3vl.ReadingSpeed;
import eliq.backbone.qwen3vl.TrainingSpeed;
import eliq.report.Column;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures a checkpoint on this machine: one process, one measurement, since memory is the process's highest. */
abstract class BenchModelCommand extends WorkbenchCommand {
    @Parameters(paramLabel = "ID|DIR", description = "The model, in the Hugging Face layout.")
    private String model;

    @Option(
            names = "--side",
            paramLabel = "PIXELS",
            defaultValue = "1024",
            description = "Of the square image of noise. Default: ${DEFAULT-VALUE}.")
    private int side;

    @Option(
            names = "--tokens",
            paramLabel = "N",
            defaultValue = "40",
            description = "Of each question. Default: ${DEFAULT-VALUE}.")
    private int tokens;

    @Mixin private PrecisionOption dtype;

    @Mixin private DeviceOption device;

    @Mixin private FormatOption format;

    BenchModelCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void check() throws UsageException {
        device.check();
        range("--side", side, 32, 8192);
        range("--tokens", tokens, 1, 4096);
    }

    @Override
    final int run(Session session) throws Exception {
        device.use();
        Path folder = session.model(model);
        Numerics numerics =
                Qwen3Vl.numerics(folder, dtype.precision(), session.workbench().speeds()::get);
        List<List<?>> rows = new ArrayList<>();
        measure(session, folder, numerics).forEach((name, value) -> rows.add(List.of(name, value)));
        session.print(
                format.format(),
                List.of(Column.text("figure", "Figure"), Column.number("value", "Value", 3)),
                rows);
        return Failures.OK;
    }

    /** The figures by name. */
    abstract Map<String, Double> measure(Session session, Path folder, Numerics numerics)
            throws Exception;

    static void range(String option, long value, long least, long most) throws UsageException {
        if (value < least || value > most) {
            throw new UsageException(option + ": " + least + " to " + most + ", not " + value);
        }
    }

    int side() {
        return side;
    }

    int tokens() {
        return tokens;
    }

    /** Loading and reading. */
    @Command(
            name = "reading",
            description = {
                "Measures loading a model and reading one image: three questions in one pass, one question, the",
                "vision tower and the text model each by itself. Seconds by the clock and, with _cpu, of the",
                "processor; memory in GB, the most that the process had and, with _resident_N, what it had after N",
                "readings (a tenth, half and all of them; gpu_memory: taken of a GPU); shares of the peak of matrix",
                "products."
            },
            footer = {
                "",
                "Environment: ELIQ_THREADS.",
                "",
                "Examples:",
                "  eliq models random --like 2B --layers 4 --vision-layers 6 --out random-2b",
                "  eliq bench reading random-2b --dtype bfloat16",
                "  eliq bench reading random-2b --side 256 --readings 1000 --format json"
            })
    static final class Reading extends BenchModelCommand {
        @Option(
                names = "--readings",
                paramLabel = "N",
                defaultValue = "1",
                description =
                        "How many are averaged, after a first one. Default: ${DEFAULT-VALUE}.")
        private int readings;

        Reading(Terminal terminal) {
            super(terminal);
        }

        @Override
        void check() throws UsageException {
            super.check();
            range("--readings", readings, 1, 1_000_000);
        }

        @Override
        Map<String, Double> measure(Session session, Path folder, Numerics numerics)
                throws Exception {
            return new ReadingSpeed(folder, numerics, side(), tokens(), readings)
                    .measure(what -> session.display().update(what, 0, 0, ""));
        }
    }

    /** Training steps. */
    @Command(
            name = "training",
            description = {
                "Measures loading a model and training steps, with one question an image and with three. Seconds by",
                "the clock and, with _cpu, of the processor; memory in GB, planned for one question and the most that",
                "the process had after the steps with one (memory) and with three (three_memory)."
            },
            footer = {
                "",
                "Environment: ELIQ_THREADS.",
                "",
                "Examples:",
                "  eliq bench training random-2b --dtype bfloat16 --rank 16",
                "  eliq bench training random-2b --dtype float32 --mode full --checkpoint-gradients",
                "  eliq bench training random-2b --dtype bfloat16 --images 4 --side 512"
            })
    static final class Training extends BenchModelCommand {
        @Option(
                names = "--mode",
                paramLabel = "MODE",
                defaultValue = "lora",
                description = "lora or full (all of the text model). Default: ${DEFAULT-VALUE}.")
        private String mode;

        @Option(
                names = "--rank",
                paramLabel = "N",
                defaultValue = "16",
                description =
                        "Of the adapters, on all linear layers of the text model. Default: ${DEFAULT-VALUE}.")
        private int rank;

        @Option(
                names = "--checkpoint-gradients",
                description =
                        "Compute layers twice to save memory; always so where the model is not in float32.")
        private boolean checkpointing;

        @Option(
                names = "--images",
                paramLabel = "N",
                defaultValue = "1",
                description = "Of each step. Default: ${DEFAULT-VALUE}.")
        private int images;

        Training(Terminal terminal) {
            super(terminal);
        }

        @Override
        void check() throws UsageException {
            super.check();
            range("--rank", rank, 1, 1024);
            range("--images", images, 1, 1024);
            mode();
        }

        private TrainingMode mode() throws UsageException {
            return switch (mode) {
                case "lora" ->
                        new TrainingMode.Lora(
                                rank, 2.0 * rank, 0, TrainingMode.Lora.ALL_TEXT_LINEAR);
                case "full" -> new TrainingMode.FullParameter(false);
                default ->
                        throw new UsageException(
                                "--mode is '" + mode + "'; it must be lora or full");
            };
        }

        @Override
        Map<String, Double> measure(Session session, Path folder, Numerics numerics)
                throws Exception {
            return new TrainingSpeed(
                            folder, mode(), numerics, checkpointing, side(), tokens(), images)
                    .measure(what -> session.display().update(what, 0, 0, ""));
        }
    }
}

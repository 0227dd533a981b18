package eliq.cli;

import eliq.report.Column;
import eliq.tensor.NativeMemory;
import eliq.tensor.NumberType;
import eliq.tensor.ProductSpeeds;
import eliq.tensor.SpeedFile;
import eliq.tensor.TensorEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What computes. */
@Command(
        name = "runtime",
        description = {
            "Shows what computes here: libtorch, devices, memory, and how fast matrices are multiplied in each",
            "type. That is measured once and kept in the workspace; it decides whether 16-bit weights are",
            "multiplied as they are or widened to float32 first. Measure anew if the machine was busy then."
        },
        footer = {
            "",
            "Environment: ELIQ_DEVICE (auto, cpu, cuda, cuda:N, mps), ELIQ_THREADS, ELIQ_PRODUCTS (float32 or",
            "native, in place of what was measured), PYTORCH_LIBRARY_PATH (another libtorch 2.7.1).",
            "",
            "Examples:",
            "  eliq runtime",
            "  eliq runtime --measure",
            "  eliq runtime --device cuda:1 --format json"
        })
final class RuntimeCommand extends WorkbenchCommand {
    private static final Path NVIDIA = Path.of("/proc/driver/nvidia/version");

    @Option(
            names = "--measure",
            description = "Measure anew, and keep that in place of what was kept.")
    private boolean measure;

    @Mixin private DeviceOption device;

    @Mixin private FormatOption format;

    RuntimeCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void check() throws UsageException {
        device.check();
    }

    @Override
    int run(Session session) throws Exception {
        device.use();
        TensorEngine.Libtorch runtime = TensorEngine.shared().runtime();
        session.display().update("measuring", 0, 0, "");
        SpeedFile file = session.workbench().speeds();
        SpeedFile.Measured kept = measure ? file.measured() : file.kept();
        ProductSpeeds speeds = kept.speeds();
        ProductSpeeds deciding = file.get();
        session.print(
                format.format(),
                List.of(Column.text("key", "Key"), Column.text("value", "Value")),
                List.of(
                        List.of("libtorch", runtime.version()),
                        List.of("library", runtime.library()),
                        List.of("device", runtime.device()),
                        List.of("devices", String.join(" ", runtime.devices())),
                        List.of("threads", runtime.threads()),
                        List.of("memory_free_gb", gigabytes(NativeMemory.available())),
                        List.of("memory_gb", gigabytes(NativeMemory.total())),
                        List.of("float32_gflops", rate(speeds.float32())),
                        List.of("bfloat16_gflops", rate(speeds.bfloat16())),
                        List.of("float16_gflops", rate(speeds.float16())),
                        List.of("measured", kept.at().toString()),
                        List.of("bfloat16_products", products(deciding, NumberType.BFLOAT16)),
                        List.of("float16_products", products(deciding, NumberType.FLOAT16)),
                        List.of("products_by", by())));
        if (runtime.devices().stream().noneMatch(name -> name.startsWith("cuda"))) {
            session.display().say(advice());
        }
        return Failures.OK;
    }

    private static String advice() {
        boolean card = Files.isReadable(NVIDIA);
        return (card
                        ? "There is an NVIDIA driver, but this libtorch is built for the CPU only."
                        : "No NVIDIA card was found: everything runs on the CPU.")
                + " For an NVIDIA card, one of these (docs/benchmarks.md says what was run on one):\n"
                + "  - set PYTORCH_LIBRARY_PATH to the lib folder of a libtorch 2.7.1 built for CUDA, for instance\n"
                + "    that of 'pip install torch==2.7.1' (.../site-packages/torch/lib);\n"
                + "  - let DJL fetch one: leave ai.djl.pytorch:pytorch-native-cpu out of pom.xml and build; at the\n"
                + "    first start it downloads the libtorch that fits the driver;\n"
                + "  - put ai.djl.pytorch:pytorch-native-cu128:2.7.1 (classifier linux-x86_64 or win-x86_64) in its place.\n"
                + "Then 'eliq runtime' lists cuda:0 among the devices.";
    }

    private static String products(ProductSpeeds speeds, NumberType type) {
        NumberType used = speeds.isWorth(type) ? type : NumberType.FLOAT32;
        return used.name().toLowerCase(Locale.ROOT);
    }

    private static String by() {
        return SpeedFile.override().map(word -> SpeedFile.VARIABLE).orElse("measurement");
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / 1e9);
    }

    private static String rate(double gflops) {
        return String.format(Locale.ROOT, "%.0f", gflops);
    }
}

package eliq.backbone.qwen3vl;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eliq.backbone.BackboneTraining.AdamW;
import eliq.backbone.MemoryNeeds;
import eliq.backbone.Numerics;
import eliq.backbone.PreparedImage;
import eliq.backbone.TrainingExample;
import eliq.backbone.TrainingExample.Question;
import eliq.backbone.TrainingMode;
import eliq.tensor.ElementType;
import eliq.tensor.NumberType;
import eliq.tensor.TensorEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the system says of this process's memory at its highest, on a checkpoint of 60 million numbers in shards of
 * bfloat16. Linux only, where the mark can be set back.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MemoryTest {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path CLEAR = Path.of("/proc/self/clear_refs");
    private static final Numerics WIDENED = new Numerics(NumberType.BFLOAT16, NumberType.FLOAT32);
    private static final AdamW SETTINGS = new AdamW(1e-4, 0.9, 0.999, 1e-8, 0, 1);
    private static final int SIDE = 32;

    @TempDir static Path folder;

    @BeforeAll
    static void aCheckpoint() throws Exception {
        if (!Files.isWritable(CLEAR)) {
            System.err.println("Memory is not measured: the system keeps no mark to set back.");
        }
        assumeTrue(Files.isWritable(CLEAR));
        RandomModel model =
                new RandomModel(PublishedSize.SIZE_2B, 6, 4, ElementType.BF16, 1, folder);
        Qwen3VlConfig c = model.config();
        Qwen3VlConfig.Vision v = c.vision();
        Qwen3VlConfig narrow =
                new Qwen3VlConfig(
                        new Qwen3VlConfig.Text(
                                c.text().vocabulary(),
                                256,
                                6,
                                2,
                                1,
                                128,
                                2048,
                                1e-6,
                                5e6,
                                c.text().ropeSections()),
                        new Qwen3VlConfig.Vision(
                                256,
                                v.blocks(),
                                4,
                                1024,
                                16,
                                2,
                                2,
                                256,
                                v.gridSide(),
                                v.deepstack()),
                        true,
                        c.imageToken());
        new RandomModelJob(30_000_000).make(model, narrow, new QuietContext());
        TensorEngine.shared();
    }

    /** The bound: 1.1 times the weights, and what a piece under way takes. */
    @Test
    @Order(1)
    void loadingInTheFilesTypeTakesNoSecondCopyOfTheWeights() throws Exception {
        long weights = LoadingNeeds.of(folder).weights(WIDENED);
        long before = mark();
        Qwen3Vl model = Qwen3Vl.open(folder, Optional.empty(), WIDENED);
        try (model) {
            long most = value("VmHWM") - before;
            report("loading bfloat16", weights, most);
            assertTrue(most > 0.8 * weights, most + " of " + weights);
            assertTrue(most < 1.1 * weights + 48e6, most + " of " + weights);
        }
    }

    @Test
    @Order(2)
    void aPlanNamesWhatTrainingAdaptersTakes() throws Exception {
        TrainingMode lora = new TrainingMode.Lora(8, 16, 0, TrainingMode.Lora.ALL_TEXT_LINEAR);
        plan("adapters over bfloat16", lora, WIDENED, true);
    }

    @Test
    @Order(3)
    void aPlanNamesWhatTrainingAllParametersTakes() throws Exception {
        TrainingMode whole = new TrainingMode.FullParameter(false);
        plan("all parameters, layers twice", whole, Numerics.FLOAT32, true);
        plan("all parameters", whole, Numerics.FLOAT32, false);
    }

    private static void plan(String name, TrainingMode mode, Numerics numerics, boolean twice)
            throws Exception {
        MemoryNeeds needs =
                TrainingNeeds.of(
                        Qwen3VlConfig.read(folder),
                        mode,
                        numerics,
                        twice,
                        new TrainingNeeds.Pass(SIDE * SIDE, 1, 2));
        long planned = needs.total() - needs.program();
        TrainingExample example =
                new TrainingExample(
                        new PreparedImage(SIDE, SIDE, new byte[SIDE * SIDE * 1536]),
                        List.of(
                                new Question("Sharp?", "low", 1),
                                new Question("Nice?", "high", 1)));
        long before = mark();
        try (Qwen3VlTraining training =
                Qwen3VlTraining.open(folder, Optional.empty(), mode, 1, numerics, twice)) {
            for (int i = 0; i < 2; i++) {
                training.accumulate(List.of(example), 0.5);
                training.step(SETTINGS);
            }
            long most = value("VmHWM") - before;
            report(name, planned, most);
            assertTrue(most < 1.25 * planned + 48e6, name + ": " + most + ", planned " + planned);
            assertTrue(most > 0.5 * planned - 48e6, name + ": " + most + ", planned " + planned);
        }
    }

    private static void report(String name, long planned, long most) {
        System.out.printf(
                "%s: %d MB, at most %d MB%n", name, planned / 1_000_000, most / 1_000_000);
    }

    /** Resident bytes now; the high mark starts anew there. */
    private static long mark() throws IOException {
        System.gc();
        Files.writeString(CLEAR, "5");
        return value("VmRSS");
    }

    private static long value(String key) throws IOException {
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith(key + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow();
    }
}

package eliq.backbone.qwen3vl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import eliq.backbone.BackboneException;
import eliq.backbone.BackboneTraining.AdamW;
import eliq.backbone.Numerics;
import eliq.backbone.TrainingExample;
import eliq.backbone.TrainingExample.Question;
import eliq.backbone.TrainingMode;
import eliq.tensor.NumberType;
import eliq.tensor.Safetensors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Adapters trained layer by layer, and over bases that are not float32. */
class CheckpointedTrainingTest {
    static final List<String> MODELS = Goldens.MODELS;
    private static final String B = "tiny-b-bf16-untied";
    private static final Numerics WIDENED = new Numerics(NumberType.BFLOAT16, NumberType.FLOAT32);
    private static final Numerics BFLOAT16 = new Numerics(NumberType.BFLOAT16, NumberType.BFLOAT16);
    private static final Numerics BYTES = new Numerics(NumberType.INT8, NumberType.FLOAT32);
    private static final AdamW SETTINGS =
            new AdamW(1e-3, 0.9, 0.999, 1e-8, 0, Double.POSITIVE_INFINITY);
    private static final TrainingMode.Lora LORA =
            new TrainingMode.Lora(4, 8, 0, TrainingMode.Lora.ALL_TEXT_LINEAR);

    @TempDir Path folder;

    private static Qwen3VlTraining open(String model, Numerics numerics) throws BackboneException {
        return Qwen3VlTraining.open(
                Goldens.model(model),
                Optional.of(Goldens.ROOT.resolve(model).resolve("lora_init")),
                LORA,
                1,
                numerics,
                true);
    }

    private static double samples(Qwen3VlTraining training, String model) throws Exception {
        JsonNode lora = Goldens.index(model).path("lora");
        double loss = 0;
        for (int i = 0; i < 2; i++) {
            String key = lora.path("samples").get(i).asText();
            String text =
                    Goldens.cases(model).stream()
                            .filter(c -> c.path("key").asText().equals(key))
                            .findFirst()
                            .orElseThrow()
                            .path("text")
                            .asText();
            TrainingExample example =
                    new TrainingExample(
                            Goldens.image(model, key.split("\\.")[0]),
                            List.of(
                                    new Question(
                                            text, lora.path("target_words").get(i).asText(), 1)));
            loss += training.accumulate(List.of(example), 0.5).getFirst()[0] / 2;
        }
        return loss;
    }

    @ParameterizedTest
    @FieldSource("MODELS")
    void gradientsAndLossesAreTheReferencesToo(String model) throws Exception {
        JsonNode lora = Goldens.index(model).path("lora");
        try (Qwen3VlTraining training = open(model, Numerics.FLOAT32);
                Safetensors golden = Goldens.numbers(model, "lora.safetensors")) {
            for (int step = 0; step < 3; step++) {
                double loss = samples(training, model);
                Goldens.assertRelative(
                        model + " step " + step,
                        lora.path("losses_before_step").get(step).asDouble(),
                        loss,
                        1e-5);
                if (step == 0) {
                    assertGradients(training, golden, 1e-4);
                }
                training.step(SETTINGS);
            }
        }
    }

    /** Their reference widened the bfloat16 weights, so that widening one by one gives the same. */
    @Test
    void aBaseWidenedLayerByLayerHasTheGradientsOfAFloat32One() throws Exception {
        try (Qwen3VlTraining training = open(B, WIDENED);
                Safetensors golden = Goldens.numbers(B, "lora.safetensors")) {
            samples(training, B);
            assertGradients(training, golden, 1e-4);
        }
    }

    @Test
    void basesInBfloat16ArithmeticAndInBytesTrainFloat32Adapters() throws Exception {
        for (Numerics numerics : List.of(BFLOAT16, BYTES)) {
            try (Qwen3VlTraining training = open(B, numerics)) {
                double first = samples(training, B);
                double expected =
                        Goldens.index(B).path("lora").path("losses_before_step").get(0).asDouble();
                Goldens.assertRelative(numerics.toString(), expected, first, 0.03);
                training.step(SETTINGS);
                double after = first;
                for (int step = 0; step < 4; step++) {
                    after = samples(training, B);
                    training.step(SETTINGS);
                }
                assertTrue(after < first, numerics + ": " + first + " -> " + after);
            }
        }
    }

    private static void assertGradients(
            Qwen3VlTraining training, Safetensors golden, double tolerance) throws Exception {
        for (String name : golden.names()) {
            if (name.startsWith("grad.")) {
                Goldens.assertClose(
                        name,
                        golden.floats(name),
                        training.gradient(name.substring("grad.".length())).orElseThrow(),
                        tolerance);
            }
        }
    }

    @Test
    void packedQuestionsAndDropoutAreAFunctionOfSeedAndPass() throws Exception {
        TrainingMode mode = new TrainingMode.Lora(2, 4, 0.3, List.of("q_proj", "down_proj"));
        List<List<Double>> runs = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            List<Double> losses = new ArrayList<>();
            try (Qwen3VlTraining training =
                    Qwen3VlTraining.open(
                            Goldens.model(B), Optional.empty(), mode, 7, WIDENED, true)) {
                for (int step = 0; step < 3; step++) {
                    List<TrainingExample> batch = new ArrayList<>();
                    for (String image : Goldens.IMAGES) {
                        batch.add(
                                new TrainingExample(
                                        Goldens.image(B, image),
                                        List.of(
                                                new Question("Sharp?", "low", 1),
                                                new Question("Pretty?", "a high one", 1))));
                    }
                    training.accumulate(batch, 0.1)
                            .forEach(each -> java.util.Arrays.stream(each).forEach(losses::add));
                    losses.add(training.step(SETTINGS));
                }
                if (run == 0) {
                    training.saveState(folder);
                }
            }
            runs.add(losses);
        }
        assertEquals(runs.get(0), runs.get(1));
        try (Qwen3VlTraining other =
                Qwen3VlTraining.open(Goldens.model(B), Optional.empty(), mode, 7, BFLOAT16, true)) {
            BackboneException e =
                    assertThrows(BackboneException.class, () -> other.loadState(folder));
            assertTrue(e.getMessage().contains("--dtype"), e.getMessage());
        }
    }

    @Test
    void theSameGradientsComeOfBothWaysForSeveralQuestionsAnImage() throws Exception {
        List<TrainingExample> batch = new ArrayList<>();
        for (String image : Goldens.IMAGES) {
            batch.add(
                    new TrainingExample(
                            Goldens.image(B, image),
                            List.of(
                                    new Question("Sharp?", "low", 1),
                                    new Question("Pretty?", "a high one", 0.5))));
        }
        try (Qwen3VlTraining twice = open(B, Numerics.FLOAT32);
                Qwen3VlTraining once =
                        Qwen3VlTraining.open(
                                Goldens.model(B),
                                Optional.of(Goldens.ROOT.resolve(B).resolve("lora_init")),
                                LORA,
                                1)) {
            List<double[]> expected = once.accumulate(batch, 0.25);
            List<double[]> actual = twice.accumulate(batch, 0.25);
            for (int i = 0; i < expected.size(); i++) {
                assertArrayEquals(expected.get(i), actual.get(i), 1e-4);
            }
            String name =
                    "base_model.model.model.language_model.layers.1.mlp.up_proj.lora_A.weight";
            Goldens.assertClose(
                    name,
                    once.gradient(name).orElseThrow(),
                    twice.gradient(name).orElseThrow(),
                    1e-4);
            assertEquals(once.step(SETTINGS), twice.step(SETTINGS), 1e-4);
        }
    }

    /** Layers, norms, head (tied or not) and embedding: all parameters' gradients, from both ways. */
    @ParameterizedTest
    @FieldSource("MODELS")
    void allParametersOfTheTextModelHaveTheSameGradientsBothWays(String model) throws Exception {
        TrainingMode whole = new TrainingMode.FullParameter(false);
        List<TrainingExample> batch = new ArrayList<>();
        for (String image : Goldens.IMAGES) {
            batch.add(
                    new TrainingExample(
                            Goldens.image(model, image),
                            List.of(
                                    new Question("Sharp?", "low", 1),
                                    new Question("Pretty?", "a high one", 0.5))));
        }
        try (Qwen3VlTraining twice =
                        Qwen3VlTraining.open(
                                Goldens.model(model),
                                Optional.empty(),
                                whole,
                                1,
                                Numerics.FLOAT32,
                                true);
                Qwen3VlTraining once = Qwen3VlTraining.open(Goldens.model(model), whole, 1)) {
            List<double[]> expected = once.accumulate(batch, 0.25);
            List<double[]> actual = twice.accumulate(batch, 0.25);
            for (int i = 0; i < expected.size(); i++) {
                assertArrayEquals(expected.get(i), actual.get(i), 1e-4);
            }
            for (TensorNames.Expected tensor :
                    TensorNames.text(Qwen3VlConfig.read(Goldens.model(model)))) {
                Goldens.assertClose(
                        tensor.name(),
                        once.gradient(tensor.name()).orElseThrow(),
                        twice.gradient(tensor.name()).orElseThrow(),
                        1e-4);
            }
            assertEquals(once.step(SETTINGS), twice.step(SETTINGS), 1e-4);
        }
    }

    @Test
    void theVisionTowerIsNotComputedTwice() {
        BackboneException e =
                assertThrows(
                        BackboneException.class,
                        () ->
                                Qwen3VlTraining.open(
                                        Goldens.model(B),
                                        Optional.empty(),
                                        new TrainingMode.FullParameter(true),
                                        1,
                                        Numerics.FLOAT32,
                                        true));
        assertTrue(e.getMessage().contains("--vision"), e.getMessage());
    }
}

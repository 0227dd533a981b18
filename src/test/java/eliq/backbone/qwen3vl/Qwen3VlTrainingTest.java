package eliq.backbone.qwen3vl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import eliq.backbone.BackboneException;
import eliq.backbone.BackboneTraining.AdamW;
import eliq.backbone.ImageQuestions;
import eliq.backbone.Reading;
import eliq.backbone.TrainingExample;
import eliq.backbone.TrainingExample.Question;
import eliq.backbone.TrainingMode;
import eliq.tensor.Safetensors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class Qwen3VlTrainingTest {
    static final List<String> MODELS = Goldens.MODELS;
    private static final String A = "tiny-a-fp32-tied";
    private static final AdamW SETTINGS =
            new AdamW(1e-3, 0.9, 0.999, 1e-8, 0, Double.POSITIVE_INFINITY);
    private static final TrainingMode.Lora LORA =
            new TrainingMode.Lora(4, 8, 0, TrainingMode.Lora.ALL_TEXT_LINEAR);

    @TempDir Path folder;

    @ParameterizedTest
    @FieldSource("MODELS")
    void loraGradientsMatchTheReference(String model) throws Exception {
        try (Qwen3VlTraining training = reference(model);
                Safetensors golden = Goldens.numbers(model, "lora.safetensors")) {
            samples(training, model);
            for (String name : golden.names()) {
                if (name.startsWith("grad.")) {
                    Goldens.assertClose(
                            model + " " + name,
                            golden.floats(name),
                            training.gradient(name.substring("grad.".length())).orElseThrow(),
                            1e-4);
                }
            }
            double norm = training.step(SETTINGS);
            Goldens.assertRelative(
                    "norm",
                    Goldens.index(model).path("lora").path("gradient_norm").asDouble(),
                    norm,
                    1e-4);
        }
    }

    @ParameterizedTest
    @FieldSource("MODELS")
    void sixStepsOfAdamWGiveTheReferencesLosses(String model) throws Exception {
        JsonNode lora = Goldens.index(model).path("lora");
        try (Qwen3VlTraining training = reference(model);
                Safetensors golden = Goldens.numbers(model, "lora.safetensors")) {
            for (int step = 0; step < 6; step++) {
                double loss = samples(training, model);
                Goldens.assertRelative(
                        model + " step " + step,
                        lora.path("losses_before_step").get(step).asDouble(),
                        loss,
                        1e-5);
                training.step(SETTINGS);
                if (step == 0) {
                    assertFirstStep(training, golden);
                }
            }
        }
    }

    private static void assertFirstStep(Qwen3VlTraining training, Safetensors golden)
            throws Exception {
        long near = 0;
        long all = 0;
        for (String name : golden.names()) {
            if (!name.startsWith("after1.")) {
                continue;
            }
            float[] expected = golden.floats(name);
            float[] actual = training.parameter(name.substring("after1.".length()));
            for (int i = 0; i < expected.length; i++) {
                double error = Math.abs(expected[i] - actual[i]);
                assertTrue(error <= 2.1e-3, name);
                all++;
                near += error <= 1e-5 ? 1 : 0;
            }
        }
        assertTrue(near >= 0.995 * all, near + " of " + all);
    }

    private static Qwen3VlTraining reference(String model) throws BackboneException {
        return Qwen3VlTraining.open(
                Goldens.model(model),
                Optional.of(Goldens.ROOT.resolve(model).resolve("lora_init")),
                LORA,
                1);
    }

    /** One by one, as the reference did; returns the mean loss. */
    private static double samples(Qwen3VlTraining training, String model) throws Exception {
        JsonNode lora = Goldens.index(model).path("lora");
        double loss = 0;
        for (int i = 0; i < 2; i++) {
            String[] key = lora.path("samples").get(i).asText().split("\\.");
            TrainingExample example =
                    new TrainingExample(
                            Goldens.image(model, key[0]),
                            List.of(
                                    new Question(
                                            text(model, key[0], key[1]),
                                            lora.path("target_words").get(i).asText(),
                                            1)));
            loss += training.accumulate(List.of(example), 0.5).getFirst()[0] / 2;
        }
        return loss;
    }

    private static String text(String model, String image, String text) {
        return Goldens.cases(model).stream()
                .filter(c -> c.path("key").asText().equals(image + "." + text))
                .findFirst()
                .orElseThrow()
                .path("text")
                .asText();
    }

    private static List<TrainingExample> mixedBatch(String model) throws Exception {
        List<TrainingExample> batch = new ArrayList<>();
        for (String image : Goldens.IMAGES) {
            batch.add(
                    new TrainingExample(
                            Goldens.image(model, image),
                            List.of(
                                    new Question(text(model, image, "t0"), "high", 1),
                                    new Question(text(model, image, "t1"), "low", 0.5),
                                    new Question(
                                            "Describe it.", "a small low house, high up", 2))));
        }
        return batch;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void questionsPackedTogetherHaveTheGradientsOfSeparatePasses(boolean vision) throws Exception {
        TrainingMode mode = new TrainingMode.FullParameter(vision);
        try (Qwen3VlTraining together = Qwen3VlTraining.open(Goldens.model(A), mode, 1);
                Qwen3VlTraining apart = Qwen3VlTraining.open(Goldens.model(A), mode, 1)) {
            List<double[]> losses = together.accumulate(mixedBatch(A), 0.25);
            List<TrainingExample> batch = mixedBatch(A);
            for (int i = 0; i < batch.size(); i++) {
                for (int q = 0; q < 3; q++) {
                    TrainingExample one =
                            new TrainingExample(
                                    batch.get(i).image(), List.of(batch.get(i).questions().get(q)));
                    double loss = apart.accumulate(List.of(one), 0.25).getFirst()[0];
                    Goldens.assertRelative("loss", loss, losses.get(i)[q], 1e-5);
                }
            }
            List<TensorNames.Expected> names =
                    new ArrayList<>(TensorNames.text(Qwen3VlConfig.read(Goldens.model(A))));
            if (vision) {
                names.addAll(TensorNames.vision(Qwen3VlConfig.read(Goldens.model(A)).vision()));
            } else {
                assertTrue(together.gradient("model.visual.pos_embed.weight").isEmpty());
            }
            for (TensorNames.Expected tensor : names) {
                Goldens.assertClose(
                        tensor.name(),
                        apart.gradient(tensor.name()).orElseThrow(),
                        together.gradient(tensor.name()).orElseThrow(),
                        1e-4);
            }
            assertEquals(apart.step(SETTINGS), together.step(SETTINGS), 1e-3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "lora"})
    void threadsSideBySideFindTheGradientsOfOne(String kind, @TempDir Path folder)
            throws Exception {
        TrainingMode mode =
                kind.equals("full")
                        ? new TrainingMode.FullParameter(true)
                        : new TrainingMode.Lora(2, 4, 0, List.of("q_proj", "down_proj"));
        try (Qwen3VlTraining alone = Qwen3VlTraining.open(Goldens.model(A), mode, 1, 1);
                Qwen3VlTraining beside = Qwen3VlTraining.open(Goldens.model(A), mode, 1, 3);
                Qwen3VlTraining again = Qwen3VlTraining.open(Goldens.model(A), mode, 1, 3)) {
            for (int step = 0; step < 2; step++) {
                List<double[]> expected = alone.accumulate(mixedBatch(A), 0.25);
                List<double[]> losses = beside.accumulate(mixedBatch(A), 0.25);
                List<double[]> same = again.accumulate(mixedBatch(A), 0.25);
                for (int i = 0; i < expected.size(); i++) {
                    for (int q = 0; q < 3; q++) {
                        Goldens.assertRelative("loss", expected.get(i)[q], losses.get(i)[q], 1e-5);
                        assertEquals(losses.get(i)[q], same.get(i)[q]);
                    }
                }
                for (String name : moved(kind)) {
                    float[] found = beside.gradient(name).orElseThrow();
                    Goldens.assertClose(name, alone.gradient(name).orElseThrow(), found, 1e-4);
                    assertArrayEquals(found, again.gradient(name).orElseThrow());
                }
                assertEquals(alone.step(SETTINGS), beside.step(SETTINGS), 1e-3);
                again.step(SETTINGS);
            }
            alone.step(new AdamW(0.05, 0.9, 0.99, 1e-8, 0, 1));
            alone.saveState(folder);
            beside.loadState(folder);
            List<double[]> expected = alone.accumulate(mixedBatch(A), 0.25);
            List<double[]> restored = beside.accumulate(mixedBatch(A), 0.25);
            for (int i = 0; i < expected.size(); i++) {
                Goldens.assertRelative("restored", expected.get(i)[0], restored.get(i)[0], 1e-5);
            }
        }
    }

    private static List<String> moved(String kind) throws Exception {
        if (kind.equals("full")) {
            Qwen3VlConfig config = Qwen3VlConfig.read(Goldens.model(A));
            List<TensorNames.Expected> all = new ArrayList<>(TensorNames.text(config));
            all.addAll(TensorNames.vision(config.vision()));
            return all.stream().map(TensorNames.Expected::name).distinct().toList();
        }
        String adapter = LoraAdapter.KEY_PREFIX + TensorNames.module(0, "q_proj");
        return List.of(adapter + LoraAdapter.B);
    }

    @Test
    void theFirstBlockStandsStillWhereItIsToStandStill() throws Exception {
        try (Qwen3VlTraining still =
                        Qwen3VlTraining.open(
                                Goldens.model(A), new TrainingMode.AfterFirstBlock(), 1);
                Qwen3VlTraining full =
                        Qwen3VlTraining.open(
                                Goldens.model(A), new TrainingMode.FullParameter(true), 1)) {
            still.accumulate(mixedBatch(A), 0.25);
            full.accumulate(mixedBatch(A), 0.25);
            for (TensorNames.Expected tensor :
                    TensorNames.vision(Qwen3VlConfig.read(Goldens.model(A)).vision())) {
                String name = tensor.name();
                boolean first = name.contains("patch_embed") || name.contains(".blocks.0.");
                assertEquals(first, still.gradient(name).isEmpty(), name);
                if (!first) {
                    Goldens.assertClose(
                            name,
                            full.gradient(name).orElseThrow(),
                            still.gradient(name).orElseThrow(),
                            1e-4);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "lora"})
    void aRunTakenUpFromItsStateGoesOnBitForBit(String kind) throws Exception {
        TrainingMode mode =
                kind.equals("full")
                        ? new TrainingMode.FullParameter(true)
                        : new TrainingMode.Lora(2, 4, 0.2, List.of("q_proj", "down_proj"));
        AdamW settings = new AdamW(1e-3, 0.9, 0.99, 1e-8, 0.1, 1);
        List<Double> straight = new ArrayList<>();
        List<Double> resumed = new ArrayList<>();
        try (Qwen3VlTraining whole = Qwen3VlTraining.open(Goldens.model(A), mode, 7)) {
            for (int step = 0; step < 4; step++) {
                straight.addAll(train(whole, settings));
            }
            try (Qwen3VlTraining before = Qwen3VlTraining.open(Goldens.model(A), mode, 7)) {
                resumed.addAll(train(before, settings));
                resumed.addAll(train(before, settings));
                before.saveState(folder);
            }
            try (Qwen3VlTraining after = Qwen3VlTraining.open(Goldens.model(A), mode, 7)) {
                after.loadState(folder);
                resumed.addAll(train(after, settings));
                resumed.addAll(train(after, settings));
            }
        }
        assertEquals(straight, resumed);
        assertNotEquals(straight.subList(0, 9), straight.subList(10, 19), "the model moves");
    }

    private static List<Double> train(Qwen3VlTraining training, AdamW settings) throws Exception {
        List<Double> losses = new ArrayList<>();
        for (double[] each : training.accumulate(mixedBatch(A), 1.0 / 9)) {
            Arrays.stream(each).forEach(losses::add);
        }
        losses.add(training.step(settings));
        return losses;
    }

    @Test
    void aStateOfAnotherTrainingIsRefused() throws Exception {
        TrainingMode full = new TrainingMode.FullParameter(false);
        try (Qwen3VlTraining one = Qwen3VlTraining.open(Goldens.model(A), LORA, 7);
                Qwen3VlTraining other = Qwen3VlTraining.open(Goldens.model(A), full, 7)) {
            one.saveState(folder);
            BackboneException e =
                    assertThrows(BackboneException.class, () -> other.loadState(folder));
            assertTrue(e.getMessage().contains("another training"), e.getMessage());
        }
    }

    @Test
    void aSavedAdapterReadsAsTheTrainingDid() throws Exception {
        ImageQuestions question =
                new ImageQuestions(Goldens.image(A, "small"), List.of("Sharp: low or high?"));
        try (Qwen3VlTraining training = reference(A)) {
            samples(training, A);
            training.step(SETTINGS);
            training.saveModel(folder);
            Reading expected = training.current().read(List.of(question)).getFirst().getFirst();
            try (Qwen3Vl opened = Qwen3Vl.open(Goldens.model(A), Optional.of(folder))) {
                Reading actual = opened.read(List.of(question)).getFirst().getFirst();
                Goldens.assertClose("hidden", expected.hidden(), actual.hidden(), 3e-5);
            }
        }
        try (Safetensors mine = Safetensors.open(folder.resolve("adapter_model.safetensors"));
                Safetensors peft =
                        Safetensors.open(
                                Goldens.ROOT.resolve(A + "/lora_init/adapter_model.safetensors"))) {
            assertEquals(peft.names(), mine.names());
            for (String name : peft.names()) {
                assertArrayEquals(peft.shape(name), mine.shape(name));
            }
        }
    }

    @Test
    void aFullyTrainedModelIsSavedAsACompleteDirectoryInBfloat16() throws Exception {
        ImageQuestions question =
                new ImageQuestions(Goldens.image(A, "mid"), List.of("Sharp: low or high?"));
        TrainingMode mode = new TrainingMode.FullParameter(true);
        try (Qwen3VlTraining training = Qwen3VlTraining.open(Goldens.model(A), mode, 1)) {
            training.accumulate(mixedBatch(A), 1);
            training.step(SETTINGS);
            training.saveModel(folder);
            Reading expected = training.current().read(List.of(question)).getFirst().getFirst();
            try (Qwen3Vl opened = Qwen3Vl.open(folder)) {
                Reading actual = opened.read(List.of(question)).getFirst().getFirst();
                Goldens.assertClose("hidden", expected.hidden(), actual.hidden(), 0.05);
                assertNotEquals(opened.identity(), training.current().identity());
            }
        }
    }

    @Test
    void aModelMadeFromNothingLearnsItsBatch() throws Exception {
        for (String file : List.of("config.json", "preprocessor_config.json", "tokenizer.json")) {
            Files.copy(Goldens.model(A).resolve(file), folder.resolve(file));
        }
        RandomWeights.write(folder, 3);
        byte[] first = Files.readAllBytes(folder.resolve("model.safetensors"));
        RandomWeights.write(folder, 3);
        assertArrayEquals(first, Files.readAllBytes(folder.resolve("model.safetensors")));
        AdamW settings = new AdamW(3e-3, 0.9, 0.95, 1e-8, 0.1, 1);
        TrainingMode mode = new TrainingMode.FullParameter(true);
        try (Qwen3VlTraining training = Qwen3VlTraining.open(folder, mode, 1)) {
            double before = 0;
            double after = 0;
            for (int step = 0; step < 30; step++) {
                after =
                        training.accumulate(mixedBatch(A), 1.0 / 9).stream()
                                .flatMapToDouble(Arrays::stream)
                                .sum();
                before = step == 0 ? after : before;
                training.step(settings);
            }
            assertTrue(before > 9 * 6, "starts near log(vocabulary): " + before);
            assertTrue(after < before / 2, before + " -> " + after);
        }
    }
}

package eliq.backbone.qwen3vl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import eliq.backbone.BackboneException;
import eliq.backbone.ImageQuestions;
import eliq.backbone.Numerics;
import eliq.backbone.Precision;
import eliq.backbone.Reading;
import eliq.tensor.ElementType;
import eliq.tensor.NumberType;
import eliq.tensor.ProductSpeeds;
import eliq.tensor.Safetensors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models in 16 bits and in bytes, against the float32 numbers of the reference implementation. */
class NumericsTest {
    static final List<String> MODELS = Goldens.MODELS;
    private static final Numerics BFLOAT16 = new Numerics(NumberType.BFLOAT16, NumberType.BFLOAT16);
    private static final Numerics WIDENED = new Numerics(NumberType.BFLOAT16, NumberType.FLOAT32);
    private static final Numerics BYTES = new Numerics(NumberType.INT8, NumberType.FLOAT32);

    /** Of an embedding against the float32 golden. */
    private record Error(double largest, double cosine) {
        static Error of(float[] expected, float[] actual) {
            double worst = 0;
            double top = 0;
            double dot = 0;
            double a = 0;
            double b = 0;
            for (int i = 0; i < expected.length; i++) {
                worst = Math.max(worst, Math.abs((double) expected[i] - actual[i]));
                top = Math.max(top, Math.abs(expected[i]));
                dot += (double) expected[i] * actual[i];
                a += (double) expected[i] * expected[i];
                b += (double) actual[i] * actual[i];
            }
            return new Error(worst / top, dot / Math.sqrt(a * b));
        }
    }

    private interface Check {
        void embedding(String key, Error mine, Error reference);
    }

    private interface Embeddings {
        void embedding(String key, float[] expected, float[] actual) throws Exception;
    }

    private static void each(String model, Numerics numerics, Check check) throws Exception {
        try (Safetensors half = Goldens.numbers(model, "goldens_bf16.safetensors")) {
            embeddings(
                    model,
                    numerics,
                    (key, expected, actual) ->
                            check.embedding(
                                    model + " " + numerics + " " + key,
                                    Error.of(expected, actual),
                                    Error.of(
                                            expected, half.floats(key + ".last_token_embedding"))));
        }
    }

    private static void embeddings(String model, Numerics numerics, Embeddings check)
            throws Exception {
        try (Qwen3Vl opened = Qwen3Vl.open(Goldens.model(model), Optional.empty(), numerics);
                Safetensors golden = Goldens.numbers(model, "goldens.safetensors")) {
            assertEquals(numerics, opened.numerics());
            for (JsonNode one : Goldens.cases(model)) {
                String key = one.path("key").asText();
                ImageQuestions question =
                        new ImageQuestions(
                                Goldens.image(model, one.path("image").asText()),
                                List.of(one.path("text").asText()));
                check.embedding(
                        key,
                        golden.floats(key + ".last_token_embedding"),
                        opened.read(List.of(question)).getFirst().getFirst().hidden());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny-b-bf16-untied", "tiny-c-bf16-sharded-tied"})
    void bfloat16ArithmeticIsAsCloseToFloat32AsTheReferencesOwn(String model) throws Exception {
        double[] worst = new double[2];
        each(
                model,
                BFLOAT16,
                (key, mine, reference) -> {
                    assertTrue(mine.cosine() >= 0.999, key + ": cosine " + mine.cosine());
                    worst[0] = Math.max(worst[0], mine.largest());
                    worst[1] = Math.max(worst[1], reference.largest());
                });
        System.out.printf("%s bfloat16: %.4f, reference %.4f%n", model, worst[0], worst[1]);
        assertTrue(worst[0] <= 1.3 * worst[1], worst[0] + " against " + worst[1]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny-b-bf16-untied", "tiny-c-bf16-sharded-tied"})
    void bfloat16WeightsWidenedForTheirProductsGiveFloat32sNumbers(String model) throws Exception {
        each(
                model,
                WIDENED,
                (key, mine, reference) ->
                        assertTrue(mine.largest() <= 3e-5, key + ": " + mine.largest()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny-b-bf16-untied", "tiny-c-bf16-sharded-tied"})
    void float16KeepsTwoMoreBitsThanBfloat16(String model) throws Exception {
        each(
                model,
                new Numerics(NumberType.FLOAT16, NumberType.FLOAT32),
                (key, mine, reference) ->
                        assertTrue(mine.largest() <= reference.largest() / 2, key + ": " + mine));
    }

    @ParameterizedTest
    @FieldSource("MODELS")
    void bytesWithAScaleForEachChannelHaveTheDirectionOfFloat32(String model) throws Exception {
        double[] worst = {0, 1};
        embeddings(
                model,
                BYTES,
                (key, expected, actual) -> {
                    Error error = Error.of(expected, actual);
                    worst[0] = Math.max(worst[0], error.largest());
                    worst[1] = Math.min(worst[1], error.cosine());
                });
        System.out.printf("%s int8: %.4f, cosine %.5f%n", model, worst[0], worst[1]);
        assertTrue(worst[1] >= 0.999, "cosine " + worst[1]);
    }

    @Test
    void inBytesTheFirstLayerOfEachTowerStaysInSixteenBits() {
        Qwen3VlConfig config = PublishedSize.SIZE_2B.config();
        List<TensorNames.Expected> all = new ArrayList<>(TensorNames.text(config));
        all.addAll(TensorNames.vision(config.vision()));
        List<String> sixteen =
                all.stream()
                        .filter(t -> t.shape().length == 2)
                        .filter(t -> TensorNames.type(t, BYTES) == NumberType.BFLOAT16)
                        .map(TensorNames.Expected::name)
                        .distinct()
                        .toList();
        assertEquals(1 + 7 + 4, sixteen.size(), sixteen.toString());
        assertTrue(sixteen.contains("model.language_model.layers.0.self_attn.o_proj.weight"));
        assertTrue(sixteen.contains("model.visual.blocks.0.mlp.linear_fc2.weight"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny-b-bf16-untied", "tiny-c-bf16-sharded-tied"})
    void anAdapterStandsBesideWeightsThatAreNotFloat32(String model) throws Exception {
        Path adapter = Goldens.ROOT.resolve(model).resolve("lora_init");
        JsonNode samples = Goldens.index(model).path("lora").path("samples");
        try (Qwen3Vl opened = Qwen3Vl.open(Goldens.model(model), Optional.of(adapter), WIDENED);
                Safetensors golden = Goldens.numbers(model, "lora.safetensors")) {
            String key = samples.get(1).asText();
            JsonNode one =
                    Goldens.cases(model).stream()
                            .filter(c -> c.path("key").asText().equals(key))
                            .findFirst()
                            .orElseThrow();
            Goldens.assertClose(
                    key,
                    golden.floats("sample1.last_token_embedding"),
                    opened.embed(
                                    Goldens.image(model, one.path("image").asText()),
                                    one.path("text").asText())
                            .hidden(),
                    3e-5);
        }
    }

    @Test
    void whereSixteenBitProductsAreSlowWeightsAreWidened() throws Exception {
        ProductSpeeds slow = new ProductSpeeds(120, 16, 22);
        ProductSpeeds fast = new ProductSpeeds(90, 170, 50);
        long big = 2_000_000_000L;
        assertEquals(WIDENED, Precision.AUTO.on(big, ElementType.BF16, () -> slow));
        assertEquals(BFLOAT16, Precision.AUTO.on(big, ElementType.BF16, () -> fast));
        assertEquals(
                new Numerics(NumberType.FLOAT16, NumberType.FLOAT32),
                Precision.FLOAT16.on(big, ElementType.BF16, () -> fast));
        assertEquals(
                new Numerics(NumberType.INT8, NumberType.BFLOAT16),
                Precision.INT8.on(big, ElementType.BF16, () -> fast));
        assertEquals(
                Numerics.FLOAT32,
                Precision.AUTO.on(
                        1_000_000,
                        ElementType.BF16,
                        () -> {
                            throw new AssertionError("a small model needs no measurement");
                        }));
    }

    @Test
    void aModelThatDoesNotFitNamesWhatWould() throws Exception {
        LoadingNeeds eight =
                LoadingNeeds.of(PublishedSize.SIZE_8B.config(), Path.of("Qwen3-VL-8B-Instruct"));
        assertEquals(17_534_247_392L, eight.half(), 1e7);
        BackboneException e =
                assertThrows(
                        BackboneException.class, () -> eight.require(BFLOAT16, 14_000_000_000L, 0));
        for (String part :
                List.of("Qwen3-VL-8B-Instruct", "14.0 GB are free", "--dtype int8", "4B", "2B")) {
            assertTrue(e.getMessage().contains(part), e.getMessage());
        }
        assertFalse(e.getMessage().contains("cpu"), e.getMessage());
        BackboneException onCard =
                assertThrows(
                        BackboneException.class,
                        () -> eight.require(BFLOAT16, 14_000_000_000L, 60_000_000_000L));
        assertTrue(onCard.getMessage().contains("--device cpu"), onCard.getMessage());
        BackboneException hopeless =
                assertThrows(
                        BackboneException.class, () -> eight.require(BFLOAT16, 1_000_000_000L, 0));
        assertTrue(hopeless.getMessage().contains("Nothing of this family"));
        eight.require(BFLOAT16, 30_000_000_000L, 0);
    }

    @Test
    void anImageReadByItselfHasTheSameDigitsWhateverIsReadBetween() throws Exception {
        String model = "tiny-b-bf16-untied";
        ImageQuestions question =
                new ImageQuestions(Goldens.image(model, "mid"), List.of("Sharp?", "Pretty?"));
        for (Numerics numerics : List.of(Numerics.FLOAT32, WIDENED, BFLOAT16, BYTES)) {
            try (Qwen3Vl opened = Qwen3Vl.open(Goldens.model(model), Optional.empty(), numerics)) {
                List<Reading> first = opened.read(List.of(question)).getFirst();
                List<ImageQuestions> crowd = new ArrayList<>();
                for (String image : Goldens.IMAGES) {
                    crowd.add(
                            new ImageQuestions(
                                    Goldens.image(model, image), List.of("Low or high?")));
                }
                for (ImageQuestions other : crowd) {
                    opened.read(List.of(other));
                }
                opened.read(crowd);
                List<Reading> again = opened.read(List.of(question)).getFirst();
                for (int t = 0; t < 2; t++) {
                    assertArrayEquals(
                            first.get(t).hidden(), again.get(t).hidden(), numerics.toString());
                    assertEquals(first.get(t).low(), again.get(t).low());
                    assertEquals(first.get(t).high(), again.get(t).high());
                }
            }
        }
    }

    @Test
    void aBatchOfMixedSizesDiffersInTheLastDigitsOnly() throws Exception {
        String model = "tiny-b-bf16-untied";
        List<ImageQuestions> batch = new ArrayList<>();
        for (String image : Goldens.IMAGES) {
            batch.add(new ImageQuestions(Goldens.image(model, image), List.of("Sharp?")));
        }
        for (Numerics numerics : List.of(Numerics.FLOAT32, WIDENED)) {
            try (Qwen3Vl opened = Qwen3Vl.open(Goldens.model(model), Optional.empty(), numerics)) {
                List<List<Reading>> together = opened.read(batch);
                for (int i = 0; i < batch.size(); i++) {
                    Goldens.assertClose(
                            numerics.toString(),
                            opened.read(List.of(batch.get(i))).getFirst().getFirst().hidden(),
                            together.get(i).getFirst().hidden(),
                            1e-5);
                }
            }
        }
    }
}

package eliq.backbone.qwen3vl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import eliq.backbone.ImageQuestions;
import eliq.backbone.PreparedImage;
import eliq.backbone.Reading;
import eliq.tensor.Safetensors;
import eliq.tensor.TensorEngine;
import eliq.tensor.WeightFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The network against the reference implementation, stage by stage, within the fixtures' table of tolerances. */
class Qwen3VlGoldenTest {
    static final List<String> MODELS = Goldens.MODELS;

    @ParameterizedTest
    @FieldSource("MODELS")
    void visionTowerAndDeepstackMatchTheReference(String model) throws Exception {
        withNetwork(
                model,
                (network, scope) -> {
                    try (Safetensors golden = Goldens.numbers(model, "goldens.safetensors")) {
                        for (String image : Goldens.IMAGES) {
                            NDList out =
                                    network.tower()
                                            .tokens(
                                                    scope,
                                                    List.of(Goldens.image(model, image)),
                                                    false);
                            Goldens.assertClose(
                                    model + " " + image + " vision_merged",
                                    golden.floats(image + ".vision_merged"),
                                    out.head().toFloatArray(),
                                    2e-5);
                            for (int level = 0; level < out.size() - 1; level++) {
                                Goldens.assertClose(
                                        model + " " + image + " deepstack " + level,
                                        golden.floats(image + ".deepstack_" + level),
                                        out.get(level + 1).toFloatArray(),
                                        2e-5);
                            }
                            assertEquals(
                                    golden.names().stream()
                                            .filter(n -> n.startsWith(image + ".deepstack"))
                                            .count(),
                                    out.size() - 1);
                        }
                    }
                });
    }

    @ParameterizedTest
    @FieldSource("MODELS")
    void imagesOfDifferentSizesInOneVisionPassDoNotDisturbEachOther(String model) throws Exception {
        withNetwork(
                model,
                (network, scope) -> {
                    try (Safetensors golden = Goldens.numbers(model, "goldens.safetensors")) {
                        List<PreparedImage> images = new ArrayList<>();
                        for (String image : Goldens.IMAGES) {
                            images.add(Goldens.image(model, image));
                        }
                        float[] all =
                                network.tower().tokens(scope, images, false).head().toFloatArray();
                        int at = 0;
                        for (String image : Goldens.IMAGES) {
                            float[] expected = golden.floats(image + ".vision_merged");
                            float[] part =
                                    java.util.Arrays.copyOfRange(all, at, at + expected.length);
                            Goldens.assertClose(model + " " + image, expected, part, 2e-5);
                            at += expected.length;
                        }
                        assertEquals(all.length, at);
                    }
                });
    }

    @ParameterizedTest
    @FieldSource("MODELS")
    void everyHiddenStateAndTheLogitsMatchTheReference(String model) throws Exception {
        withNetwork(
                model,
                (network, scope) -> {
                    try (Safetensors golden = Goldens.numbers(model, "goldens.safetensors")) {
                        for (JsonNode one : Goldens.cases(model)) {
                            compare(network, scope, golden, model, one);
                        }
                    }
                });
    }

    private static void compare(
            Qwen3VlNetwork network, NDManager scope, Safetensors golden, String model, JsonNode one)
            throws Exception {
        String key = one.path("key").asText();
        PreparedImage image = Goldens.image(model, one.path("image").asText());
        long[] ids = golden.longs(key + ".input_ids");
        PackedBatch batch = wholePrompt(model, ids, image);
        assertArrayEquals(golden.longs(key + ".position_ids"), batch.positions(), key);
        NDList vision = network.tower().tokens(scope, List.of(image), false);
        NDArray hidden = network.text(scope, batch, vision, network.noAdapters(scope), false);
        long[] every = LongStream.range(0, ids.length).toArray();
        NDArray states = network.states(scope, hidden, every, false);
        Goldens.assertClose(
                model + " " + key + " last_hidden_state",
                golden.floats(key + ".last_hidden_state"),
                states.toFloatArray(),
                3e-5);
        NDArray last = states.get((ids.length - 1) + ":");
        Goldens.assertClose(
                model + " " + key + " embedding",
                golden.floats(key + ".last_token_embedding"),
                last.toFloatArray(),
                3e-5);
        Goldens.assertClose(
                model + " " + key + " logits",
                golden.floats(key + ".last_logits"),
                network.logits(scope, last).toFloatArray(),
                3e-5);
    }

    /** The stored ids as one causal sequence, nothing shared. */
    private static PackedBatch wholePrompt(String model, long[] ids, PreparedImage image)
            throws Exception {
        Qwen3VlConfig config = Qwen3VlConfig.read(Goldens.model(model));
        int start = 0;
        while (ids[start] != config.imageToken()) {
            start++;
        }
        PromptTokens prompt = new PromptTokens(ids, start, image.rows() / 2, image.columns() / 2);
        return PackedBatch.of(List.of(new PackedBatch.Sequence(prompt, List.of())));
    }

    @ParameterizedTest
    @FieldSource("MODELS")
    void readingAllTextsTogetherGivesTheReferencesNumbers(String model) throws Exception {
        try (Qwen3Vl opened = Qwen3Vl.open(Goldens.model(model));
                Safetensors golden = Goldens.numbers(model, "goldens.safetensors")) {
            List<ImageQuestions> batch = new ArrayList<>();
            for (String image : Goldens.IMAGES) {
                batch.add(
                        new ImageQuestions(
                                Goldens.image(model, image),
                                Goldens.cases(model).stream()
                                        .filter(c -> c.path("image").asText().equals(image))
                                        .map(c -> c.path("text").asText())
                                        .toList()));
            }
            List<List<Reading>> readings = opened.read(batch);
            for (JsonNode one : Goldens.cases(model)) {
                String key = one.path("key").asText();
                Reading reading =
                        readings.get(Goldens.IMAGES.indexOf(one.path("image").asText()))
                                .get(one.path("text_index").asInt());
                Goldens.assertClose(
                        model + " " + key,
                        golden.floats(key + ".last_token_embedding"),
                        reading.hidden(),
                        3e-5);
                JsonNode expected = one.path("probability");
                Goldens.assertRelative(key, expected.path("low").asDouble(), reading.low(), 1e-4);
                Goldens.assertRelative(key, expected.path("high").asDouble(), reading.high(), 1e-4);
                Qwen3Vl.Embedding alone =
                        opened.embed(
                                Goldens.image(model, one.path("image").asText()),
                                one.path("text").asText());
                assertArrayEquals(golden.longs(key + ".input_ids"), alone.inputIds());
                Goldens.assertClose(key, alone.hidden(), reading.hidden(), 3e-5);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("MODELS")
    void aPeftAdapterIsMergedAsTheReferenceAppliesIt(String model) throws Exception {
        Path adapter = Goldens.ROOT.resolve(model).resolve("lora_init");
        JsonNode samples = Goldens.index(model).path("lora").path("samples");
        try (Qwen3Vl opened = Qwen3Vl.open(Goldens.model(model), Optional.of(adapter));
                Safetensors golden = Goldens.numbers(model, "lora.safetensors")) {
            for (int i = 0; i < samples.size(); i++) {
                String key = samples.get(i).asText();
                JsonNode one =
                        Goldens.cases(model).stream()
                                .filter(c -> c.path("key").asText().equals(key))
                                .findFirst()
                                .orElseThrow();
                Goldens.assertClose(
                        model + " " + key,
                        golden.floats("sample" + i + ".last_token_embedding"),
                        opened.embed(
                                        Goldens.image(model, one.path("image").asText()),
                                        one.path("text").asText())
                                .hidden(),
                        3e-5);
            }
        }
    }

    private interface Check {
        void run(Qwen3VlNetwork network, NDManager scope) throws Exception;
    }

    private static void withNetwork(String model, Check check) throws Exception {
        TensorEngine engine = TensorEngine.shared();
        engine.call(
                () -> {
                    Qwen3VlConfig config = Qwen3VlConfig.read(Goldens.model(model));
                    try (WeightFiles files = WeightFiles.open(Goldens.model(model));
                            NDManager scope = engine.newScope("test");
                            Qwen3VlNetwork network =
                                    new Qwen3VlNetwork(
                                            scope,
                                            config,
                                            Qwen3VlWeights.read(files, config, scope))) {
                        check.run(network, scope);
                    }
                    return null;
                });
    }
}

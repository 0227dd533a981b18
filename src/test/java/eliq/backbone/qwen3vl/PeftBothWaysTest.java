package eliq.backbone.qwen3vl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.backbone.BackboneTraining.AdamW;
import eliq.backbone.Numerics;
import eliq.backbone.PreparedImage;
import eliq.backbone.TrainingExample;
import eliq.backbone.TrainingMode;
import eliq.tensor.NumberType;
import eliq.tensor.Safetensors;
import eliq.tensor.TensorEngine;
import eliq.tensor.WeightFiles;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Adapters that moved between this program and PEFT 0.21.2 (transformers 5.23.0, torch 2.7.1). The numbers beside them are
 * PEFT's, made by docs/benchmarks/peft_both_ways.py.
 */
class PeftBothWaysTest {
    private static final String MODEL = "tiny-c-bf16-sharded-tied";
    private static final Path OURS = Goldens.ROOT.resolve("peft/ours");
    private static final Path THEIRS = Goldens.ROOT.resolve("peft/theirs");
    private static final List<String> KEYS = List.of("small.t0", "mid.t1");

    @TempDir Path folder;

    @Test
    void anAdapterWrittenHereHasTheLogitsThatPeftGivesIt() throws Exception {
        check(OURS, "", Numerics.FLOAT32);
        check(OURS, "", new Numerics(NumberType.BFLOAT16, NumberType.FLOAT32));
    }

    @Test
    void anAdapterWrittenByPeftHasTheSameLogitsHere() throws Exception {
        check(THEIRS, "", Numerics.FLOAT32);
    }

    @Test
    void theAdapterChangesWhatTheModelSays() throws Exception {
        try (Safetensors golden = Safetensors.open(OURS.resolve("logits.safetensors"))) {
            float[] base = golden.floats("base.0.logits");
            float[] tuned = golden.floats("0.logits");
            double apart = 0;
            for (int i = 0; i < base.length; i++) {
                apart = Math.max(apart, Math.abs(base[i] - tuned[i]));
            }
            assertTrue(apart > 0.05, "apart by " + apart);
        }
    }

    @Test
    void theWriterStillWritesWhatPeftRead() throws Exception {
        write(folder);
        ObjectMapper json = new ObjectMapper();
        for (String name : List.of("adapter_config.json")) {
            ObjectNode now = (ObjectNode) json.readTree(folder.resolve(name).toFile());
            ObjectNode then = (ObjectNode) json.readTree(OURS.resolve(name).toFile());
            assertEquals(then, now);
        }
        try (Safetensors now = Safetensors.open(folder.resolve("adapter_model.safetensors"));
                Safetensors then = Safetensors.open(OURS.resolve("adapter_model.safetensors"))) {
            assertEquals(then.names(), now.names());
            for (String name : then.names()) {
                assertArrayEquals(then.shape(name), now.shape(name));
            }
        }
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "WRITE_PEFT_FIXTURE", matches = "1")
    void writesTheFixture() throws Exception {
        write(OURS);
    }

    private static void write(Path target) throws Exception {
        TrainingMode mode =
                new TrainingMode.Lora(3, 6, 0.1, List.of("q_proj", "o_proj", "gate_proj"));
        try (Qwen3VlTraining training = Qwen3VlTraining.open(Goldens.model(MODEL), mode, 5)) {
            for (int step = 0; step < 6; step++) {
                training.accumulate(
                        List.of(
                                new TrainingExample(
                                        Goldens.image(MODEL, "small"),
                                        List.of(new TrainingExample.Question("Sharp?", "low", 1)))),
                        1);
                training.step(new AdamW(0.03, 0.9, 0.99, 1e-8, 0, 10));
            }
            training.saveModel(target);
        }
    }

    private static void check(Path adapter, String prefix, Numerics numerics) throws Exception {
        TensorEngine engine = TensorEngine.shared();
        engine.call(
                () -> {
                    Qwen3VlConfig config = Qwen3VlConfig.read(Goldens.model(MODEL));
                    try (WeightFiles files = WeightFiles.open(Goldens.model(MODEL));
                            NDManager scope = engine.newScope("peft");
                            Safetensors prompts = Goldens.numbers(MODEL, "goldens.safetensors");
                            Safetensors golden =
                                    Safetensors.open(adapter.resolve("logits.safetensors"))) {
                        Qwen3VlWeights read = Qwen3VlWeights.read(files, config, scope, numerics);
                        var adapters =
                                LoraAdapter.read(adapter)
                                        .apply(read.byName(), config, numerics, scope);
                        try (Qwen3VlNetwork network =
                                new Qwen3VlNetwork(
                                        scope, config, Qwen3VlWeights.of(read.byName(), config))) {
                            for (int i = 0; i < KEYS.size(); i++) {
                                long[] ids = prompts.longs(KEYS.get(i) + ".input_ids");
                                PreparedImage image =
                                        Goldens.image(MODEL, KEYS.get(i).split("\\.")[0]);
                                Goldens.assertClose(
                                        adapter + " " + KEYS.get(i),
                                        golden.floats(prefix + i + ".logits"),
                                        logits(network, scope, config, ids, image, adapters),
                                        3e-5);
                            }
                        }
                    }
                    return null;
                });
    }

    private static float[] logits(
            Qwen3VlNetwork network,
            NDManager scope,
            Qwen3VlConfig config,
            long[] ids,
            PreparedImage image,
            Qwen3VlNetwork.Adapters adapters)
            throws Exception {
        int start = 0;
        while (ids[start] != config.imageToken()) {
            start++;
        }
        PromptTokens prompt = new PromptTokens(ids, start, image.rows() / 2, image.columns() / 2);
        PackedBatch batch = PackedBatch.of(List.of(new PackedBatch.Sequence(prompt, List.of())));
        var vision = network.tower().tokens(scope, List.of(image), false);
        NDArray hidden = network.text(scope, batch, vision, adapters, false);
        NDArray state = network.states(scope, hidden, new long[] {ids.length - 1}, false);
        return network.logits(scope, state).toFloatArray();
    }
}

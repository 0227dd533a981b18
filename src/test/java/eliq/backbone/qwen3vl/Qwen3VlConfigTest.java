package eliq.backbone.qwen3vl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.backbone.BackboneException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Qwen3VlConfigTest {

    @TempDir Path directory;

    @Test
    void publishedLayoutIsRead() throws Exception {
        Qwen3VlConfig config = Qwen3VlConfig.read(Fixtures.model("tiny-b-bf16-untied"));

        assertEquals(
                new Qwen3VlConfig.Text(1260, 64, 5, 4, 1, 40, 168, 1e-6, 5e6, List.of(8, 6, 6)),
                config.text());
        assertEquals(
                new Qwen3VlConfig.Vision(48, 5, 2, 178, 16, 2, 2, 64, 10, List.of(0, 2, 3)),
                config.vision());
        assertFalse(config.tiedHead());
        assertEquals(1212, config.imageToken());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny-a-fp32-tied", "tiny-b-bf16-untied", "tiny-c-bf16-sharded-tied"})
    void resavedLayoutSaysTheSame(String model) throws Exception {
        Qwen3VlConfig published = Qwen3VlConfig.read(Fixtures.model(model));
        changed(
                model,
                config -> {
                    ObjectNode text = (ObjectNode) config.get("text_config");
                    ObjectNode rope = (ObjectNode) text.remove("rope_scaling");
                    rope.set("rope_theta", text.remove("rope_theta"));
                    text.set("rope_parameters", rope);
                    ((ObjectNode) config.get("vision_config")).put("model_type", "qwen3_vl_vision");
                });

        assertEquals(published, Qwen3VlConfig.read(directory));
    }

    @Test
    void aMissingKeyIsNamedWithItsFile() throws Exception {
        changed(
                "tiny-a-fp32-tied",
                config -> ((ObjectNode) config.get("text_config")).remove("num_hidden_layers"));

        assertEquals(
                directory.resolve("config.json") + ": text_config.num_hidden_layers is missing",
                refusal());
    }

    @Test
    void anotherFamilyIsRefused() throws Exception {
        changed("tiny-a-fp32-tied", config -> config.put("model_type", "qwen3_vl_moe"));

        assertTrue(refusal().contains("model_type is qwen3_vl_moe"), refusal());
    }

    @Test
    void anUnimplementedActivationIsRefused() throws Exception {
        changed(
                "tiny-a-fp32-tied",
                config -> ((ObjectNode) config.get("vision_config")).put("hidden_act", "gelu"));

        assertTrue(refusal().contains("vision_config.hidden_act is gelu"), refusal());
    }

    @Test
    void headsThatDoNotDivideAreRefused() throws Exception {
        changed(
                "tiny-a-fp32-tied",
                config -> ((ObjectNode) config.get("text_config")).put("num_key_value_heads", 3));

        assertTrue(refusal().contains("num_key_value_heads is 3"), refusal());
    }

    @Test
    void brokenJsonIsNamed() throws Exception {
        Files.writeString(directory.resolve("config.json"), "{\"model_type\": ");

        assertTrue(refusal().contains("config.json is not valid JSON"), refusal());
    }

    @Test
    void imageLimitsAreReadInBothSpellings() throws Exception {
        assertEquals(
                new PreprocessorConfig(16_384, 40_960, 16, 2, 2),
                PreprocessorConfig.read(Fixtures.model("tiny-c-bf16-sharded-tied")));
        Files.writeString(
                directory.resolve("preprocessor_config.json"),
                """
                {"min_pixels": 16384, "max_pixels": 40960, "patch_size": 16,
                 "temporal_patch_size": 2, "merge_size": 2}
                """);

        assertEquals(
                new PreprocessorConfig(16_384, 40_960, 16, 2, 2),
                PreprocessorConfig.read(directory));
    }

    private String refusal() {
        return assertThrows(BackboneException.class, () -> Qwen3VlConfig.read(directory))
                .getMessage();
    }

    private void changed(String model, Consumer<ObjectNode> change) throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode config =
                (ObjectNode) mapper.readTree(Fixtures.model(model).resolve("config.json").toFile());
        change.accept(config);
        mapper.writeValue(directory.resolve("config.json").toFile(), config);
    }
}

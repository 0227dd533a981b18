package eliq.backbone.qwen3vl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.backbone.BackboneException;
import eliq.tensor.Safetensors;
import eliq.tensor.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A checkpoint that cannot be used is refused with one sentence that names what is wrong with it. */
class CheckpointErrorsTest {
    private static final String NORM = "model.language_model.norm.weight";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path folder;

    @BeforeEach
    void copyModel() throws Exception {
        copy(Goldens.model("tiny-c-bf16-sharded-tied"), folder);
    }

    @Test
    void aTruncatedShardIsNamed() throws Exception {
        Path shard = folder.resolve("model-00002-of-00003.safetensors");
        byte[] all = Files.readAllBytes(shard);
        Files.write(shard, Arrays.copyOf(all, all.length - 1000));
        assertRefused(shard.getFileName().toString(), "truncated");
    }

    @Test
    void anEmptyShardIsNamed() throws Exception {
        Files.write(folder.resolve("model-00003-of-00003.safetensors"), new byte[0]);
        assertRefused("model-00003-of-00003.safetensors", "too few");
    }

    @Test
    void aMissingShardIsNamed() throws Exception {
        Files.delete(folder.resolve("model-00001-of-00003.safetensors"));
        assertRefused("model-00001-of-00003.safetensors", "no such file");
    }

    @Test
    void anIndexCannotLeadOutOfItsFolder() throws Exception {
        edit("model.safetensors.index.json", "model-00001-of", "../model-00001-of");
        assertRefused("index.json", "is no file name");
    }

    @Test
    void aTensorThatTheIndexLosesIsMissing() throws Exception {
        Path index = folder.resolve("model.safetensors.index.json");
        ObjectNode root = (ObjectNode) JSON.readTree(Files.readAllBytes(index));
        ((ObjectNode) root.get("weight_map")).remove(NORM);
        Files.write(index, JSON.writeValueAsBytes(root));
        assertRefused("missing " + NORM);
    }

    @Test
    void aConfigurationThatIsNoJsonIsRefusedWithItsPlaceAndWhatToDo() throws Exception {
        Files.writeString(folder.resolve("config.json"), "{\n  \"text_config\": {\n");
        BackboneException e = assertRefused("config.json is not valid JSON, line 3, column ");
        assertTrue(e.getMessage().endsWith("Fetch the file anew or mend it there."));
        assertFalse(e.getMessage().contains("Source"), e.getMessage());
    }

    @Test
    void noWeightsAtAllIsSaid() throws Exception {
        Files.delete(folder.resolve("model.safetensors.index.json"));
        assertRefused("holds neither model.safetensors nor");
    }

    @Test
    void aTensorOfAnotherShapeOrAnUnknownOneIsNamed() throws Exception {
        Files.delete(folder.resolve("model.safetensors.index.json"));
        write(List.of("model.visual.extra"), Map.of());
        assertRefused("unknown model.visual.extra");
        write(List.of(), Map.of(NORM, new long[] {7}));
        assertRefused("'" + NORM + "'", "has shape [7]");
    }

    @Test
    void anAdapterOfAnotherModelOrKindIsRefused() throws Exception {
        Path other = Goldens.ROOT.resolve("tiny-a-fp32-tied/lora_init");
        BackboneException size =
                assertThrows(
                        BackboneException.class, () -> Qwen3Vl.open(folder, Optional.of(other)));
        assertTrue(size.getMessage().contains("trained on another one"), size.getMessage());
        Path adapter = Files.createDirectory(folder.resolve("adapter"));
        copy(Goldens.ROOT.resolve("tiny-c-bf16-sharded-tied/lora_init"), adapter);
        Path config = adapter.resolve("adapter_config.json");
        Files.writeString(
                config,
                Files.readString(config).replace("\"use_dora\": false", "\"use_dora\": true"));
        BackboneException dora =
                assertThrows(
                        BackboneException.class, () -> Qwen3Vl.open(folder, Optional.of(adapter)));
        assertTrue(dora.getMessage().contains("use_dora"), dora.getMessage());
    }

    @Test
    void theIdentityFollowsEveryByteThatMatters() throws Exception {
        Path adapter = Goldens.ROOT.resolve("tiny-c-bf16-sharded-tied/lora_init");
        String plain;
        try (Qwen3Vl model = Qwen3Vl.open(folder)) {
            plain = model.identity().weights();
        }
        try (Qwen3Vl again = Qwen3Vl.open(Goldens.model("tiny-c-bf16-sharded-tied"))) {
            assertEquals(plain, again.identity().weights());
        }
        try (Qwen3Vl tuned = Qwen3Vl.open(folder, Optional.of(adapter))) {
            assertNotEquals(plain, tuned.identity().weights());
            assertTrue(tuned.identity().name().endsWith(" + lora_init"));
        }
        edit("preprocessor_config.json", "40960", "61440");
        try (Qwen3Vl larger = Qwen3Vl.open(folder)) {
            assertNotEquals(plain, larger.identity().weights());
        }
    }

    private BackboneException assertRefused(String... parts) {
        BackboneException e = assertThrows(BackboneException.class, () -> Qwen3Vl.open(folder));
        for (String part : parts) {
            assertTrue(e.getMessage().contains(part), e.getMessage());
        }
        return e;
    }

    /** All tensors in one file, some added, some of another shape. */
    private void write(List<String> extra, Map<String, long[]> shapes) throws Exception {
        List<SafetensorsWriter.Tensor> tensors = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            Path shard = folder.resolve("model-0000" + i + "-of-00003.safetensors");
            try (Safetensors file = Safetensors.open(shard)) {
                for (String name : file.names()) {
                    long[] shape = shapes.getOrDefault(name, file.shape(name));
                    float[] values =
                            shapes.containsKey(name)
                                    ? new float[(int) shape[0]]
                                    : file.floats(name);
                    tensors.add(new SafetensorsWriter.Tensor(name, shape, values));
                }
            }
        }
        for (String name : extra) {
            tensors.add(new SafetensorsWriter.Tensor(name, new long[] {1}, new float[1]));
        }
        SafetensorsWriter.write(
                folder.resolve("model.safetensors"),
                tensors,
                SafetensorsWriter.Precision.F32,
                Map.of());
    }

    private void edit(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        Files.writeString(path, Files.readString(path).replace(from, to));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(from)) {
            for (Path file : files) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}

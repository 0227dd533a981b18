package eliq.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFoldersTest {
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    @TempDir Path root;

    private ModelFolders folders() {
        return new ModelFolders(
                List.of(root.resolve("workspace"), root.resolve("shipped")),
                Map.of("HF_HOME", root.resolve("hf").toString()),
                root);
    }

    @Test
    void aFolderIsTakenAsItStands() throws Exception {
        Path folder = Files.createDirectories(root.resolve("somewhere/model"));
        assertEquals(folder, folders().find(folder.toString()));
    }

    @Test
    void theWorkspaceIsAskedBeforeTheInstallation() throws Exception {
        Files.createDirectories(root.resolve("shipped/eliq-nano"));
        assertEquals(root.resolve("shipped/eliq-nano"), folders().find("eliq-nano"));

        Files.createDirectories(root.resolve("workspace/eliq-nano"));
        assertEquals(root.resolve("workspace/eliq-nano"), folders().find("eliq-nano"));
        assertEquals(List.of("eliq-nano"), folders().names());
    }

    @Test
    void aHuggingFaceNameIsFoundInTheCacheByItsMainRevisionOrAnother() throws Exception {
        Path model = root.resolve("hf/hub/models--Qwen--Qwen3-VL-2B-Instruct");
        Path snapshot = Files.createDirectories(model.resolve("snapshots/" + COMMIT));
        Files.createDirectories(model.resolve("snapshots/" + COMMIT.replace('0', 'f')));
        Files.writeString(snapshot.resolve("model.safetensors"), "weights");
        Files.createDirectories(model.resolve("refs"));
        Files.writeString(model.resolve("refs/main"), COMMIT + "\n");

        assertEquals(snapshot, folders().find("Qwen/Qwen3-VL-2B-Instruct"));
        assertEquals(snapshot, folders().find("Qwen/Qwen3-VL-2B-Instruct@" + COMMIT));
        assertThrows(HubException.class, () -> folders().find("Qwen/Qwen3-VL-2B-Instruct@v2"));
    }

    @Test
    void theCacheIsWhereTheEnvironmentSays() {
        Path home = Path.of("/home/u");
        assertEquals(
                Path.of("/home/u/.cache/huggingface/hub"),
                HuggingFaceCache.standard(Map.of(), home).folder());
        assertEquals(
                Path.of("/data/hf/hub"),
                HuggingFaceCache.standard(Map.of("HF_HOME", "/data/hf"), home).folder());
        assertEquals(
                Path.of("/data/cache"),
                HuggingFaceCache.standard(
                                Map.of("HF_HOME", "/data/hf", "HF_HUB_CACHE", "/data/cache"), home)
                        .folder());
    }

    @Test
    void anUnknownNameIsRefusedWithThoseThereAre() throws Exception {
        Files.createDirectories(root.resolve("shipped/eliq-nano"));
        HubException e = assertThrows(HubException.class, () -> folders().find("qwen"));
        assertTrue(e.getMessage().contains("no model 'qwen'"), e.getMessage());
        assertTrue(e.getMessage().contains("eliq-nano"), e.getMessage());
        assertThrows(HubException.class, () -> folders().find("../shipped/eliq-nano"));
    }
}

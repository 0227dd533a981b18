package eliq.backbone.qwen3vl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.backbone.BackboneException;
import eliq.tensor.Safetensors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A further deepstack level for a trained model. */
class AddedLevelTest {
    private static final String A = "tiny-a-fp32-tied";

    @TempDir Path directory;

    @Test
    void theModelKeepsItsWeightsAndGetsAMergerForTheBlock() throws Exception {
        Qwen3VlConfig before = Qwen3VlConfig.read(Goldens.model(A));
        int block = before.vision().blocks() - 1;
        Path target = directory.resolve("more");
        int level = AddedLevel.write(Goldens.model(A), block, 3, 0.04, target);

        List<Integer> levels = new ArrayList<>(before.vision().deepstack());
        levels.add(block);
        assertEquals(levels, Qwen3VlConfig.read(target).vision().deepstack());
        assertEquals(levels.size() - 1, level);
        try (Safetensors was = Safetensors.open(Goldens.model(A).resolve("model.safetensors"));
                Safetensors is = Safetensors.open(target.resolve("model.safetensors"))) {
            for (String name : was.names()) {
                assertArrayEquals(was.floats(name), is.floats(name), name);
            }
            assertEquals(was.names().size() + 6, is.names().size());
            assertTrue(
                    is.names()
                            .contains(
                                    "model.visual.deepstack_merger_list."
                                            + level
                                            + ".norm.weight"));
        }
    }

    @Test
    void theNewLevelReachesTheTextModel() throws Exception {
        int block = Qwen3VlConfig.read(Goldens.model(A)).vision().blocks() - 1;
        Path target = directory.resolve("more");
        AddedLevel.write(Goldens.model(A), block, 3, 0.04, target);
        try (Qwen3Vl before = Qwen3Vl.open(Goldens.model(A));
                Qwen3Vl after = Qwen3Vl.open(target)) {
            var image = Goldens.image(A, "small");
            assertFalse(
                    java.util.Arrays.equals(
                            before.embed(image, "low").hidden(),
                            after.embed(image, "low").hidden()));
        }
    }

    @Test
    void aBlockBeforeTheOthersIsRefusedAndNothingIsWritten() throws Exception {
        Path target = directory.resolve("more");
        int last = Qwen3VlConfig.read(Goldens.model(A)).vision().deepstack().getLast();
        BackboneException refused =
                assertThrows(
                        BackboneException.class,
                        () -> AddedLevel.write(Goldens.model(A), last, 3, 0.04, target));

        assertTrue(refused.getMessage().contains("after " + last), refused.getMessage());
        assertFalse(Files.exists(target));
    }
}

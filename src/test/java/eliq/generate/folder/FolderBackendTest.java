package eliq.generate.folder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.generate.GenerateException;
import eliq.generate.GenerateException.Reason;
import eliq.generate.GeneratedImage;
import eliq.generate.GenerationRequest;
import eliq.generate.GenerationRequest.Quality;
import eliq.generate.GenerationWatch;
import eliq.image.ImageEncoding;
import eliq.image.Pixels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images that are there already, found by what they were drawn from. */
class FolderBackendTest {
    @TempDir Path folder;
    private FolderBackend backend;

    private static Pixels grey(int level) {
        byte[] rgb = new byte[3 * 8 * 8];
        Arrays.fill(rgb, (byte) level);
        return new Pixels(8, 8, rgb);
    }

    @BeforeEach
    void fill() throws Exception {
        // As ComfyUI leaves it, as a web UI leaves it, with a text beside it, with a row in a
        // table, and without.
        Files.write(
                folder.resolve("comfy.png"),
                ImageEncoding.png(
                        grey(10),
                        Map.of(
                                "prompt",
                                "{\"1\":{\"class_type\":\"CheckpointLoaderSimple\",\"inputs\":{\"ckpt_name\":\"m.safetensors\"}},"
                                        + "\"2\":{\"class_type\":\"CLIPTextEncode\",\"inputs\":{\"text\":\"a red fox\",\"clip\":[\"1\",1]}},"
                                        + "\"3\":{\"class_type\":\"KSampler\",\"inputs\":{\"model\":[\"1\",0],\"seed\":77,\"positive\":[\"2\",0],\"latent_image\":[\"9\",0]}},"
                                        + "\"4\":{\"class_type\":\"SaveImage\",\"inputs\":{\"images\":[\"3\",0]}}}")));
        Files.write(
                folder.resolve("web.png"),
                ImageEncoding.png(
                        grey(20),
                        Map.of(
                                "parameters",
                                "A red  fox.\nSteps: 20, Sampler: Euler, Seed: 5, Model: sd15")));
        Files.write(folder.resolve("beside.png"), ImageEncoding.png(grey(30)));
        Files.writeString(folder.resolve("beside.txt"), "two cups on a table\n");
        Files.write(folder.resolve("row.png"), ImageEncoding.png(grey(40)));
        Files.write(folder.resolve("none.png"), ImageEncoding.png(grey(50)));
        Files.writeString(folder.resolve("broken.png"), "no picture");
        Path table = folder.resolve("prompts.csv");
        Files.writeString(table, "image,prompt\nrow.png,a house by the sea\n");
        backend = new FolderBackend("renders", folder, Optional.of(table));
    }

    private GeneratedImage make(String prompt, long seed) throws GenerateException {
        return backend.make(
                new GenerationRequest(prompt, seed, 512, 512, new Quality.Full()),
                GenerationWatch.NONE);
    }

    @Test
    void everyPromptIsListedOnceWithWhatIsKnownOfTheFolder() throws Exception {
        assertEquals(
                List.of("two cups on a table", "a red fox", "a house by the sea"),
                backend.prompts());
        assertEquals("6 images, 4 with a prompt, 3 different prompts", backend.check().answer());
    }

    @Test
    void aPromptIsAnsweredWithAnImageOfTheSameWordsChosenByTheSeed() throws Exception {
        GeneratedImage comfy = make("A red fox", 0);
        assertArrayEquals(grey(10).rgb(), comfy.pixels().rgb());
        assertEquals(Optional.of("m.safetensors"), comfy.provenance().model());
        assertEquals(77, comfy.provenance().seed());
        assertEquals("renders", comfy.provenance().generator());
        assertArrayEquals(grey(20).rgb(), make("a red fox", 1).pixels().rgb());
        assertArrayEquals(grey(10).rgb(), make("a red fox", 2).pixels().rgb());
        assertArrayEquals(grey(40).rgb(), make("a house by the sea", 1).pixels().rgb());
    }

    @Test
    void whatItHasNoImageOfIsRefused() {
        GenerateException e = assertThrows(GenerateException.class, () -> make("a blue fox", 1));
        assertEquals(Reason.REFUSED, e.reason());
        assertTrue(e.getMessage().contains("a blue fox"), e.getMessage());
        assertFalse(backend.capabilities().makes(new Quality.Weaker(1)));
        assertFalse(
                new FolderBackend("x", folder.resolve("no"), Optional.empty()).check().reachable());
    }
}

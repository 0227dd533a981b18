package eliq.generate.comfyui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DoubleNode;
import eliq.generate.EditRequest;
import eliq.generate.GenerateException;
import eliq.generate.GenerateException.Reason;
import eliq.generate.GeneratedImage;
import eliq.generate.GenerationRequest;
import eliq.generate.GenerationRequest.Quality;
import eliq.generate.GenerationWatch;
import eliq.generate.Health;
import eliq.generate.ImageGenerator;
import eliq.generate.http.Http;
import eliq.generate.http.HttpSettings;
import eliq.image.Pixels;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client against a server that speaks ComfyUI's protocol: what works. */
class ComfyUiTest {
    static final String PROMPT = "a red car on a street";
    private FakeComfyUi server;

    @BeforeEach
    void start() throws Exception {
        server = FakeComfyUi.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** The socket is heard, and the history seldom asked without need. */
    static HttpSettings quick() {
        return polling(Duration.ofSeconds(2));
    }

    static HttpSettings polling(Duration interval) {
        return new HttpSettings(
                Duration.ofSeconds(20),
                Duration.ofSeconds(30),
                2,
                Duration.ofMillis(20),
                interval,
                Duration.ofMinutes(2),
                Duration.ofMinutes(2),
                Duration.ofMillis(600),
                1,
                0);
    }

    static ComfyUiBackend backend(URI url, HttpSettings settings) throws GenerateException {
        return new ComfyUiBackend(
                new Http("studio", url, Map.of(), settings), ComfyUiOptions.standard());
    }

    private ImageGenerator generator(String key) throws GenerateException {
        return generator(backend(server.url(), quick()), key);
    }

    static ImageGenerator generator(ComfyUiBackend backend, String key) {
        return backend.generators().stream()
                .filter(g -> g.name().equals("studio/" + key))
                .findFirst()
                .orElseThrow();
    }

    static GenerationRequest small(long seed, Quality quality) {
        return new GenerationRequest(PROMPT, seed, 64, 48, quality);
    }

    static GenerationRequest small(long seed) {
        return small(seed, new Quality.Full());
    }

    /** Writes down what it sees. */
    static class Notes implements GenerationWatch {
        final List<String> steps = new ArrayList<>();
        final List<Pixels> previews = new ArrayList<>();
        final List<String> notes = new ArrayList<>();
        final List<Integer> queue = new ArrayList<>();

        @Override
        public synchronized void queued(int ahead) {
            queue.add(ahead);
        }

        @Override
        public synchronized void step(int done, int total) {
            steps.add(done + "/" + total);
        }

        @Override
        public synchronized void preview(Pixels sofar) {
            previews.add(sofar);
        }

        @Override
        public synchronized void note(String sentence) {
            notes.add(sentence);
        }
    }

    @Test
    void aPictureComesWithProgressPreviewsAndItsProvenance() throws Exception {
        Notes notes = new Notes();
        Instant before = Instant.now();
        GeneratedImage image = generator("qwen-image").make(small(7), notes);
        assertEquals(64, image.pixels().width());
        assertEquals(48, image.pixels().height());
        assertEquals("1/20", notes.steps.getFirst());
        assertEquals("20/20", notes.steps.getLast());
        assertEquals(16, notes.previews.getFirst().width());
        assertEquals(List.of(), notes.notes);
        assertEquals("studio/qwen-image", image.provenance().generator());
        assertEquals("qwen_image_fp8_e4m3fn.safetensors", image.provenance().model().orElseThrow());
        assertEquals(7, image.provenance().seed());
        assertFalse(image.provenance().made().isBefore(before));
        assertTrue(image.provenance().took().toMillis() >= 0);
        assertEquals(
                server.prompts().getFirst().path("prompt"),
                new ObjectMapper().readTree(image.provenance().workflow().orElseThrow()));
        assertTrue(image.provenance().workflowHash().isPresent());
    }

    @Test
    void theSameRequestGivesTheSamePictureAndIsMadeOnce() throws Exception {
        Pixels first = generator("flux-1-dev").generate(small(3));
        Pixels again = generator("flux-1-dev").generate(small(3));
        assertArrayEquals(first.rgb(), again.rgb());
        assertEquals(1, server.picturesMade());
        assertEquals(1, server.prompts().size());
        Pixels other = generator("flux-1-dev").generate(small(4));
        assertFalse(java.util.Arrays.equals(first.rgb(), other.rgb()));
    }

    @Test
    void severalPicturesWaitInTheQueueAtOnce() throws Exception {
        ImageGenerator generator = generator("sd-3.5-large");
        List<Notes> notes = List.of(new Notes(), new Notes(), new Notes());
        Map<Integer, Pixels> made = new TreeMap<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int number = i;
            threads.add(
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try {
                                            Pixels pixels =
                                                    generator
                                                            .make(small(number), notes.get(number))
                                                            .pixels();
                                            synchronized (made) {
                                                made.put(number, pixels);
                                            }
                                        } catch (GenerateException e) {
                                            throw new IllegalStateException(e);
                                        }
                                    }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(Set.of(0, 1, 2), made.keySet());
        assertEquals(3, server.picturesMade());
        // Each heard of its own steps only.
        notes.forEach(n -> assertEquals(20, n.steps.size()));
    }

    @Test
    void anUnfinishedRunOfTheSameSeedIsDecodedWhereEarlyStoppedIsAskedFor() throws Exception {
        ImageGenerator generator = generator("qwen-image");
        Notes notes = new Notes();
        generator.make(small(7, new Quality.EarlyStopped(0.3)), notes);
        assertEquals("6/6", notes.steps.getLast());
    }

    @Test
    void weakerPicturesComeFromWeakModelsAtTheirOwnSize() throws Exception {
        ImageGenerator generator = generator("flux-1-dev");
        GenerationRequest wide =
                new GenerationRequest(PROMPT, 1, 1152, 768, new Quality.Weaker(0.2));
        GeneratedImage weak = generator.make(wide, GenerationWatch.NONE);
        assertEquals("v1-5-pruned-emaonly.safetensors", weak.provenance().model().orElseThrow());
        assertEquals("studio/flux-1-dev", weak.provenance().generator());
        assertEquals(624, weak.pixels().width());
        assertEquals(416, weak.pixels().height());
        assertEquals(
                "sd-v1-1.ckpt",
                generator
                        .make(small(1, new Quality.Weaker(1)), GenerationWatch.NONE)
                        .provenance()
                        .model()
                        .orElseThrow());
    }

    @Test
    void aPictureIsEditedAsItIsTold() throws Exception {
        ComfyUiBackend backend = backend(server.url(), quick());
        Pixels source = generator("qwen-image").generate(small(7));
        Pixels odd = new Pixels(60, 48, java.util.Arrays.copyOf(source.rgb(), 3 * 60 * 48));
        GeneratedImage edited =
                backend.editors()
                        .getFirst()
                        .edit(new EditRequest(odd, "tilt the horizon", 5), GenerationWatch.NONE);
        assertEquals("studio/qwen-image-edit", edited.provenance().generator());
        assertEquals(48, edited.pixels().width());
        assertEquals(48, edited.pixels().height());
    }

    @Test
    void aWorkflowOfOnesOwnWithRenamedNodesDraws(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("mine.json");
        Files.writeString(file, OwnWorkflowTest.OWN.replace("mine.safetensors", "sd-v1-4.ckpt"));
        ComfyUiOptions standard = ComfyUiOptions.standard();
        ComfyUiBackend backend =
                new ComfyUiBackend(
                        new Http("studio", server.url(), Map.of(), quick()),
                        new ComfyUiOptions(
                                Map.of("mine", Map.of("guide.cfg", DoubleNode.valueOf(3))),
                                Map.of(
                                        "mine",
                                        new ComfyUiOptions.OwnWorkflow(
                                                file, Map.of(), 512, 512, false)),
                                standard.weak(),
                                standard.earlyStop()));
        ImageGenerator mine = generator(backend, "mine");
        Notes notes = new Notes();
        Pixels full = mine.make(small(3), notes).pixels();
        assertEquals(48, full.height());
        assertEquals("10/10", notes.steps.getLast());
        JsonNode sent = server.prompts().getFirst().path("prompt");
        assertEquals(PROMPT, sent.path("words").path("inputs").path("value").asText());
        assertEquals(3, sent.path("number").path("inputs").path("value").asLong());
        assertEquals(3.0, sent.path("guide").path("inputs").path("cfg").asDouble());
        Notes early = new Notes();
        mine.make(small(3, new Quality.EarlyStopped(0.4)), early);
        assertEquals("4/4", early.steps.getLast());
    }

    @Test
    void healthNamesServerAndEveryModel() throws Exception {
        Health health = backend(server.url(), quick()).check();
        assertTrue(health.reachable(), health.answer());
        assertEquals("ComfyUI 0.3.64 on painter", health.answer());
        assertEquals(
                List.of(
                        "studio/qwen-image",
                        "studio/flux-1-dev",
                        "studio/sd-3.5-large",
                        "studio/sd-1.5",
                        "studio/sd-1.4",
                        "studio/sd-1.1",
                        "studio/qwen-image-edit"),
                health.models().stream().map(Health.ModelState::generator).toList());
        health.models().forEach(m -> assertEquals(List.of(), m.missing(), m.model()));
    }

    @Test
    void healthSaysWhatIsMissingAndWhereItBelongs() throws Exception {
        server.close();
        server =
                FakeComfyUi.start(
                        Map.of(
                                "checkpoints",
                                new TreeSet<>(Set.of("flux/flux1-dev-fp8.safetensors"))));
        Map<String, List<String>> missing = new TreeMap<>();
        backend(server.url(), quick())
                .check()
                .models()
                .forEach(m -> missing.put(m.model(), m.missing()));
        // One file that holds everything, in a folder of the user's own, serves as well.
        assertEquals(List.of(), missing.get("FLUX.1-dev"));
        assertEquals(
                List.of(
                        "models/checkpoints/sd-v1-1.ckpt (or sd-v1-1.safetensors, sd-v1-1-full-ema.ckpt)"),
                missing.get("Stable Diffusion 1.1"));
        assertEquals(
                List.of(
                        "models/checkpoints/sd3.5_large.safetensors",
                        "models/text_encoders/clip_l.safetensors",
                        "models/text_encoders/clip_g.safetensors",
                        "models/text_encoders/t5xxl_fp16.safetensors (or t5xxl_fp8_e4m3fn_scaled.safetensors, t5xxl_fp8_e4m3fn.safetensors)"),
                missing.get("Stable Diffusion 3.5 Large"));
        Pixels made = generator("flux-1-dev").generate(small(1));
        assertEquals(64, made.width());
        assertEquals(
                "flux/flux1-dev-fp8.safetensors",
                server.prompts()
                        .getFirst()
                        .path("prompt")
                        .path("4")
                        .path("inputs")
                        .path("ckpt_name")
                        .asText());
        GenerateException e =
                assertThrows(GenerateException.class, () -> generator("sd-1.4").generate(small(1)));
        assertEquals(Reason.REFUSED, e.reason());
        assertTrue(e.getMessage().contains("models/checkpoints/sd-v1-4.ckpt"), e.getMessage());
        assertEquals(1, server.prompts().size(), "a graph that cannot run is not sent");
    }
}

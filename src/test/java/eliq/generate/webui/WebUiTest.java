package eliq.generate.webui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import eliq.generate.http.HttpTestServer.Reply;
import eliq.image.ImageEncoding;
import eliq.image.Pixels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client against a server with the routes of AUTOMATIC1111's web UI and Forge. */
class WebUiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private FakeWebUi server;

    @BeforeEach
    void start() throws Exception {
        server = new FakeWebUi();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static HttpSettings settings(int blackRetries) {
        return new HttpSettings(
                Duration.ofSeconds(20),
                Duration.ofSeconds(30),
                1,
                Duration.ofMillis(10),
                Duration.ofMillis(20),
                Duration.ofMinutes(1),
                Duration.ofMinutes(1),
                Duration.ofMinutes(1),
                1,
                blackRetries);
    }

    private WebUiBackend backend(Map<String, String> headers) throws GenerateException {
        return new WebUiBackend(
                new Http("forge", server.http.url(), headers, settings(0)),
                List.of(),
                List.of("sd-1.5", "sd-1.4"),
                0.5);
    }

    private ImageGenerator generator(String key) throws GenerateException {
        return backend(Map.of()).generators().stream()
                .filter(g -> g.name().equals("forge/" + key))
                .findFirst()
                .orElseThrow();
    }

    private static GenerationRequest request(Quality quality) {
        return new GenerationRequest("a red bicycle", 7, 64, 128, quality);
    }

    private static GenerationRequest full() {
        return request(new Quality.Full());
    }

    private void says(Reason reason, ImageGenerator generator, String... words) {
        GenerateException e =
                assertThrows(GenerateException.class, () -> generator.generate(full()));
        assertEquals(reason, e.reason(), e.getMessage());
        for (String word : words) {
            assertTrue(e.getMessage().contains(word), e.getMessage());
        }
    }

    @Test
    void aPictureIsAskedForWithEverythingThatDecidesIt() throws Exception {
        GeneratedImage image = generator("sd-1.5").make(full(), GenerationWatch.NONE);
        assertEquals(64, image.pixels().width());
        assertEquals(128, image.pixels().height());
        assertEquals(
                JSON.readTree(
                        "{\"prompt\":\"a red bicycle\",\"negative_prompt\":\"\",\"seed\":7,\"steps\":20,\"cfg_scale\":7.0,\"width\":64,\"height\":128,"
                                + "\"sampler_name\":\"Euler\",\"scheduler\":\"Automatic\",\"batch_size\":1,\"n_iter\":1,"
                                + "\"override_settings\":{\"sd_model_checkpoint\":\"sd15/v1-5-pruned-emaonly.safetensors [6ce0161689]\"},"
                                + "\"override_settings_restore_afterwards\":false}"),
                server.bodies.getFirst());
        assertEquals("sd15_v1-5-pruned-emaonly", image.provenance().model().orElseThrow());
        assertEquals(7, image.provenance().seed());
        assertTrue(image.provenance().workflow().orElseThrow().contains("a red bicycle"));
    }

    @Test
    void fluxOnForgeNamesItsFilesByTheServersPaths() throws Exception {
        server.forge = true;
        generator("flux-1-dev").generate(full());
        JsonNode body = server.bodies.getFirst();
        assertEquals(1.0, body.path("cfg_scale").asDouble());
        assertEquals(3.5, body.path("distilled_cfg_scale").asDouble());
        assertEquals(
                "[\"/m/VAE/ae.safetensors\",\"/m/te/clip_l.safetensors\",\"/m/te/t5xxl_fp16.safetensors\"]",
                body.path("override_settings").path("forge_additional_modules").toString());
    }

    @Test
    void anEditIsDrawnAgainOverThePicture() throws Exception {
        Pixels source = generator("sd-1.5").generate(full());
        GeneratedImage edited =
                backend(Map.of()).editors().stream()
                        .filter(e -> e.name().equals("forge/redraw-sd-1.5"))
                        .findFirst()
                        .orElseThrow()
                        .edit(new EditRequest(source, "garish colours", 3), GenerationWatch.NONE);
        JsonNode body = server.bodies.getLast();
        assertEquals("garish colours", body.path("prompt").asText());
        assertEquals(0.5, body.path("denoising_strength").asDouble());
        assertEquals(
                Base64.getEncoder().encodeToString(ImageEncoding.png(source)),
                body.path("init_images").path(0).asText());
        assertEquals("forge/redraw-sd-1.5", edited.provenance().generator());
        JsonNode recorded = JSON.readTree(edited.provenance().workflow().orElseThrow());
        assertFalse(recorded.has("init_images"), "the picture itself is not kept a second time");
        assertEquals(
                eliq.image.ContentHash.of(ImageEncoding.png(source)).hex(),
                recorded.path("eliq_init_image_sha256").asText());
    }

    @Test
    void anEarlyStopInterruptsAtTheStepAndRecordsWhichItWas() throws Exception {
        server.stepMillis = 2;
        server.holdAt = 8;
        server.stopsWhenInterruptedOnly = true;
        GeneratedImage early =
                generator("sd-1.5")
                        .make(request(new Quality.EarlyStopped(0.25)), GenerationWatch.NONE);
        JsonNode recorded = JSON.readTree(early.provenance().workflow().orElseThrow());
        int stopped = recorded.path("eliq_stopped_at_step").asInt();
        assertTrue(stopped >= 5 && stopped <= 8, "step " + stopped);
        assertTrue(server.calls.contains("interrupt"));
        server.stepMillis = 0;
        GenerateException e =
                assertThrows(
                        GenerateException.class,
                        () ->
                                generator("sd-1.5")
                                        .generate(request(new Quality.EarlyStopped(0.25))));
        assertTrue(e.getMessage().contains("before it could be stopped"), e.getMessage());
    }

    @Test
    void onePictureIsMadeAtATimeAndProgressIsSeen() throws Exception {
        server.stepMillis = 2;
        server.holdAt = 8;
        ImageGenerator generator = generator("sd-1.5");
        List<Integer> steps = Collections.synchronizedList(new ArrayList<>());
        List<Integer> previews = Collections.synchronizedList(new ArrayList<>());
        GenerationWatch watch =
                new GenerationWatch() {
                    @Override
                    public void step(int done, int total) {
                        steps.add(done);
                    }

                    @Override
                    public void preview(Pixels sofar) {
                        previews.add(sofar.width());
                    }
                };
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            threads.add(
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try {
                                            generator.make(full(), watch);
                                        } catch (GenerateException e) {
                                            throw new IllegalStateException(e);
                                        }
                                    }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(3, server.bodies.size());
        assertEquals(1, server.mostAtOnce.get());
        assertFalse(steps.isEmpty());
        assertEquals(16, previews.getFirst());
    }

    @Test
    void aPictureThatIsNoLongerWantedIsInterruptedOnTheServer() throws Exception {
        server.stepMillis = 500;
        GenerationWatch watch =
                new GenerationWatch() {
                    @Override
                    public boolean cancelled() {
                        return !server.bodies.isEmpty();
                    }
                };
        GenerateException e =
                assertThrows(
                        GenerateException.class, () -> generator("sd-1.5").make(full(), watch));
        assertEquals(Reason.CANCELLED, e.reason());
        assertTrue(server.calls.contains("interrupt"));
    }

    @Test
    void whatTheServerRefusesIsSaidInItsWords() throws Exception {
        server.answer =
                Reply.json(
                        422,
                        "{\"detail\":[{\"loc\":[\"body\",\"steps\"],\"msg\":\"value is not a valid integer\",\"type\":\"type_error.integer\"}]}");
        says(Reason.REFUSED, generator("sd-1.5"), "steps: value is not a valid integer");
        server.answer =
                Reply.json(
                        500,
                        "{\"error\":\"OutOfMemoryError\",\"detail\":\"\",\"body\":\"\",\"errors\":\"CUDA out of memory\"}");
        says(Reason.FAILED, generator("sd-1.5"), "out of memory", "smaller");
        server.answer = Reply.text(500, "Internal Server Error");
        says(Reason.FAILED, generator("sd-1.5"), "500", "Internal Server Error");
        server.answer = Reply.json(200, "{\"images\":[],\"info\":\"{}\"}");
        says(Reason.FAILED, generator("sd-1.5"), "without a picture");
        server.answer = Reply.json(200, "{\"images\":[\"!!!\"],\"info\":\"{}\"}");
        says(Reason.FAILED, generator("sd-1.5"), "did not arrive whole");
    }

    @Test
    void anotherCheckpointThanAskedForIsNoticed() throws Exception {
        server.draws = "something-else";
        says(Reason.FAILED, generator("sd-1.5"), "something-else", "sd15_v1-5-pruned-emaonly");
        says(Reason.REFUSED, generator("sd-1.4"), "sd-v1-4.ckpt");
    }

    @Test
    void aBlackPictureAndASeedOutOfRangeAreErrors() throws Exception {
        server.grey = 0;
        says(Reason.FAILED, generator("sd-1.5"), "all black");
        GenerateException e =
                assertThrows(
                        GenerateException.class,
                        () ->
                                generator("sd-1.5")
                                        .generate(
                                                new GenerationRequest(
                                                        "x",
                                                        1L << 32,
                                                        64,
                                                        64,
                                                        new Quality.Full())));
        assertEquals(Reason.REFUSED, e.reason());
        assertTrue(e.getMessage().contains("4294967295"), e.getMessage());
    }

    @Test
    void healthNamesCheckpointsAndWhatIsMissing() throws Exception {
        Health health = backend(Map.of()).check();
        assertEquals("web UI with 2 checkpoints", health.answer());
        Map<String, List<String>> missing = new java.util.TreeMap<>();
        health.models().forEach(m -> missing.put(m.generator(), m.missing()));
        assertEquals(List.of(), missing.get("forge/sd-1.5"));
        assertEquals(List.of("models/Stable-diffusion/sd-v1-4.ckpt"), missing.get("forge/sd-1.4"));
        assertEquals(3, missing.get("forge/flux-1-dev").size());
        server.forge = true;
        assertEquals("web UI (Forge) with 2 checkpoints", backend(Map.of()).check().answer());
    }

    @Test
    void aLoginIsSentAndItsLackIsSaid() throws Exception {
        server.login = true;
        assertTrue(backend(Map.of()).check().answer().contains("wants a login"));
        assertTrue(backend(Map.of("Authorization", "Basic dXNlcjpzZWNyZXQ=")).check().reachable());
    }

    @Test
    void aServerThatIsDownIsNamedWithItsAddress() throws Exception {
        ImageGenerator generator = generator("loaded");
        server.close();
        says(Reason.UNREACHABLE, generator, server.http.url().toString());
    }
}

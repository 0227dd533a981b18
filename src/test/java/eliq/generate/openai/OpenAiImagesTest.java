package eliq.generate.openai;

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
import eliq.generate.http.Http;
import eliq.generate.http.HttpSettings;
import eliq.generate.http.HttpTestServer;
import eliq.generate.http.HttpTestServer.Reply;
import eliq.generate.http.HttpTestServer.Request;
import eliq.image.ImageEncoding;
import eliq.image.Pixels;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client against an endpoint that answers what it is told to. */
class OpenAiImagesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private HttpTestServer server;

    @BeforeEach
    void start() throws Exception {
        server =
                HttpTestServer.start(
                        request -> {
                            requests.add(request);
                            return replies.isEmpty() ? Reply.text(404, "") : replies.remove();
                        });
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private OpenAiBackend backend(Optional<String> format) {
        HttpSettings settings =
                new HttpSettings(
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(30),
                        2,
                        Duration.ofMillis(10),
                        Duration.ofMillis(20),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(1),
                        1,
                        0);
        return new OpenAiBackend(
                new Http(
                        "cloud",
                        URI.create(server.url() + "/v1"),
                        Map.of("Authorization", "Bearer k-123"),
                        settings),
                new OpenAiOptions("image-model", 64, 64, format, Optional.empty(), true));
    }

    private GeneratedImage make() throws GenerateException {
        return backend(Optional.empty())
                .generators()
                .getFirst()
                .make(
                        new GenerationRequest("a red bicycle", 5, 64, 32, new Quality.Full()),
                        GenerationWatch.NONE);
    }

    private static byte[] png(int grey) {
        byte[] rgb = new byte[3 * 64 * 32];
        Arrays.fill(rgb, (byte) grey);
        return ImageEncoding.png(new Pixels(64, 32, rgb));
    }

    private static Reply encoded(int grey) {
        return Reply.json(
                200,
                "{\"created\":1,\"data\":[{\"b64_json\":\"%s\"}]}"
                        .formatted(Base64.getEncoder().encodeToString(png(grey))));
    }

    private static Reply error(int status, String message, String code) {
        return Reply.json(
                status,
                "{\"error\":{\"message\":\"%s\",\"type\":\"x\",\"param\":null,\"code\":\"%s\"}}"
                        .formatted(message, code));
    }

    private void says(Reason reason, String... words) {
        GenerateException e = assertThrows(GenerateException.class, this::make);
        assertEquals(reason, e.reason(), e.getMessage());
        for (String word : words) {
            assertTrue(e.getMessage().contains(word), e.getMessage());
        }
        assertFalse(e.getMessage().contains("k-123"), "the key is never shown");
    }

    @Test
    void aPictureIsAskedForInTheFormsWords() throws Exception {
        replies.add(encoded(90));
        GeneratedImage image = make();
        assertEquals(64, image.pixels().width());
        Request request = requests.getFirst();
        assertEquals("/v1/images/generations", request.path());
        assertEquals("Bearer k-123", request.headers().get("authorization"));
        // No response_format unless it is set: newer models do not take it.
        JsonNode expected =
                JSON.readTree(
                        "{\"model\":\"image-model\",\"prompt\":\"a red bicycle\",\"n\":1,\"size\":\"64x32\"}");
        assertEquals(expected, JSON.readTree(request.body()));
        assertEquals(expected, JSON.readTree(image.provenance().workflow().orElseThrow()));
        assertEquals("cloud/image-model", image.provenance().generator());
        assertEquals(Optional.of("image-model"), image.provenance().model());
    }

    @Test
    void itSaysThatItTakesNoSeedAndCannotDrawWorse() {
        var generator = backend(Optional.empty()).generators().getFirst();
        assertFalse(generator.deterministic());
        assertFalse(generator.capabilities().seeds());
        assertFalse(generator.capabilities().makes(new Quality.Weaker(0.5)));
        GenerateException e =
                assertThrows(
                        GenerateException.class,
                        () ->
                                generator.generate(
                                        new GenerationRequest(
                                                "x", 1, 64, 64, new Quality.EarlyStopped(0.5))));
        assertEquals(Reason.REFUSED, e.reason());
    }

    @Test
    void anEditSendsPictureAndInstructionAsAForm() throws Exception {
        replies.add(encoded(120));
        Pixels source = new Pixels(64, 32, new byte[3 * 64 * 32]);
        GeneratedImage edited =
                backend(Optional.empty())
                        .editors()
                        .getFirst()
                        .edit(new EditRequest(source, "make it brighter", 1), GenerationWatch.NONE);
        assertEquals(120, edited.pixels().at(3, 3, 0));
        Request request = requests.getFirst();
        assertEquals("/v1/images/edits", request.path());
        String body = new String(request.body(), StandardCharsets.ISO_8859_1);
        assertTrue(
                request.headers().get("content-type").startsWith("multipart/form-data; boundary="));
        assertTrue(body.contains("name=\"prompt\"\r\n\r\nmake it brighter\r\n"), body);
        assertTrue(
                body.contains(
                        "name=\"image\"; filename=\"image.png\"\r\nContent-Type: image/png\r\n\r\n"));
        assertTrue(
                body.contains(new String(ImageEncoding.png(source), StandardCharsets.ISO_8859_1)));
    }

    @Test
    void aPictureBehindAnAddressIsFetchedFromTheSameHostOnly() throws Exception {
        replies.add(Reply.json(200, "{\"data\":[{\"url\":\"/files/1.png\"}]}"));
        replies.add(Reply.bytes("image/png", png(50)));
        assertEquals(50, make().pixels().at(0, 0, 0));
        assertEquals("/files/1.png", requests.get(1).path());
        replies.add(Reply.json(200, "{\"data\":[{\"url\":\"https://elsewhere.example/1.png\"}]}"));
        says(Reason.REFUSED, "another host", "elsewhere.example", "b64_json");
    }

    @Test
    void tooManyRequestsAreWaitedOut() throws Exception {
        replies.add(error(429, "slow down", "rate_limit_exceeded"));
        replies.add(error(429, "slow down", "rate_limit_exceeded"));
        replies.add(encoded(90));
        List<String> notes = new ArrayList<>();
        backend(Optional.empty())
                .generators()
                .getFirst()
                .make(
                        new GenerationRequest("x", 1, 64, 32, new Quality.Full()),
                        new GenerationWatch() {
                            @Override
                            public void note(String sentence) {
                                notes.add(sentence);
                            }
                        });
        assertEquals(3, requests.size());
        assertEquals(2, notes.size(), notes.toString());
    }

    @Test
    void whatIsRefusedIsSaidInItsWordsAndNotAskedAgain() {
        for (int i = 0; i < 3; i++) {
            replies.add(error(429, "slow down", "rate_limit_exceeded"));
        }
        says(Reason.UNREACHABLE, "too many requests", "slow down");
        assertEquals(3, requests.size());
        replies.add(error(429, "pay first", "insufficient_quota"));
        says(Reason.UNREACHABLE, "budget", "pay first");
        replies.add(
                error(400, "Your prompt was rejected by the safety system", "moderation_blocked"));
        says(Reason.REFUSED, "rejected by the safety system");
        replies.add(error(401, "Incorrect API key", "invalid_api_key"));
        says(Reason.REFUSED, "key", "--key-variable");
        replies.add(Reply.text(503, "overloaded"));
        says(Reason.FAILED, "503", "overloaded");
        assertEquals(7, requests.size());
    }

    @Test
    void aBrokenOrBlackPictureIsAnError() {
        replies.add(Reply.json(200, "{\"data\":[{\"b64_json\":\"iVBORw0KGgo=\"}]}"));
        says(Reason.FAILED, "did not arrive whole");
        replies.add(encoded(0));
        says(Reason.FAILED, "all black");
        replies.add(Reply.json(200, "{\"data\":[]}"));
        says(Reason.FAILED, "no picture");
    }

    @Test
    void healthLooksForTheModelInTheList() {
        replies.add(Reply.json(200, "{\"data\":[{\"id\":\"a\"},{\"id\":\"image-model\"}]}"));
        var health = backend(Optional.empty()).check();
        assertEquals("answers, with 2 models", health.answer());
        assertEquals(List.of(), health.models().getFirst().missing());
        replies.add(Reply.json(200, "{\"data\":[{\"id\":\"a\"}]}"));
        assertEquals(1, backend(Optional.empty()).check().models().getFirst().missing().size());
        replies.add(Reply.text(200, "<html>"));
        assertFalse(backend(Optional.empty()).check().reachable());
    }
}

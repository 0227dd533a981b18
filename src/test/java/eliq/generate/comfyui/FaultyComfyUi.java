package eliq.generate.comfyui;

import static eliq.generate.comfyui.ComfyUiTest.backend;
import static eliq.generate.comfyui.ComfyUiTest.generator;
import static eliq.generate.comfyui.ComfyUiTest.polling;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.generate.GenerateException;
import eliq.generate.GenerateException.Reason;
import eliq.generate.GenerationRequest;
import eliq.generate.ImageGenerator;
import eliq.generate.http.HttpSettings;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A client and a server that speaks ComfyUI's protocol, and does something wrong where a test says so. */
abstract class FaultyComfyUi {
    FakeComfyUi server;

    @BeforeEach
    void start() throws Exception {
        server = FakeComfyUi.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    ImageGenerator painted() throws GenerateException {
        return painted(polling(Duration.ofMillis(50)));
    }

    ImageGenerator painted(HttpSettings settings) throws GenerateException {
        return generator(backend(server.url(), settings), "sd-3.5-large");
    }

    static HttpSettings with(Duration queue, Duration stall, Duration gone, int blackRetries) {
        HttpSettings q = polling(Duration.ofMillis(50));
        return new HttpSettings(
                q.connectTimeout(),
                q.readTimeout(),
                q.retries(),
                q.retryPause(),
                q.pollInterval(),
                queue,
                stall,
                gone,
                q.resubmissions(),
                blackRetries);
    }

    static GenerateException fails(ImageGenerator generator, GenerationRequest request) {
        return assertThrows(GenerateException.class, () -> generator.generate(request));
    }

    static void says(GenerateException e, Reason reason, String... words) {
        assertEquals(reason, e.reason(), e.getMessage());
        for (String word : words) {
            assertTrue(e.getMessage().contains(word), e.getMessage());
        }
    }
}

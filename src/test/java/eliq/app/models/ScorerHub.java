package eliq.app.models;

import eliq.hub.TestHub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A hub on this machine whose only repository is the shipped scorer under another name. */
public final class ScorerHub implements AutoCloseable {
    public static final String MODEL = TestHub.REPOSITORY;
    private static final List<String> SMALL =
            List.of("scorer.json", "critic/critic.json", "critic/adapter_config.json");
    private static final List<String> LARGE =
            List.of("scorer.safetensors", "critic/adapter_model.safetensors");

    private final TestHub hub = TestHub.start();
    private final CountDownLatch patience = new CountDownLatch(1);

    public ScorerHub() throws IOException {
        Path shipped = Path.of("models", "eliq-nano-scorer");
        Map<String, byte[]> small = new LinkedHashMap<>();
        for (String file : SMALL) {
            small.put(file, Files.readAllBytes(shipped.resolve(file)));
        }
        Map<String, byte[]> large = new LinkedHashMap<>();
        for (String file : LARGE) {
            large.put(file, Files.readAllBytes(shipped.resolve(file)));
        }
        hub.commit(7, small, large);
    }

    /** The environment of a user of this hub, with nothing in the cache. */
    public Map<String, String> environment(Path home) {
        Map<String, String> variables = new HashMap<>();
        variables.put("HF_ENDPOINT", hub.endpoint());
        variables.put("HF_HOME", home.resolve("hf").toString());
        return variables;
    }

    /** The scorer's weights come to a third only; the rest never does, until whoever asks gives up and asks again. */
    public void stallOnce() {
        hub.storageFault(
                "scorer.safetensors",
                1,
                (exchange, content) -> {
                    exchange.sendResponseHeaders(200, content.length);
                    exchange.getResponseBody().write(content, 0, content.length / 3);
                    exchange.getResponseBody().flush();
                    patience.await(30, TimeUnit.SECONDS);
                    return true;
                });
    }

    /** What was asked of the storage: {@code bytes=N-} where a download went on, "" where it began. */
    public List<String> ranges() {
        return hub.ranges();
    }

    @Override
    public void close() {
        patience.countDown();
        hub.close();
    }
}

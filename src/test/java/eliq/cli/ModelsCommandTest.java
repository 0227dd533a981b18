package eliq.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eliq.hub.TestHub;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands that get models, from the outside. */
@Timeout(300)
class ModelsCommandTest {
    @TempDir Path root;
    private final TestHub hub = TestHub.start();
    private final byte[] weights = new byte[500_000];
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void publish() {
        new Random(3).nextBytes(weights);
        hub.commit(
                1,
                Map.of(
                        "config.json",
                        "{\"model_type\":\"qwen3_vl\"}".getBytes(StandardCharsets.UTF_8)),
                Map.of("model.safetensors", weights));
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private Map<String, String> environment() {
        return Map.of("HF_ENDPOINT", hub.endpoint(), "HF_HOME", root.resolve("hf").toString());
    }

    /** What a command prints. */
    private JsonNode models(int code, String... arguments) throws Exception {
        out.getBuffer().setLength(0);
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--home";
        all[arguments.length + 1] = root.resolve("home").toString();
        Terminal terminal =
                new Terminal(
                        new PrintWriter(out),
                        new PrintWriter(err, true),
                        false,
                        environment(),
                        root,
                        System::nanoTime);
        assertEquals(code, new CommandLineInterface(terminal).run(all), err.toString());
        return new ObjectMapper().readTree(out.toString());
    }

    @Test
    void aModelIsPulledListedVerifiedAndRemoved() throws Exception {
        JsonNode pulled =
                models(0, "models", "pull", TestHub.REPOSITORY, "--format", "json").get(0);
        Path folder = Path.of(pulled.get("path").asText());
        assertArrayEquals(weights, Files.readAllBytes(folder.resolve("model.safetensors")));

        JsonNode listed = null;
        for (JsonNode each : models(0, "models", "list", "--format", "json")) {
            listed = each.get("origin").asText().equals("cache") ? each : listed;
        }
        assertEquals("org/tiny", listed.get("model").asText());
        assertEquals("backbone", listed.get("kind").asText());
        assertEquals(folder.toString(), listed.get("path").asText());
        assertEquals(weights.length + 25, listed.get("bytes").asLong());

        models(0, "models", "verify", TestHub.REPOSITORY, "--format", "json");
        Files.write(folder.resolve("model.safetensors").toRealPath(), new byte[500_000]);
        JsonNode damaged = models(1, "models", "verify", TestHub.REPOSITORY, "--format", "json");
        assertTrue(damaged.toString().contains("\"state\":\"damaged\""), damaged.toString());

        JsonNode removed = models(0, "models", "remove", TestHub.REPOSITORY, "--format", "json");
        assertEquals(weights.length + 25, removed.get(0).get("freed").asLong());
        models(1, "models", "remove", TestHub.REPOSITORY, "--format", "json");
        assertEquals("", out.toString(), "there is nothing to tell but the failure");
    }

    @Test
    void whereNothingWasPulledOrRemovedNoTableIsPrinted() throws Exception {
        models(1, "models", "pull", "org/absent");
        assertEquals("", out.toString());
        assertTrue(err.toString().contains("no repository org/absent"), err.toString());
        models(1, "models", "pull", "org/absent", "--dry-run");
        assertEquals("", out.toString());
        models(1, "models", "remove", "org/absent");
        assertEquals("", out.toString());
    }

    @Test
    void ofSeveralModelsThoseThatCanBePulledAre() throws Exception {
        JsonNode pulled =
                models(1, "models", "pull", "org/absent", TestHub.REPOSITORY, "--format", "json");
        assertEquals(1, pulled.size());
        assertTrue(err.toString().contains("no repository org/absent"), err.toString());
    }

    @Test
    void aPulledModelIsFoundByItsNameWhereAModelIsAskedFor() throws Exception {
        models(0, "models", "pull", TestHub.REPOSITORY, "--format", "json");
        models(
                1,
                "embed",
                Files.write(root.resolve("x.png"), png()).toString(),
                "--text",
                "?",
                "--model",
                TestHub.REPOSITORY);
        // Found: what is complained of is the content of its files, which are no real model's.
        assertTrue(err.toString().contains("snapshots"), err.toString());
    }

    private static byte[] png() throws Exception {
        return eliq.image.ImageEncoding.png(new eliq.image.Pixels(32, 32, new byte[32 * 32 * 3]));
    }

    @Test
    void aKilledPullIsResumedWhereItWasCut() throws Exception {
        CountDownLatch half = new CountDownLatch(1);
        hub.storageFault(
                "model.safetensors",
                1,
                (exchange, content) -> {
                    exchange.sendResponseHeaders(200, content.length);
                    exchange.getResponseBody().write(content, 0, 250_000);
                    exchange.getResponseBody().flush();
                    half.await();
                    return true;
                });
        ProcessBuilder builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "eliq.Eliq",
                                "models",
                                "pull",
                                TestHub.REPOSITORY,
                                "--home",
                                root.resolve("home").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(root.resolve("child.txt").toFile());
        builder.environment().putAll(environment());
        Process child = builder.start();
        try {
            while (partLength() < 250_000) {
                assertTrue(child.isAlive(), () -> read(root.resolve("child.txt")));
                Thread.sleep(50);
            }
        } finally {
            child.destroyForcibly().waitFor();
            half.countDown();
        }
        assertEquals(1, models(0, "jobs", "list", "--format", "json").get(0).get("id").asInt());
        JsonNode result = models(0, "jobs", "resume", "1");
        assertEquals(250_000 + 25, result.get("fetched").asLong() + alreadyFetched(result));
        assertEquals(List.of("", "bytes=250000-"), hub.ranges());
        assertArrayEquals(
                weights,
                Files.readAllBytes(
                        Path.of(result.get("folder").asText()).resolve("model.safetensors")));
    }

    /** The configuration was whole before the process died, or is fetched by the second attempt. */
    private static long alreadyFetched(JsonNode result) {
        return result.get("fetched").asLong() == 250_000 ? 25 : 0;
    }

    private long partLength() throws Exception {
        Path blobs = root.resolve("hf/hub/models--org--tiny/blobs");
        if (!Files.isDirectory(blobs)) {
            return 0;
        }
        try (var all = Files.list(blobs)) {
            return all.filter(p -> p.toString().endsWith(".eliq.part"))
                    .mapToLong(p -> p.toFile().length())
                    .max()
                    .orElse(0);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            return e.toString();
        }
    }
}

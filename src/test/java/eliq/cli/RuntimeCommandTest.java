package eliq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimeCommandTest {
    private static final String OLD = "2020-01-01T00:00:00Z";

    @TempDir Path home;

    private Map<String, String> run(String... more) throws Exception {
        TestTerminal t = new TestTerminal(false);
        String[] all = new String[5 + more.length];
        System.arraycopy(
                new String[] {"runtime", "--format", "json", "--home", home.toString()},
                0,
                all,
                0,
                5);
        System.arraycopy(more, 0, all, 5, more.length);
        assertEquals(0, t.run(all), t.err());
        Map<String, String> said = new TreeMap<>();
        for (JsonNode row : new ObjectMapper().readTree(t.out())) {
            said.put(row.path("key").asText(), row.path("value").asText());
        }
        return said;
    }

    @Test
    void itSaysWhenItWasMeasuredAndMeasuresAnewWhenAsked() throws Exception {
        assertEquals("measurement", run().get("products_by"));
        Path kept = home.resolve("product-speeds.json");
        Files.writeString(
                kept,
                Files.readString(kept)
                        .replaceAll("\"at\" : \"[^\"]*\"", "\"at\" : \"" + OLD + "\""));

        assertEquals(OLD, run().get("measured"));
        Instant anew = Instant.parse(run("--measure").get("measured"));
        assertTrue(Duration.between(anew, Instant.now()).abs().toMinutes() < 5);
        assertEquals(anew.toString(), run().get("measured"));
    }
}

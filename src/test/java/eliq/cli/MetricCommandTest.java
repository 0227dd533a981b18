package eliq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricCommandTest {
    private static final Path RESOURCES = Path.of("src/test/resources/eliq/metric");
    private static final Path SCRIPT = RESOURCES.resolve("script/small.pt");
    private static final Path PORTRAIT = RESOURCES.resolve("kodak-crops/pub_k19_portrait.png");

    @TempDir Path folder;

    private TestTerminal run(int expected, String... arguments) {
        List<String> all = new ArrayList<>(List.of("metric"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--home", folder.resolve("home").toString()));
        TestTerminal terminal = new TestTerminal(false);
        assertEquals(expected, terminal.run(all.toArray(String[]::new)), terminal.err());
        return terminal;
    }

    private String card() throws Exception {
        return Files.writeString(
                        folder.resolve("card.json"),
                        "{\"name\": \"small\", \"source\": \"a test\", \"lower_is_better\": true}")
                .toString();
    }

    @Test
    void anAddedMetricIsListedAndScoresABatchWithItsBadFile() throws Exception {
        run(0, "add", SCRIPT.toString(), "--card", card());
        JsonNode list = new ObjectMapper().readTree(run(0, "list", "--format", "json").out());
        List<String> ready = new ArrayList<>();
        for (JsonNode row : list) {
            if (row.path("ready").asBoolean()) {
                ready.add(row.path("name").asText() + " " + row.path("better").asText());
            }
        }
        assertEquals(List.of("small lower"), ready);

        Path images = Files.createDirectories(folder.resolve("images"));
        Files.copy(PORTRAIT, images.resolve("1.png"));
        Files.writeString(images.resolve("2.png"), "no picture");
        TestTerminal batch = run(1, "small", images.toString(), "--format", "csv");
        List<String> lines = batch.out().lines().toList();
        assertEquals("image,small,error", lines.getFirst());
        String[] scored = lines.get(1).split(",", -1);
        assertEquals(0.32735, Double.parseDouble(scored[1]), 1e-5);
        assertTrue(lines.get(2).contains("2.png,,"), lines.get(2));
        assertTrue(batch.err().contains("1 of 2 images"), batch.err());

        TestTerminal alone = run(0, "small", PORTRAIT.toString(), "--format", "csv");
        assertEquals(scored[1], alone.out().lines().toList().get(1).split(",", -1)[1]);
    }

    @Test
    void whatIsMissingIsSaidWithTheWayToGetIt() {
        String err = run(1, "niqe", PORTRAIT.toString()).err();
        assertTrue(err.contains("eliq metric fit niqe"), err);
        err = run(1, "no-such-metric", PORTRAIT.toString()).err();
        assertTrue(err.contains("There are: niqe, ilniqe, brisque"), err);
    }

    @Test
    void aFittedModelIsTakenFromThenOn() throws Exception {
        TestTerminal fitted =
                run(
                        0,
                        "fit",
                        "niqe",
                        RESOURCES.resolve("kodak-crops").toString(),
                        "--sharpness",
                        "0",
                        "--format",
                        "csv");
        assertTrue(fitted.out().lines().toList().get(1).startsWith("niqe,6,"), fitted.out());
        TestTerminal scored = run(0, "niqe", PORTRAIT.toString(), "--format", "json");
        double value = new ObjectMapper().readTree(scored.out()).get(0).path("niqe").asDouble();
        assertTrue(value > 0 && value < 20, scored.out());
        assertTrue(scored.err().contains("niqe with niqe.mat "), scored.err());
    }

    @Test
    void wrongUsageEndsWithTwo() throws Exception {
        run(2, "niqe");
        run(2, "fit", "clipscore", "x");
        run(2, "fit", "brisque");
        run(2, "fit", "niqe");
        run(2, "add", SCRIPT.toString());
        run(2, "add", folder.resolve("absent.pt").toString(), "--card", card());
        run(2, "niqe", PORTRAIT.toString(), "--prompt", "x", "--prompts", card());
    }
}

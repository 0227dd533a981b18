package eliq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Golden values: the reference implementation's, from the fixtures beside the model. */
class EmbedCommandTest {
    private static final Path FIXTURES = Path.of("src/test/resources/qwen3vl");
    private static final String NAME = "tiny-a-fp32-tied";

    @TempDir Path folder;
    private final TestTerminal t = new TestTerminal(false);

    @Test
    void aCheckpointIsReadAsTheReferenceReadsIt() throws Exception {
        JsonNode index = new ObjectMapper().readTree(FIXTURES.resolve("index.json").toFile());
        JsonNode golden = index.path("configs").path(NAME).path("cases").get(0);
        String image = golden.path("image").asText();

        assertEquals(
                0,
                t.run(
                        "embed",
                        image(image).toString(),
                        "--text",
                        golden.path("text").asText(),
                        "--model",
                        FIXTURES.resolve(NAME).resolve("model").toString(),
                        "--format",
                        "json",
                        "--home",
                        folder.toString()),
                t.err());

        JsonNode said = new ObjectMapper().readTree(t.out());
        assertEquals(golden.path("num_input_tokens").asInt(), said.path("input_ids").size());
        assertEquals(3, said.path("image_grid_thw").size());
        assertEquals(
                golden.path("probability").path("low").asDouble(),
                said.path("p_low").asDouble(),
                1e-7);
        assertEquals(
                golden.path("probability").path("high").asDouble(),
                said.path("p_high").asDouble(),
                1e-7);
        assertTrue(said.path("hidden").size() > 1);
    }

    private static Path image(String name) throws Exception {
        try (var all = Files.walk(FIXTURES.resolve("images"))) {
            return all.filter(p -> p.getFileName().toString().startsWith(name + "."))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void aModelThatIsNotThereAndAFileThatIsNoImageAreNamed() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.png"), "not an image");
        String home = folder.resolve("home").toString();
        assertEquals(
                1,
                t.run(
                        "embed",
                        text.toString(),
                        "--text",
                        "x",
                        "--model",
                        "nobody",
                        "--home",
                        home));
        assertTrue(t.err().contains("There is no model 'nobody'"), t.err());

        TestTerminal second = new TestTerminal(false);
        String model = FIXTURES.resolve(NAME).resolve("model").toString();
        assertEquals(
                1,
                second.run(
                        "embed", text.toString(), "--text", "x", "--model", model, "--home", home));
        assertTrue(second.err().contains("notes.png"), second.err());
        assertEquals(1, second.errLines().size(), second.err());
    }
}

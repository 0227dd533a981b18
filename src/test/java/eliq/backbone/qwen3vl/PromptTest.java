package eliq.backbone.qwen3vl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import eliq.backbone.BackboneException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text, ids and positions of prompts, held to the reference implementation exactly. */
class PromptTest {

    @Test
    void tokenizerGivesTheReferenceIdsAndTextsInEveryCaseAndModel() throws Exception {
        for (String model : Fixtures.MODELS) {
            try (Qwen3VlTokenizer tokenizer = Qwen3VlTokenizer.load(Fixtures.model(model))) {
                for (JsonNode c : Fixtures.json("tokenizer_cases.json")) {
                    long[] ids = longs(c.get("ids"));
                    assertArrayEquals(ids, tokenizer.encode(c.get("text").asText()), c::toString);
                    assertEquals(
                            c.get("decoded").asText(), tokenizer.decode(ids, false), c::toString);
                    assertEquals(
                            c.get("decoded_skip_special").asText(),
                            tokenizer.decode(ids, true),
                            c::toString);
                }
            }
        }
    }

    @Test
    void longTextsAreNeitherCutNorPadded() throws Exception {
        try (Qwen3VlTokenizer tokenizer =
                Qwen3VlTokenizer.load(Fixtures.model(Fixtures.MODELS.getFirst()))) {
            assertEquals(5000, tokenizer.encode("1".repeat(5000)).length);
        }
    }

    @Test
    void aLoneSurrogateDoesNotReachNativeCode() throws Exception {
        try (Qwen3VlTokenizer tokenizer =
                Qwen3VlTokenizer.load(Fixtures.model(Fixtures.MODELS.getFirst()))) {
            assertArrayEquals(tokenizer.encode("a?b"), tokenizer.encode("a\uD83Db"));
        }
    }

    @Test
    void aFileThatIsNoTokenizerIsNamed(@TempDir Path directory) throws Exception {
        Files.writeString(directory.resolve("tokenizer.json"), "{\"version\": 3");

        BackboneException refused =
                assertThrows(
                        BackboneException.class, () -> Qwen3VlTokenizer.load(directory).close());

        assertTrue(refused.getMessage().contains("tokenizer.json"), refused.getMessage());
    }

    @Test
    void conversationsRenderAsTheReferenceTemplateDoes() throws Exception {
        for (JsonNode c : Fixtures.json("chat_template_cases.json")) {
            List<PromptRendering.Message> messages = new ArrayList<>();
            c.get("messages").forEach(message -> messages.add(message(message)));

            String rendered =
                    PromptRendering.render(messages, c.get("add_generation_prompt").asBoolean());

            assertEquals(c.get("rendered").asText(), rendered, c.get("name").asText());
        }
    }

    @Test
    void everyGoldenPromptHasTheReferenceIdsAndPositions() throws Exception {
        JsonNode configs = Fixtures.json("index.json").get("configs");
        for (String model : Fixtures.MODELS) {
            Qwen3VlConfig config = Qwen3VlConfig.read(Fixtures.model(model));
            try (Qwen3VlTokenizer tokenizer = Qwen3VlTokenizer.load(Fixtures.model(model))) {
                for (JsonNode c : configs.get(model).get("cases")) {
                    check(c, model, config, tokenizer);
                }
            }
        }
    }

    private static void check(
            JsonNode c, String model, Qwen3VlConfig config, Qwen3VlTokenizer tokenizer)
            throws Exception {
        String key = c.get("key").asText();
        String goldens = model + "/goldens.safetensors";
        String limits = model.startsWith("tiny-c") ? "capped" : "real";
        long[] grid =
                Fixtures.longs(
                        "preprocess/" + limits + ".safetensors",
                        c.get("image").asText() + ".image_grid_thw");
        String text = c.get("text").asText();
        assertEquals(c.get("rendered_prompt").asText(), PromptRendering.question(text), key);

        PromptTokens prompt =
                PromptTokens.of(
                        tokenizer, config.imageToken(), (int) grid[1] / 2, (int) grid[2] / 2);
        long[] suffix = PromptTokens.suffix(tokenizer, text);
        RopePositions positions = prompt.positions(suffix.length);

        assertEquals(c.get("num_image_tokens").asInt(), prompt.imageTokens(), key);
        assertArrayEquals(Fixtures.longs(goldens, key + ".input_ids"), prompt.with(suffix), key);
        assertArrayEquals(
                Fixtures.longs(goldens, key + ".position_ids"),
                LongStream.concat(
                                LongStream.of(positions.axes()[0]),
                                LongStream.concat(
                                        LongStream.of(positions.axes()[1]),
                                        LongStream.of(positions.axes()[2])))
                        .toArray(),
                key);
        assertEquals(c.get("rope_delta").asLong(), positions.delta(), key);
        RopePositions apart = RopePositions.text(prompt.positions(0).next(), suffix.length);
        assertEquals(positions.next(), apart.next(), key);
    }

    @Test
    void aQuestionMayNotSmuggleInAPicture() throws Exception {
        try (Qwen3VlTokenizer tokenizer =
                Qwen3VlTokenizer.load(Fixtures.model(Fixtures.MODELS.getFirst()))) {
            assertThrows(
                    BackboneException.class,
                    () -> PromptTokens.suffix(tokenizer, "a <|image_pad|> b"));
        }
    }

    private static PromptRendering.Message message(JsonNode node) {
        PromptRendering.Role role =
                PromptRendering.Role.valueOf(node.get("role").asText().toUpperCase(Locale.ROOT));
        JsonNode content = node.get("content");
        if (content.isTextual()) {
            return new PromptRendering.Message(
                    role, List.of(new PromptRendering.Part.Text(content.asText())));
        }
        List<PromptRendering.Part> parts =
                StreamSupport.stream(content.spliterator(), false)
                        .<PromptRendering.Part>map(
                                part ->
                                        part.get("type").asText().equals("image")
                                                ? new PromptRendering.Part.Image()
                                                : new PromptRendering.Part.Text(
                                                        part.get("text").asText()))
                        .toList();
        return new PromptRendering.Message(role, parts);
    }

    private static long[] longs(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToLong(JsonNode::asLong)
                .toArray();
    }
}

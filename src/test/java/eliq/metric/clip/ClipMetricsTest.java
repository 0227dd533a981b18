package eliq.metric.clip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eliq.hub.ModelFolders;
import eliq.image.ImageDecoder;
import eliq.image.Pixels;
import eliq.metric.ImageMetric;
import eliq.metric.MetricException;
import eliq.metric.MetricScore;
import eliq.metric.MetricSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Golden values: transformers and open_clip on two tiny random models (see clip-tiny/make_clip_tiny.py, which names their
 * versions).
 */
final class ClipMetricsTest {
    private static final Path MODELS = resource("/eliq/metric/clip-tiny");
    private static final Path IMAGES = resource("/eliq/metric/kodak-crops");
    private static final double TOLERANCE = 2e-5;

    @TempDir Path folder;

    private static Path resource(String name) {
        try {
            return Path.of(ClipMetricsTest.class.getResource(name).toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode golden(String layout) throws Exception {
        return new ObjectMapper().readTree(MODELS.resolve(layout).resolve("golden.json").toFile());
    }

    private static double[] numbers(JsonNode array) {
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).asDouble();
        }
        return numbers;
    }

    private static Pixels pixels(JsonNode image) throws Exception {
        return ImageDecoder.decode(IMAGES.resolve(image.path("file").asText())).pixels();
    }

    @Test
    void textsBecomeTheTokensOfTheReference() throws Exception {
        JsonNode golden = golden("hf");
        try (ClipTokenizer tokenizer = ClipTokenizer.read(MODELS.resolve("hf"), 24)) {
            for (int i = 0; i < golden.path("texts").size(); i++) {
                assertArrayEquals(
                        numbers(golden.path("ids").get(i)),
                        java.util.Arrays.stream(
                                        tokenizer.encode(golden.path("texts").get(i).asText()))
                                .asDoubleStream()
                                .toArray());
            }
        }
    }

    @Test
    void aTextLongerThanTheContextIsCutAndStillEnds() throws Exception {
        try (ClipTokenizer tokenizer = ClipTokenizer.read(MODELS.resolve("hf"), 24)) {
            long[] ids = tokenizer.encode("red ".repeat(100));
            assertEquals(24, ids.length);
            assertEquals(tokenizer.encode("")[1], ids[23]);
        }
    }

    @Test
    void picturesArePreparedAsByTheReference() throws Exception {
        ClipConfig config = ClipConfig.read(MODELS.resolve("hf"));
        ClipPreparation preparation = ClipPreparation.read(MODELS.resolve("hf"), config);
        for (JsonNode image : golden("hf").path("images")) {
            float[] values = preparation.prepare(pixels(image), ClipPreparation.Fit.CUT);
            double[] expected = numbers(image.path("pixel_values"));
            for (int i = 0; i < expected.length; i++) {
                assertEquals(expected[i], values[97 * i], 1e-6, image.path("file").asText());
            }
        }
    }

    @Test
    void featuresOfBothLayoutsAreThoseOfTheirReference() throws Exception {
        for (String layout : List.of("hf", "open-clip")) {
            JsonNode golden = golden(layout);
            try (ClipModel model = ClipModel.open(MODELS.resolve(layout))) {
                for (JsonNode image : golden.path("images")) {
                    assertArrayEquals(
                            numbers(image.path("image_embeds")),
                            model.image(pixels(image), ClipPreparation.Fit.CUT),
                            TOLERANCE,
                            layout);
                }
                for (int i = 0; i < golden.path("texts").size(); i++) {
                    assertArrayEquals(
                            numbers(golden.path("text_embeds").get(i)),
                            model.text(golden.path("texts").get(i).asText()),
                            TOLERANCE,
                            layout);
                }
            }
        }
    }

    @Test
    void metricsAreThoseOfTheirDefinitionsOnTheReferenceModel() throws Exception {
        ModelFolders folders = new ModelFolders(List.of(MODELS), Map.of(), folder);
        for (String layout : List.of("hf", "open-clip")) {
            JsonNode golden = golden(layout);
            Optional<String> prompt = Optional.of(golden.path("texts").get(0).asText());
            for (MetricSource source : ClipMetrics.all(folders)) {
                String name = source.facts().name();
                String key = name.equals("clipiqa-vit") ? "clipiqa" : name;
                try (ImageMetric metric = source.at(layout).open()) {
                    for (JsonNode image : golden.path("images")) {
                        if (image.has(key)) {
                            MetricScore score = metric.score(pixels(image), prompt);
                            double value = assertInstanceOf(MetricScore.Value.class, score).value();
                            double expected = image.path(key).asDouble();
                            assertEquals(expected, value, 50 * TOLERANCE, layout + " " + name);
                        }
                    }
                }
            }
        }
    }

    @Test
    void withoutATextThereIsAReasonInsteadOfAScore() throws Exception {
        Pixels image = pixels(golden("hf").path("images").get(0));
        ModelFolders folders = new ModelFolders(List.of(MODELS), Map.of(), folder);
        MetricSource source = new ClipMetric.Source(ClipKind.PICK_SCORE, folders, "hf");
        try (ImageMetric metric = source.open()) {
            assertEquals(
                    new MetricScore.None("PickScore scores an image for a text, and there is none"),
                    metric.score(image, Optional.of(" ")));
        }
    }

    @Test
    void aModelThatIsNotThereIsNamedWithWhatToDo() {
        ModelFolders folders = new ModelFolders(List.of(MODELS), Map.of(), folder);
        MetricSource source = ClipMetrics.all(folders).get(0);
        assertTrue(source.missing().orElseThrow().contains("openai/clip-vit-base-patch32"));
        String message = assertThrows(MetricException.class, source::open).getMessage();
        assertTrue(message.contains("clipscore=FOLDER"), message);
    }

    @Test
    void faultsInAModelFolderAreNamed() throws Exception {
        Path copy = copy("hf");
        Path config = copy.resolve("config.json");
        String json = Files.readString(config);
        Files.writeString(config, json.replace("\"vocab_size\": 549", "\"vocab_size\": 550"));
        says(copy, "token_embedding.weight", "[549, 32]", "[550, 32]");
        Files.writeString(config, json.replace("\"quick_gelu\"", "\"relu\""));
        says(copy, "hidden_act", "'relu'");
        Files.writeString(
                config, json.replace("\"model_type\": \"clip\"", "\"model_type\": \"siglip\""));
        says(copy, "config.json, model_type", "'siglip'");
        Files.writeString(config, json.replace("\"patch_size\": 8", "\"patch_size\": \"eight\""));
        says(copy, "vision_config.patch_size", "\"eight\"");
        Files.writeString(config, "{");
        says(copy, "config.json: cannot be read");
        Files.writeString(config, json);
        Files.delete(copy.resolve("tokenizer.json"));
        says(copy, "tokenizer.json is missing");
        Files.delete(copy.resolve("model.safetensors"));
        says(copy, "is no CLIP model");
    }

    private void says(Path model, String... parts) {
        String message =
                assertThrows(MetricException.class, () -> ClipModel.open(model).close())
                        .getMessage();
        for (String part : parts) {
            assertTrue(message.contains(part), message);
        }
    }

    private Path copy(String layout) throws Exception {
        Path copy = Files.createDirectories(folder.resolve(layout));
        try (Stream<Path> files = Files.list(MODELS.resolve(layout))) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }
}

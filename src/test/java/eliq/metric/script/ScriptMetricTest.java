package eliq.metric.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eliq.image.ImageDecoder;
import eliq.image.Pixels;
import eliq.metric.ImageMetric;
import eliq.metric.MetricException;
import eliq.metric.MetricScore;
import eliq.metric.MetricSource;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Golden values: the modules in PyTorch (script/make_scripts.py names the version). */
final class ScriptMetricTest {
    private static final Path SCRIPTS = resource("/eliq/metric/script");

    @TempDir Path folder;

    private ScriptShelf shelf;
    private Pixels image;

    private static Path resource(String name) {
        try {
            return Path.of(ScriptMetricTest.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void open() throws Exception {
        shelf = new ScriptShelf(folder.resolve("metrics"));
        Path file = resource("/eliq/metric/kodak-crops/pub_k19_portrait.png");
        image = ImageDecoder.decode(file).pixels();
    }

    private static double golden(String key) throws Exception {
        JsonNode golden = new ObjectMapper().readTree(SCRIPTS.resolve("golden.json").toFile());
        return golden.path(key).asDouble();
    }

    private Path card(String name, String rest) throws Exception {
        Path card = folder.resolve(name + "-card.json");
        Files.writeString(
                card,
                "{\"name\": \""
                        + name
                        + "\", \"source\": \"a test\", \"lower_is_better\": false"
                        + rest
                        + "}");
        return card;
    }

    private double scored(String name, Optional<String> prompt) throws Exception {
        for (MetricSource source : shelf.all()) {
            if (source.facts().name().equals(name)) {
                try (ImageMetric metric = source.open()) {
                    MetricScore score = metric.score(image, prompt);
                    return assertInstanceOf(MetricScore.Value.class, score).value();
                }
            }
        }
        throw new AssertionError("not on the shelf: " + name);
    }

    @Test
    void aModuleScoresAsInPyTorchWhateverItsCardAsksFor() throws Exception {
        Path module = SCRIPTS.resolve("small.pt");
        shelf.add(module, card("any", ""), Optional.empty(), List.of());
        shelf.add(
                module,
                card(
                        "stretched",
                        ", \"input\": {\"size\": [40, 60], \"mean\": [0.485, 0.456, 0.406],"
                                + " \"std\": [0.229, 0.224, 0.225]}"),
                Optional.empty(),
                List.of());
        shelf.add(
                module,
                card("bytes", ", \"input\": {\"range\": [0, 255]}"),
                Optional.empty(),
                List.of());
        for (String name : List.of("any", "stretched", "bytes")) {
            double expected = golden(name);
            assertEquals(expected, scored(name, Optional.empty()), 2e-5 * Math.abs(expected), name);
        }
    }

    @Test
    void aModuleWithATextNeedsOne() throws Exception {
        Path tokenizer = resource("/eliq/metric/clip-tiny/hf/tokenizer.json");
        ScriptShelf.Added added =
                shelf.add(
                        SCRIPTS.resolve("text.pt"),
                        card("worded", ", \"text\": {\"context\": 12}"),
                        Optional.of(tokenizer),
                        List.of());
        assertTrue(added.facts().needsPrompt());
        double fox = scored("worded", Optional.of("a red fox"));
        assertTrue(fox != scored("worded", Optional.of("the sea")));
        try (ImageMetric metric = shelf.all().getFirst().open()) {
            assertInstanceOf(MetricScore.None.class, metric.score(image, Optional.empty()));
        }
    }

    @Test
    void sizesBeyondTheCardAreRefusedInWords() throws Exception {
        shelf.add(
                SCRIPTS.resolve("small.pt"),
                card("bounded", ", \"input\": {\"smallest\": 64, \"largest\": 300}"),
                Optional.empty(),
                List.of());
        try (ImageMetric metric = shelf.all().getFirst().open()) {
            assertEquals(
                    new MetricScore.None(
                            "bounded takes at most 300 pixels each way; the picture has 320 x 480"),
                    metric.score(image, Optional.empty()));
            Pixels small = new Pixels(63, 70, new byte[3 * 63 * 70]);
            assertEquals(
                    new MetricScore.None(
                            "bounded needs at least 64 pixels each way; the picture has 63 x 70"),
                    metric.score(small, Optional.empty()));
        }
    }

    @Test
    void modulesAtFaultAreRefusedWhenTheyAreAdded() throws Exception {
        Path text = Files.writeString(folder.resolve("no.pt"), "this is no zip");
        refused(text, "is no TorchScript file");
        refused(SCRIPTS.resolve("weights.pt"), "weights without code");
        refused(
                SCRIPTS.resolve("five.pt"),
                "a tensor of shape (1, 5), where one number is expected");
        refused(SCRIPTS.resolve("throws.pt"), "no such luck");
        refused(SCRIPTS.resolve("text.pt"), "forward");
        refused(folder.resolve("absent.pt"), "there is no such file");
        byte[] cut = Files.readAllBytes(SCRIPTS.resolve("small.pt"));
        refused(
                Files.write(folder.resolve("cut.pt"), java.util.Arrays.copyOf(cut, 3000)),
                "is no TorchScript file");
        assertTrue(shelf.all().isEmpty());
    }

    private void refused(Path module, String part) throws Exception {
        Path card = card("refused", "");
        String message =
                assertThrows(
                                MetricException.class,
                                () -> shelf.add(module, card, Optional.empty(), List.of()))
                        .getMessage();
        assertTrue(message.contains(part), message);
        assertTrue(!message.contains("\n"), message);
    }

    @Test
    void aDamagedModuleDoesNotEndTheProcess() throws Exception {
        byte[] bytes = Files.readAllBytes(SCRIPTS.resolve("small.pt"));
        for (int i = 100; i < bytes.length - 1500; i += 400) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= 0x55;
            Path file = Files.write(folder.resolve("damaged.pt"), damaged);
            ScriptShelf fresh = new ScriptShelf(folder.resolve("shelf" + i));
            try {
                fresh.add(file, card("damaged", ""), Optional.empty(), List.of());
            } catch (MetricException e) {
                assertTrue(!e.getMessage().isBlank());
            }
        }
        assertEquals(golden("any"), alone(), 1e-5);
    }

    private double alone() throws Exception {
        shelf.add(SCRIPTS.resolve("small.pt"), card("any", ""), Optional.empty(), List.of());
        return scored("any", Optional.empty());
    }

    @Test
    void faultsInACardNameTheKey() throws Exception {
        faulty(", \"inputs\": {}", "inputs: is no key of a card");
        faulty(", \"input\": {\"size\": \"big\"}", "input.size: is \"big\"");
        faulty(", \"input\": {\"mean\": [1, 2]}", "input.mean: 3 numbers are expected");
        faulty(", \"input\": {\"std\": [1, 0, 1]}", "input.std: 0.0 is not above 0");
        faulty(", \"input\": {\"range\": [1, 1]}", "input.range");
        faulty(", \"text\": true", "text: false, or");
        Path card = Files.writeString(folder.resolve("c.json"), "{\"name\": \"Big Name\"}");
        assertThrows(MetricException.class, () -> ScriptCard.read(card));
    }

    private void faulty(String rest, String part) throws Exception {
        Path card = card("faulty", rest);
        String message =
                assertThrows(MetricException.class, () -> ScriptCard.read(card)).getMessage();
        assertTrue(message.contains(part), message);
    }

    @Test
    void aNameThatIsTakenIsRefused() throws Exception {
        Path module = SCRIPTS.resolve("small.pt");
        Path card = card("niqe", "");
        assertThrows(
                MetricException.class,
                () -> shelf.add(module, card, Optional.empty(), List.of("niqe")));
    }
}

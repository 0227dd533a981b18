package eliq.backbone.qwen3vl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eliq.backbone.PreparedImage;
import eliq.tensor.Safetensors;
import eliq.tensor.TensorException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Numbers of the reference implementation on tiny checkpoints; where they come from stands in index.json. */
final class Goldens {
    static final Path ROOT = Path.of("src/test/resources/qwen3vl");
    static final List<String> MODELS =
            List.of("tiny-a-fp32-tied", "tiny-b-bf16-untied", "tiny-c-bf16-sharded-tied");
    static final List<String> IMAGES = List.of("small", "mid", "wide");

    private Goldens() {}

    static Path model(String name) {
        return ROOT.resolve(name).resolve("model");
    }

    static Safetensors numbers(String model, String file) throws TensorException {
        return Safetensors.open(ROOT.resolve(model).resolve(file));
    }

    static JsonNode index(String model) {
        try {
            return new ObjectMapper()
                    .readTree(Files.readAllBytes(ROOT.resolve("index.json")))
                    .path("configs")
                    .path(model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The pixels as the reference's processor made them, so that this tests the network alone. */
    static PreparedImage image(String model, String image) throws TensorException {
        String file = model.startsWith("tiny-c") ? "capped" : "real";
        Path path = ROOT.resolve("preprocess").resolve(file + ".safetensors");
        try (Safetensors stored = Safetensors.open(path)) {
            long[] grid = stored.longs(image + ".image_grid_thw");
            return new PreparedImage(
                    (int) grid[1], (int) grid[2], stored.bytes(image + ".pixel_values_u8"));
        }
    }

    static List<JsonNode> cases(String model) {
        List<JsonNode> cases = new ArrayList<>();
        index(model).path("cases").forEach(cases::add);
        assertEquals(9, cases.size());
        return cases;
    }

    /** max|a - b| / max|b| over the whole tensor. */
    static void assertClose(String what, float[] expected, float[] actual, double tolerance) {
        assertEquals(expected.length, actual.length, what);
        double worst = 0;
        double largest = 0;
        for (int i = 0; i < expected.length; i++) {
            assertTrue(Float.isFinite(actual[i]), what + " is finite");
            worst = Math.max(worst, Math.abs((double) expected[i] - actual[i]));
            largest = Math.max(largest, Math.abs(expected[i]));
        }
        double error = worst / largest;
        assertTrue(error <= tolerance, what + ": error " + error + " > " + tolerance);
    }

    static void assertRelative(String what, double expected, double actual, double tolerance) {
        double error = Math.abs(actual - expected) / Math.abs(expected);
        assertTrue(error <= tolerance, what + ": " + actual + " for " + expected);
    }
}

package eliq.app.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How large a model is.
 *
 * @param parameters how many numbers
 * @param hidden width of its text model, which is the length of a reading
 */
record ModelSize(long parameters, int hidden) {

    /** From the sizes of its weight files and from its configuration. */
    static ModelSize of(Path folder) throws TrainException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> weights =
                    files.filter(file -> file.toString().endsWith(".safetensors")).toList();
            long bytes = 0;
            for (Path file : weights) {
                bytes += Files.size(file);
            }
            JsonNode config = new ObjectMapper().readTree(folder.resolve("config.json").toFile());
            JsonNode text = config.has("text_config") ? config.get("text_config") : config;
            return new ModelSize(
                    Math.max(1, bytes / bytesEach(config, text)),
                    text.path("hidden_size").asInt(256));
        } catch (IOException e) {
            throw new TrainException(
                    "The size of the model in "
                            + folder
                            + " cannot be told: "
                            + e.getMessage()
                            + ". Choose another model, or look at it in Models.",
                    e);
        }
    }

    private static int bytesEach(JsonNode config, JsonNode text) {
        for (JsonNode node : List.of(config, text)) {
            for (String name : List.of("dtype", "torch_dtype")) {
                switch (node.path(name).asText()) {
                    case "bfloat16", "float16" -> {
                        return 2;
                    }
                    case "float32" -> {
                        return 4;
                    }
                    default -> {}
                }
            }
        }
        return 4;
    }
}

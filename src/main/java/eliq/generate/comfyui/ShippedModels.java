package eliq.generate.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eliq.generate.GenerateException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The method's models with their workflows: settings as in ComfyUI's own examples, file names as they are published.
 */
final class ShippedModels {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ShippedModels() {}

    /** All of them: the strong ones first, then the weak ones from the best to the poorest, then the editor. */
    static List<ModelSpec> all() {
        List<ModelSpec> models = new ArrayList<>();
        for (JsonNode model : read("models.json")) {
            List<Workflow> variants = new ArrayList<>();
            for (JsonNode variant : model.path("variants")) {
                variants.add(variant(variant));
            }
            models.add(
                    new ModelSpec(
                            model.path("key").asText(),
                            model.path("title").asText(),
                            ModelSpec.Role.valueOf(
                                    model.path("role").asText().toUpperCase(Locale.ROOT)),
                            model.path("width").asInt(),
                            model.path("height").asInt(),
                            model.path("step").asInt(),
                            model.path("noise").asText(),
                            variants));
        }
        return models;
    }

    private static Workflow variant(JsonNode json) {
        Map<Slot, List<String>> slots = new EnumMap<>(Slot.class);
        for (Map.Entry<String, JsonNode> slot : json.path("slots").properties()) {
            slots.put(Slot.valueOf(slot.getKey().toUpperCase(Locale.ROOT)), texts(slot.getValue()));
        }
        Map<NodeInput, List<String>> files = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> file : json.path("files").properties()) {
            files.put(NodeInput.of(file.getKey()), texts(file.getValue()));
        }
        String graph = json.path("graph").asText();
        try {
            return WorkflowReader.read(
                    read(graph), graph, slots, Optional.of(json.path("output").asText()), files);
        } catch (GenerateException e) {
            throw new IllegalStateException("the shipped workflow " + graph + " is wrong", e);
        }
    }

    static List<String> texts(JsonNode array) {
        List<String> all = new ArrayList<>();
        array.forEach(each -> all.add(each.asText()));
        return all;
    }

    private static JsonNode read(String name) {
        try (InputStream in = ShippedModels.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is missing");
            }
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

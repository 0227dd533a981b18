package eliq.generate.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import eliq.generate.GenerateException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a server's nodes take, asked once each. For one thread. */
final class ServerNodes {
    private final ComfyClient client;
    private final Map<String, Optional<JsonNode>> nodes = new HashMap<>();

    ServerNodes(ComfyClient client) {
        this.client = client;
    }

    Optional<JsonNode> node(String type) throws GenerateException {
        Optional<JsonNode> known = nodes.get(type);
        if (known == null) {
            known = client.node(type);
            nodes.put(type, known);
        }
        return known;
    }

    /** What may stand in an input that is chosen from a list; empty where it is no such input. */
    Optional<List<String>> choices(String type, String input) throws GenerateException {
        Optional<JsonNode> node = node(type);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        for (String group : List.of("required", "optional")) {
            JsonNode described = node.get().path("input").path(group).path(input);
            // Two forms: [["a", "b"], {...}] and ["COMBO", {"options": ["a", "b"]}].
            JsonNode list =
                    described.path(0).isArray()
                            ? described.path(0)
                            : described.path(1).path("options");
            if (list.isArray()) {
                return Optional.of(ShippedModels.texts(list));
            }
        }
        String folder = ModelFolder.of(type, input);
        return folder.isEmpty() ? Optional.empty() : Optional.of(client.models(folder));
    }

    List<String> requiredInputs(String type) throws GenerateException {
        List<String> names = new ArrayList<>();
        Optional<JsonNode> node = node(type);
        node.ifPresent(
                n -> n.path("input").path("required").fieldNames().forEachRemaining(names::add));
        return names;
    }
}

package eliq.image;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A ComfyUI graph as run: node id to node, where an input is a literal or a link to another node's output slot.
 *
 * @param nodes in file order
 */
record ComfyGraph(Map<String, Node> nodes) {

    /**
     * @param type the node's class, such as "KSampler"
     * @param inputs by name, in file order
     */
    record Node(String id, String type, Map<String, Input> inputs) {

        Optional<Link> link(String name) {
            return inputs.get(name) instanceof Link link ? Optional.of(link) : Optional.empty();
        }

        Optional<String> text(String name) {
            return inputs.get(name) instanceof Text text
                    ? Optional.of(text.value())
                    : Optional.empty();
        }
    }

    sealed interface Input permits Link, Text, Number {}

    record Link(String node, int slot) implements Input {}

    record Text(String value) implements Input {}

    record Number(long value) implements Input {}

    /** Whether this is the API format: an object whose members all have a class_type. */
    static boolean isApiGraph(JsonNode json) {
        if (!json.isObject() || json.isEmpty()) {
            return false;
        }
        for (JsonNode node : json) {
            if (node.path("class_type").isTextual()) {
                return true;
            }
        }
        return false;
    }

    static ComfyGraph ofApi(JsonNode json) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            Map<String, Input> inputs = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> input : entry.getValue().path("inputs").properties()) {
                input(input.getValue()).ifPresent(v -> inputs.put(input.getKey(), v));
            }
            String type = entry.getValue().path("class_type").asText("");
            nodes.put(entry.getKey(), new Node(entry.getKey(), type, inputs));
        }
        return new ComfyGraph(nodes);
    }

    static Optional<Input> input(JsonNode value) {
        if (value.isArray() && value.size() == 2 && value.get(1).isInt()) {
            return Optional.of(new Link(value.get(0).asText(), value.get(1).asInt()));
        }
        if (value.isTextual()) {
            return Optional.of(new Text(value.asText()));
        }
        return value.isIntegralNumber() && value.canConvertToLong()
                ? Optional.of(new Number(value.asLong()))
                : Optional.empty();
    }

    Optional<Node> at(Link link) {
        return Optional.ofNullable(nodes.get(link.node()));
    }
}

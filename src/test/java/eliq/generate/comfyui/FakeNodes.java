package eliq.generate.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * ComfyUI's core nodes as its {@code /object_info} describes them (names, inputs, limits and outputs of version 0.3.64), with the
 * files of one installation, and its check of a graph.
 */
final class FakeNodes {
    static final ObjectMapper JSON = new ObjectMapper();
    private final JsonNode nodes;
    private final Map<String, Set<String>> files;

    /** @param files folder of models to file names */
    FakeNodes(Map<String, Set<String>> files) throws IOException {
        this.files = files;
        try (InputStream in = FakeNodes.class.getResourceAsStream("nodes.json")) {
            this.nodes = JSON.readTree(in);
        }
    }

    Set<String> files(String folder) {
        return files.getOrDefault(folder, Set.of());
    }

    boolean has(String type) {
        return nodes.has(type);
    }

    /** As a node of {@code /object_info}: with the installed files where {folder} stands. */
    JsonNode describe(String type) {
        JsonNode copy = nodes.path(type).deepCopy();
        for (String group : List.of("required", "optional")) {
            for (JsonNode input : copy.path("input").path(group)) {
                fill(input.path(0));
                fill(input.path(1).path("options"));
            }
        }
        return copy;
    }

    private void fill(JsonNode list) {
        if (list instanceof ArrayNode array
                && array.size() == 1
                && array.get(0).asText().startsWith("{")) {
            String folder = array.get(0).asText().replaceAll("[{}]", "");
            array.removeAll();
            files(folder).forEach(array::add);
        }
    }

    /** Errors by node, in ComfyUI's words; empty where the graph is right. */
    ObjectNode validate(JsonNode graph, long greatestSeed) {
        ObjectNode errors = JSON.createObjectNode();
        for (Map.Entry<String, JsonNode> node : graph.properties()) {
            String type = node.getValue().path("class_type").asText();
            ArrayNode own = JSON.createArrayNode();
            JsonNode described = describe(type).path("input");
            Map<String, JsonNode> inputs = new LinkedHashMap<>();
            described
                    .path("required")
                    .properties()
                    .forEach(e -> inputs.put(e.getKey(), e.getValue()));
            for (String name : inputs.keySet()) {
                if (!node.getValue().path("inputs").has(name)) {
                    error(
                            own,
                            "required_input_missing",
                            "Required input is missing",
                            name,
                            name,
                            "");
                }
            }
            described
                    .path("optional")
                    .properties()
                    .forEach(e -> inputs.put(e.getKey(), e.getValue()));
            for (Map.Entry<String, JsonNode> input : node.getValue().path("inputs").properties()) {
                if (inputs.containsKey(input.getKey())) {
                    check(
                            graph,
                            own,
                            input.getKey(),
                            input.getValue(),
                            inputs.get(input.getKey()),
                            greatestSeed);
                }
            }
            if (!own.isEmpty()) {
                ObjectNode entry = errors.putObject(node.getKey());
                entry.set("errors", own);
                entry.putArray("dependent_outputs");
                entry.put("class_type", type);
            }
        }
        return errors;
    }

    private void check(
            JsonNode graph,
            ArrayNode own,
            String name,
            JsonNode value,
            JsonNode described,
            long greatestSeed) {
        String wanted = described.path(0).asText();
        if (value.isArray()) {
            String source = graph.path(value.path(0).asText()).path("class_type").asText();
            String given = nodes.path(source).path("output").path(value.path(1).asInt()).asText();
            if (given.isEmpty()) {
                error(own, "bad_linked_input", "Bad linked input", name, name, value.toString());
            } else if (!described.path(0).isArray() && !given.equals(wanted)) {
                String mismatch =
                        "%s, received_type(%s) mismatch input_type(%s)"
                                .formatted(name, given, wanted);
                error(
                        own,
                        "return_type_mismatch",
                        "Return type mismatch between linked nodes",
                        mismatch,
                        name,
                        "");
            }
            return;
        }
        if (described.path(0).isArray()) {
            List<String> choices = new ArrayList<>();
            described.path(0).forEach(c -> choices.add(c.asText()));
            if (!choices.contains(value.asText())) {
                String list =
                        choices.size() > 20
                                ? "(list of length " + choices.size() + ")"
                                : choices.toString();
                error(
                        own,
                        "value_not_in_list",
                        "Value not in list",
                        "%s: '%s' not in %s".formatted(name, value.asText(), list),
                        name,
                        value.asText());
            }
            return;
        }
        JsonNode limits = described.path(1);
        if (!limits.has("max") || !value.isNumber()) {
            return;
        }
        boolean seed = name.endsWith("seed");
        double most =
                seed
                        ? Math.min(limits.path("max").asDouble(), greatestSeed)
                        : limits.path("max").asDouble();
        if (value.asDouble() > most) {
            error(
                    own,
                    "value_bigger_than_max",
                    "Value %s bigger than max of %s".formatted(value, limits.path("max")),
                    name,
                    name,
                    value.asText());
        } else if (value.asDouble() < limits.path("min").asDouble()) {
            error(
                    own,
                    "value_smaller_than_min",
                    "Value %s smaller than min of %s".formatted(value, limits.path("min")),
                    name,
                    name,
                    value.asText());
        }
    }

    private static void error(
            ArrayNode list,
            String type,
            String message,
            String details,
            String input,
            String value) {
        ObjectNode error = list.addObject();
        error.put("type", type).put("message", message).put("details", details);
        error.putObject("extra_info").put("input_name", input).put("received_value", value);
    }
}

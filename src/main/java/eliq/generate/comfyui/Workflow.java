package eliq.generate.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A graph in ComfyUI's API format and where a request goes into it.
 *
 * @param graph node id to class and inputs; never changed
 * @param slots inputs of the graph by what belongs in them
 * @param output the node that saves the picture
 * @param sampler the node that begins from noise, where there is one
 * @param files model files that may stand in an input, the first choice first
 */
record Workflow(
        ObjectNode graph,
        Map<Slot, List<NodeInput>> slots,
        String output,
        Optional<String> sampler,
        Map<NodeInput, List<String>> files) {

    Workflow {
        slots = Map.copyOf(slots);
        files = Map.copyOf(files);
    }

    boolean has(Slot slot) {
        return !slots.getOrDefault(slot, List.of()).isEmpty();
    }

    /**
     * A copy of the graph with these values in it. A slot that the workflow does not have keeps to itself.
     *
     * @param values texts and whole numbers
     */
    ObjectNode filled(Map<Slot, Object> values) {
        ObjectNode copy = graph.deepCopy();
        values.forEach(
                (slot, value) -> {
                    for (NodeInput at : slots.getOrDefault(slot, List.of())) {
                        ObjectNode inputs = (ObjectNode) copy.path(at.node()).path("inputs");
                        switch (value) {
                            case Long number -> inputs.put(at.input(), number);
                            case Integer number -> inputs.put(at.input(), number);
                            default -> inputs.put(at.input(), value.toString());
                        }
                    }
                });
        return copy;
    }

    /** The same with other values in some inputs, and no others possible there. */
    Workflow with(Map<NodeInput, JsonNode> values) {
        ObjectNode copy = graph.deepCopy();
        values.forEach(
                (at, value) ->
                        ((ObjectNode) copy.path(at.node()).path("inputs")).set(at.input(), value));
        Map<NodeInput, List<String>> rest = new LinkedHashMap<>(files);
        rest.keySet().removeAll(values.keySet());
        return new Workflow(copy, slots, output, sampler, rest);
    }

    /** The model file it draws with. */
    Optional<String> model() {
        for (String input : List.of("unet_name", "ckpt_name", "model_name")) {
            for (JsonNode node : graph) {
                JsonNode value = node.path("inputs").path(input);
                if (value.isTextual()) {
                    return Optional.of(value.asText());
                }
            }
        }
        return Optional.empty();
    }

    /** The inputs that name model files, with the file that stands there. */
    Map<NodeInput, String> modelFiles() {
        Map<NodeInput, String> found = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> node : graph.properties()) {
            String type = node.getValue().path("class_type").asText();
            for (Map.Entry<String, JsonNode> input : node.getValue().path("inputs").properties()) {
                if (!ModelFolder.of(type, input.getKey()).isEmpty()
                        && input.getValue().isTextual()) {
                    found.put(
                            new NodeInput(node.getKey(), input.getKey()),
                            input.getValue().asText());
                }
            }
        }
        return found;
    }
}

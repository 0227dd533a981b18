package eliq.generate.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.file.JsonFault;
import eliq.generate.GenerateException;
import eliq.generate.GenerateException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a workflow in ComfyUI's API format. Where a request goes into it is taken from an explicit mapping, else from
 * node titles ({@code prompt}, {@code seed}... or {@code eliq:prompt}), else from how the graph is linked
 * ({@link GraphSlots}): ids and titles can be anything.
 */
final class WorkflowReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private WorkflowReader() {}

    /**
     * Reads a user's workflow.
     *
     * @param mapping slot to inputs, each {@code node.input} with the node's id or title; may be empty
     */
    static Workflow read(Path file, Map<Slot, List<String>> mapping) throws GenerateException {
        try {
            return read(
                    JSON.readTree(Files.readAllBytes(file)),
                    file.toString(),
                    mapping,
                    Optional.empty(),
                    Map.of());
        } catch (IOException e) {
            throw refused(file + ": cannot be read as JSON (" + JsonFault.of(e) + ").");
        }
    }

    /**
     * @param name for messages
     * @param output id of the node that saves the picture, where it is known
     * @param files {@link Workflow#files}
     */
    static Workflow read(
            JsonNode json,
            String name,
            Map<Slot, List<String>> mapping,
            Optional<String> output,
            Map<NodeInput, List<String>> files)
            throws GenerateException {
        ObjectNode graph = apiGraph(json, name);
        GraphSlots found = new GraphSlots(graph, name, output);
        Map<Slot, List<NodeInput>> slots = new EnumMap<>(Slot.class);
        for (Slot slot : Slot.values()) {
            List<NodeInput> at =
                    mapping.containsKey(slot)
                            ? mapped(graph, name, slot, mapping.get(slot))
                            : found.find(slot);
            if (!at.isEmpty()) {
                slots.put(slot, at);
            }
        }
        if (!slots.containsKey(Slot.PROMPT)) {
            throw refused(
                    name
                            + ": where the prompt goes cannot be told; give the node with the text the title \"prompt\","
                            + " or name it, as in --slot prompt=6.text");
        }
        return new Workflow(graph, slots, found.output(), found.sampler(), files);
    }

    private static ObjectNode apiGraph(JsonNode json, String name) throws GenerateException {
        // The key under which a picture of ComfyUI, or a request of ours, holds the graph.
        JsonNode inner = json.path("prompt").isObject() ? json.path("prompt") : json;
        if (inner.path("nodes").isArray()) {
            throw refused(
                    name
                            + ": is a workflow as the editor saves it; in ComfyUI choose 'Export (API)' and take that file.");
        }
        boolean nodes = inner.isObject() && !inner.isEmpty();
        for (JsonNode node : inner) {
            nodes &= node.path("class_type").isTextual() && node.path("inputs").isObject();
        }
        if (!nodes) {
            throw refused(
                    name
                            + ": is not a workflow in ComfyUI's API format; in ComfyUI choose 'Export (API)'.");
        }
        ObjectNode graph = inner.deepCopy();
        // Pictures that only pass over the socket are not in the history.
        for (JsonNode node : graph) {
            if (node.path("class_type").asText().equals("SaveImageWebsocket")) {
                ((ObjectNode) node).put("class_type", "PreviewImage");
            }
        }
        return graph;
    }

    private static List<NodeInput> mapped(
            ObjectNode graph, String name, Slot slot, List<String> written)
            throws GenerateException {
        List<NodeInput> inputs = new ArrayList<>();
        for (String each : written) {
            NodeInput named;
            try {
                named = NodeInput.of(each);
            } catch (IllegalArgumentException e) {
                throw refused(name + ", slot " + slot.key() + ": " + e.getMessage());
            }
            Optional<String> node = nodeNamed(graph, named.node());
            if (node.isEmpty() || !graph.path(node.get()).path("inputs").has(named.input())) {
                throw refused(
                        "%s, slot %s: there is no input '%s'; name it by a node's id or title and the input, as in 6.text"
                                .formatted(name, slot.key(), each));
            }
            inputs.add(new NodeInput(node.get(), named.input()));
        }
        return inputs;
    }

    private static Optional<String> nodeNamed(ObjectNode graph, String idOrTitle) {
        if (graph.has(idOrTitle)) {
            return Optional.of(idOrTitle);
        }
        return graph.properties().stream()
                .filter(node -> title(node.getValue()).equalsIgnoreCase(idOrTitle.strip()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    static String title(JsonNode node) {
        return node.path("_meta").path("title").asText("").strip();
    }

    static GenerateException refused(String message) {
        return new GenerateException(Reason.REFUSED, message);
    }
}

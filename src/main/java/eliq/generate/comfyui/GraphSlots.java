package eliq.generate.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.generate.GenerateException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Where a request goes into a graph, told from its nodes' titles or from its links: back from the node that saves the
 * picture to the sampler that begins from noise, and from there to its text, its seed and its empty latents.
 */
final class GraphSlots {
    private static final List<String> SAVING = List.of("SaveImage", "PreviewImage");
    private static final List<String> TEXTS =
            List.of(
                    "text", "prompt", "t5xxl", "clip_l", "clip_g", "text_g", "text_l", "value",
                    "string");
    private static final List<String> SEEDS = List.of("seed", "noise_seed", "value", "int");

    private final ObjectNode graph;
    private final String output;
    private final Optional<String> sampler;

    GraphSlots(ObjectNode graph, String name, Optional<String> output) throws GenerateException {
        this.graph = graph;
        this.output = output.isPresent() ? output.get() : saving(graph, name);
        this.sampler = firstSampler();
    }

    /** The node that saves the picture. */
    String output() {
        return output;
    }

    Optional<String> sampler() {
        return sampler;
    }

    List<NodeInput> find(Slot slot) {
        List<NodeInput> titled = titled(slot);
        if (!titled.isEmpty()) {
            return titled;
        }
        return switch (slot) {
            case PROMPT -> conditioning(List.of("positive", "conditioning"));
            case NEGATIVE -> conditioning(List.of("negative"));
            case SEED -> seed();
            case WIDTH -> sizes("width");
            case HEIGHT -> sizes("height");
            case IMAGE -> inputs("LoadImage", "image");
            case PREFIX -> literals(output, List.of("filename_prefix"), JsonNode::isTextual);
        };
    }

    private static String saving(ObjectNode graph, String name) throws GenerateException {
        for (String type : SAVING) {
            for (Map.Entry<String, JsonNode> node : graph.properties()) {
                if (node.getValue().path("class_type").asText().equals(type)) {
                    return node.getKey();
                }
            }
        }
        throw WorkflowReader.refused(
                name + ": has no node that saves the picture; end it with a SaveImage node.");
    }

    private List<NodeInput> titled(Slot slot) {
        List<NodeInput> found = new ArrayList<>();
        for (Map.Entry<String, JsonNode> node : graph.properties()) {
            String title = WorkflowReader.title(node.getValue());
            if (!title.equalsIgnoreCase(slot.key())
                    && !title.equalsIgnoreCase("eliq:" + slot.key())) {
                continue;
            }
            List<String> names =
                    switch (slot) {
                        case PROMPT, NEGATIVE -> TEXTS;
                        case SEED -> SEEDS;
                        case WIDTH, HEIGHT -> List.of(slot.key(), "value", "int");
                        case IMAGE -> List.of("image");
                        case PREFIX -> List.of("filename_prefix", "value");
                    };
            boolean text =
                    slot == Slot.PROMPT
                            || slot == Slot.NEGATIVE
                            || slot == Slot.IMAGE
                            || slot == Slot.PREFIX;
            found.addAll(
                    literals(
                            node.getKey(),
                            names,
                            text ? JsonNode::isTextual : JsonNode::isIntegralNumber));
        }
        return found;
    }

    /** The sampler that is farthest from the saved picture: later ones refine what it made. */
    private Optional<String> firstSampler() {
        Optional<String> found = Optional.empty();
        Deque<String> open = new ArrayDeque<>(List.of(output));
        Set<String> seen = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            String id = open.removeFirst();
            if (!seen.add(id)) {
                continue;
            }
            JsonNode inputs = graph.path(id).path("inputs");
            if (isSampler(inputs)) {
                found = Optional.of(id);
            }
            for (Map.Entry<String, JsonNode> input : inputs.properties()) {
                if (carriesPicture(input.getKey())) {
                    link(input.getValue()).ifPresent(open::addLast);
                }
            }
        }
        return found;
    }

    /** How many samplers the graph has. */
    static long samplers(ObjectNode graph) {
        return graph.properties().stream()
                .filter(node -> isSampler(node.getValue().path("inputs")))
                .count();
    }

    private static boolean isSampler(JsonNode inputs) {
        boolean noise = inputs.has("seed") || inputs.has("noise_seed") || inputs.has("noise");
        return noise && (inputs.has("positive") || inputs.has("guider"));
    }

    private static boolean carriesPicture(String input) {
        return List.of("images", "image", "samples", "latent_image", "latent", "pixels")
                .contains(input);
    }

    private List<NodeInput> conditioning(List<String> names) {
        if (sampler.isEmpty()) {
            return List.of();
        }
        String start = sampler.get();
        Optional<String> guider = link(input(start, "guider"));
        for (String name : names) {
            Optional<String> from = link(input(guider.orElse(start), name));
            if (from.isPresent()) {
                return text(from.get(), new LinkedHashSet<>());
            }
        }
        return List.of();
    }

    /** The texts of the nearest node that has any, through nodes that pass conditioning on. */
    private List<NodeInput> text(String node, Set<String> seen) {
        if (!seen.add(node)) {
            return List.of();
        }
        List<NodeInput> own = new ArrayList<>();
        for (String name : TEXTS) {
            own.addAll(throughLinks(node, name, JsonNode::isTextual));
        }
        if (!own.isEmpty()) {
            return List.copyOf(new LinkedHashSet<>(own));
        }
        for (Map.Entry<String, JsonNode> input : graph.path(node).path("inputs").properties()) {
            boolean passes =
                    input.getKey().startsWith("conditioning") || input.getKey().equals("positive");
            Optional<String> next = passes ? link(input.getValue()) : Optional.empty();
            if (next.isPresent()) {
                List<NodeInput> found = text(next.get(), seen);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    private List<NodeInput> seed() {
        if (sampler.isEmpty()) {
            return List.of();
        }
        for (String name : List.of("seed", "noise_seed")) {
            List<NodeInput> found = throughLinks(sampler.get(), name, JsonNode::isIntegralNumber);
            if (!found.isEmpty()) {
                return found;
            }
        }
        Optional<String> noise = link(input(sampler.get(), "noise"));
        return noise.isPresent()
                ? throughLinks(noise.get(), "noise_seed", JsonNode::isIntegralNumber)
                : List.of();
    }

    /** Of the empty latents that the sampler begins with, and of all nodes that must agree with them. */
    private List<NodeInput> sizes(String side) {
        if (sampler.isEmpty()) {
            return List.of();
        }
        Optional<String> latent = link(input(sampler.get(), "latent_image"));
        if (latent.isEmpty()) {
            return List.of();
        }
        List<NodeInput> found =
                new ArrayList<>(throughLinks(latent.get(), side, JsonNode::isIntegralNumber));
        if (!found.isEmpty()) {
            found.addAll(inputs("ModelSamplingFlux", side));
        }
        return List.copyOf(new LinkedHashSet<>(found));
    }

    private List<NodeInput> inputs(String type, String input) {
        return graph.properties().stream()
                .filter(node -> node.getValue().path("class_type").asText().equals(type))
                .filter(node -> node.getValue().path("inputs").path(input).isValueNode())
                .map(node -> new NodeInput(node.getKey(), input))
                .toList();
    }

    /** This input where it is a literal, else the literal of the node that feeds it. */
    private List<NodeInput> throughLinks(String node, String input, Predicate<JsonNode> fits) {
        JsonNode value = input(node, input);
        if (fits.test(value)) {
            return List.of(new NodeInput(node, input));
        }
        Optional<String> source = link(value);
        if (source.isEmpty()) {
            return List.of();
        }
        List<String> names = new ArrayList<>(List.of(input));
        names.addAll(List.of("value", "text", "string", "int", "seed", "noise_seed"));
        return literals(source.get(), names, fits).stream().limit(1).toList();
    }

    private List<NodeInput> literals(String node, List<String> names, Predicate<JsonNode> fits) {
        return names.stream()
                .filter(name -> fits.test(input(node, name)))
                .map(name -> new NodeInput(node, name))
                .toList();
    }

    private JsonNode input(String node, String name) {
        return graph.path(node).path("inputs").path(name);
    }

    private Optional<String> link(JsonNode value) {
        boolean link = value.isArray() && value.size() == 2 && graph.has(value.path(0).asText());
        return link ? Optional.of(value.path(0).asText()) : Optional.empty();
    }
}

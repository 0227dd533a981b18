package eliq.image;

import com.fasterxml.jackson.databind.JsonNode;
import eliq.image.ComfyGraph.Input;
import eliq.image.ComfyGraph.Link;
import eliq.image.ComfyGraph.Node;
import eliq.image.ComfyGraph.Text;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The workflow as ComfyUI's editor saves it: a list of nodes whose widget values stand in a row without names, and a list of links. Only what
 * leads to the prompt is translated; the names come from the node's own inputs where the file has them, else from a table.
 */
final class ComfyWorkflow {

    private static final Map<String, List<String>> WIDGETS =
            Map.ofEntries(
                    Map.entry("CLIPTextEncode", List.of("text")),
                    Map.entry(
                            "CLIPTextEncodeSDXL",
                            List.of(
                                    "width",
                                    "height",
                                    "crop_w",
                                    "crop_h",
                                    "target_width",
                                    "target_height",
                                    "text_g",
                                    "text_l")),
                    Map.entry(
                            "CLIPTextEncodeSDXLRefiner",
                            List.of("ascore", "width", "height", "text")),
                    Map.entry("CLIPTextEncodeSD3", List.of("clip_l", "clip_g", "t5xxl")),
                    Map.entry("CLIPTextEncodeFlux", List.of("clip_l", "t5xxl")),
                    Map.entry("CLIPTextEncodeHunyuanDiT", List.of("bert", "mt5xl")),
                    Map.entry("TextEncodeQwenImageEdit", List.of("prompt")),
                    Map.entry("TextEncodeQwenImageEditPlus", List.of("prompt")),
                    Map.entry("KSampler", List.of("seed")),
                    Map.entry("KSamplerAdvanced", List.of("add_noise", "noise_seed")),
                    Map.entry("SamplerCustom", List.of("add_noise", "noise_seed")),
                    Map.entry("RandomNoise", List.of("noise_seed")),
                    Map.entry("CheckpointLoaderSimple", List.of("ckpt_name")),
                    Map.entry("UNETLoader", List.of("unet_name")),
                    Map.entry("PrimitiveNode", List.of("value")),
                    Map.entry("PrimitiveString", List.of("value")),
                    Map.entry("PrimitiveStringMultiline", List.of("value")),
                    Map.entry("StringConcatenate", List.of("string_a", "string_b", "delimiter")));

    /** The editor's "never" and "bypass" modes. */
    private static final List<Integer> SWITCHED_OFF = List.of(2, 4);

    private ComfyWorkflow() {}

    static boolean isWorkflow(JsonNode json) {
        return json.path("nodes").isArray() && json.path("links").isArray();
    }

    static ComfyGraph toGraph(JsonNode workflow) {
        Map<Long, Link> links = new HashMap<>();
        for (JsonNode link : workflow.path("links")) {
            if (link.isArray() && link.size() >= 5) {
                links.put(
                        link.get(0).asLong(), new Link(link.get(1).asText(), link.get(2).asInt()));
            }
        }
        Map<String, Node> nodes = new LinkedHashMap<>();
        for (JsonNode node : workflow.path("nodes")) {
            String type = node.path("type").asText("");
            if (type.equals("Note")
                    || type.equals("MarkdownNote")
                    || node.path("mode").asInt() == 2) {
                continue;
            }
            nodes.put(node.path("id").asText(), node(node, type, links));
        }
        return new ComfyGraph(nodes);
    }

    private static Node node(JsonNode node, String type, Map<Long, Link> links) {
        Map<String, Input> inputs = new LinkedHashMap<>();
        widgets(node, type, inputs);
        for (JsonNode input : node.path("inputs")) {
            JsonNode link = input.path("link");
            if (link.isIntegralNumber() && links.containsKey(link.asLong())) {
                inputs.put(input.path("name").asText(), links.get(link.asLong()));
            }
        }
        return new Node(
                node.path("id").asText(),
                SWITCHED_OFF.contains(node.path("mode").asInt()) ? "Reroute" : type,
                inputs);
    }

    private static void widgets(JsonNode node, String type, Map<String, Input> inputs) {
        JsonNode values = node.path("widgets_values");
        if (values.isObject()) {
            values.properties()
                    .forEach(
                            e ->
                                    ComfyGraph.input(e.getValue())
                                            .ifPresent(v -> inputs.put(e.getKey(), v)));
            return;
        }
        List<String> names = WIDGETS.get(type);
        if (names != null) {
            for (int i = 0; i < Math.min(names.size(), values.size()); i++) {
                String name = names.get(i);
                ComfyGraph.input(values.get(i)).ifPresent(v -> inputs.put(name, v));
            }
        } else if (values.size() > 0 && values.get(0).isTextual()) {
            inputs.put("text", new Text(values.get(0).asText()));
        }
    }
}

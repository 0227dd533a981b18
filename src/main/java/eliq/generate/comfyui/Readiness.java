package eliq.generate.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import eliq.generate.GenerateException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A workflow held against what a server has, before anything is queued: the server itself looks at some of it only when
 * the run has come that far.
 *
 * @param workflow with those of its possible files that the server has
 * @param missing files and nodes, each with where it belongs; empty: it can run
 */
record Readiness(Workflow workflow, List<String> missing) {

    static Readiness of(Workflow workflow, ServerNodes server) throws GenerateException {
        List<String> missing = new ArrayList<>();
        Map<NodeInput, JsonNode> files = new HashMap<>();
        for (Map.Entry<String, JsonNode> node : workflow.graph().properties()) {
            String type = node.getValue().path("class_type").asText();
            if (server.node(type).isEmpty()) {
                missing.add("the node " + type + " (update ComfyUI, or install what brings it)");
                continue;
            }
            JsonNode inputs = node.getValue().path("inputs");
            for (String required : server.requiredInputs(type)) {
                if (!inputs.has(required)) {
                    missing.add("node " + node.getKey() + " (" + type + "): its input " + required);
                }
            }
            for (Map.Entry<String, JsonNode> input : inputs.properties()) {
                NodeInput at = new NodeInput(node.getKey(), input.getKey());
                boolean given =
                        workflow.slots().values().stream().anyMatch(list -> list.contains(at));
                if (input.getValue().isTextual() && !given) {
                    check(workflow, server, at, type, input.getValue().asText(), files, missing);
                }
            }
        }
        return new Readiness(workflow.with(files), missing);
    }

    private static void check(
            Workflow workflow,
            ServerNodes server,
            NodeInput at,
            String type,
            String value,
            Map<NodeInput, JsonNode> files,
            List<String> missing)
            throws GenerateException {
        Optional<List<String>> choices = server.choices(type, at.input());
        List<String> wanted = workflow.files().getOrDefault(at, List.of(value));
        if (choices.isEmpty()) {
            return;
        }
        if (wanted.size() == 1 && choices.get().contains(wanted.getFirst())) {
            files.put(at, TextNode.valueOf(wanted.getFirst()));
            return;
        }
        String folder = ModelFolder.of(type, at.input());
        if (folder.isEmpty()) {
            missing.add(
                    "node %s (%s): %s has no '%s'".formatted(at.node(), type, at.input(), value));
            return;
        }
        for (String file : wanted) {
            for (String installed : choices.get()) {
                if (baseName(installed).equals(baseName(file))) {
                    files.put(at, TextNode.valueOf(installed));
                    return;
                }
            }
        }
        String others = String.join(", ", wanted.subList(1, wanted.size()));
        missing.add(
                "models/%s/%s%s"
                        .formatted(
                                folder,
                                wanted.getFirst(),
                                others.isEmpty() ? "" : " (or " + others + ")"));
    }

    private static String baseName(String file) {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }
}

package eliq.generate.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a run ended.
 *
 * @param success whether to the end
 * @param interrupted whether someone stopped it
 * @param failure the message {@code execution_error}, where there is one
 * @param pictures saved, by node
 */
record ComfyHistory(
        boolean success,
        boolean interrupted,
        Optional<JsonNode> failure,
        Map<String, List<Saved>> pictures) {

    /**
     * A picture on the server's disk.
     *
     * @param type output, temp or input
     */
    record Saved(String file, String folder, String type) {}

    static ComfyHistory of(JsonNode entry) {
        JsonNode status = entry.path("status");
        boolean interrupted = false;
        Optional<JsonNode> failure = Optional.empty();
        for (JsonNode message : status.path("messages")) {
            switch (message.path(0).asText()) {
                case "execution_interrupted" -> interrupted = true;
                case "execution_error" -> failure = Optional.of(message.path(1));
                default -> {}
            }
        }
        Map<String, List<Saved>> pictures = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> output : entry.path("outputs").properties()) {
            List<Saved> saved = new ArrayList<>();
            for (JsonNode image : output.getValue().path("images")) {
                saved.add(
                        new Saved(
                                image.path("filename").asText(),
                                image.path("subfolder").asText(),
                                image.path("type").asText("output")));
            }
            if (!saved.isEmpty()) {
                pictures.put(output.getKey(), saved);
            }
        }
        // Servers before the status was introduced wrote history for what succeeded only.
        boolean success =
                status.path("status_str").asText("success").equals("success")
                        && failure.isEmpty()
                        && !interrupted;
        return new ComfyHistory(success, interrupted, failure, pictures);
    }

    /** The picture of this node; else, where the node saved none, the last one that was saved. */
    Optional<Saved> picture(String node) {
        if (pictures.containsKey(node)) {
            return Optional.of(pictures.get(node).getFirst());
        }
        List<Saved> all = pictures.values().stream().flatMap(List::stream).toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }
}

package eliq.generate.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.generate.GenerateException;
import eliq.generate.GenerateException.Reason;
import eliq.generate.http.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From the server's complaints to a sentence that says what to do. */
final class ComfyErrors {
    private static final int MOST_SHOWN = 3;

    private ComfyErrors() {}

    /** A graph that was not queued, or not as a whole. */
    static GenerateException refused(String name, ObjectNode graph, Answer answer) {
        JsonNode json = answer.json();
        List<String> complaints = new ArrayList<>();
        for (Map.Entry<String, JsonNode> node : json.path("node_errors").properties()) {
            String type =
                    node.getValue()
                            .path("class_type")
                            .asText(graph.path(node.getKey()).path("class_type").asText());
            for (JsonNode error : node.getValue().path("errors")) {
                complaints.add(complaint(node.getKey(), type, error));
            }
        }
        JsonNode error = json.path("error");
        if (complaints.isEmpty() && error.isObject()) {
            String text =
                    (error.path("message").asText() + " " + error.path("details").asText()).strip();
            complaints.add(
                    text.contains("does not exist") || text.contains("not found")
                            ? "a node of the workflow is not installed: " + text
                            : text);
        }
        if (complaints.isEmpty()) {
            complaints.add("status " + answer.status() + ", " + answer.excerpt());
        }
        return new GenerateException(
                answer.status() >= 500 ? Reason.FAILED : Reason.REFUSED,
                name + ": the server refused the workflow: " + joined(complaints) + ".");
    }

    private static String complaint(String node, String type, JsonNode error) {
        String input = error.path("extra_info").path("input_name").asText("");
        String value = error.path("extra_info").path("received_value").asText("");
        String where = "node " + node + " (" + type + ")";
        return switch (error.path("type").asText()) {
            case "value_not_in_list" -> {
                String folder = ModelFolder.of(type, input);
                yield folder.isEmpty()
                        ? where + " does not know the value '" + value + "' for " + input
                        : "the file '"
                                + value
                                + "' is not installed; put it into models/"
                                + folder
                                + " of ComfyUI, or name the file that you have";
            }
            case "value_bigger_than_max", "value_smaller_than_min" ->
                    where
                            + ", "
                            + input
                            + ": the value "
                            + value
                            + " is out of range ("
                            + error.path("details").asText()
                            + ")";
            case "required_input_missing" ->
                    where + " lacks its input " + error.path("details").asText();
            default ->
                    where
                            + ": "
                            + (error.path("message").asText()
                                            + " "
                                            + error.path("details").asText())
                                    .strip();
        };
    }

    /** A run that began and did not end well. */
    static GenerateException failed(String name, ComfyHistory history) {
        if (history.interrupted()) {
            return new GenerateException(
                    Reason.FAILED,
                    name + ": the picture was stopped on the server before it was ready.");
        }
        if (history.failure().isEmpty()) {
            return new GenerateException(
                    Reason.FAILED,
                    name
                            + ": the run failed and the server does not say why; see its window for the error.");
        }
        JsonNode failure = history.failure().get();
        String type = failure.path("exception_type").asText();
        String message = failure.path("exception_message").asText().replaceAll("\\s+", " ").strip();
        if (type.endsWith("FileNotFoundError")) {
            return new GenerateException(
                    Reason.REFUSED,
                    name
                            + ": a model file is not installed: "
                            + message
                            + " Put it into that folder of ComfyUI's models.");
        }
        String where =
                "node "
                        + failure.path("node_id").asText()
                        + " ("
                        + failure.path("node_type").asText()
                        + ")";
        boolean memory = type.contains("OutOfMemory") || message.contains("out of memory");
        return new GenerateException(
                Reason.FAILED,
                memory
                        ? name
                                + ": "
                                + where
                                + " ran out of memory on the server; ask for smaller pictures or start it with --lowvram."
                        : "%s: %s failed: %s: %s".formatted(name, where, type, message));
    }

    private static String joined(List<String> complaints) {
        String shown = String.join("; ", complaints.stream().limit(MOST_SHOWN).toList());
        int more = complaints.size() - MOST_SHOWN;
        return more > 0 ? shown + "; and " + more + " more" : shown;
    }
}

package eliq.generate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.image.ContentHash;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How a picture came about: enough to make it again, and to look up who made it.
 *
 * @param generator {@link ImageGenerator#name} or {@link ImageEditor#name}
 * @param model checkpoint file or model name as the backend uses it, where it has one
 * @param seed that was used in the end: another than asked for where a black picture was drawn again
 * @param workflow the request exactly as it was sent, as JSON (of ComfyUI: the graph), without secrets
 * @param made when the picture was ready
 * @param took from asking to having it, waiting in a queue included
 */
public record Provenance(
        String generator,
        Optional<String> model,
        long seed,
        Optional<String> workflow,
        Instant made,
        Duration took) {

    /** SHA-256 of the workflow: pictures with the same one were asked for in the same words. */
    public Optional<ContentHash> workflowHash() {
        return workflow.map(text -> ContentHash.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * All of it as text of a PNG file, in a form that readers of generators' metadata know, this program among them.
     *
     * @param prompt that the picture was made from
     */
    public Map<String, String> texts(String prompt) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("app", "ELIQ Workbench").put("prompt", prompt).put("seed", seed);
        model.ifPresent(name -> json.put("model", name));
        json.put("generator", generator).put("made", made.toString());
        json.put("tookMilliseconds", took.toMillis());
        workflow.ifPresent(text -> json.put("workflow", text));
        return Map.of("parameters", json.toString());
    }
}

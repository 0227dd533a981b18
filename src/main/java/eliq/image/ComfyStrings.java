package eliq.image;

import eliq.image.ComfyGraph.Input;
import eliq.image.ComfyGraph.Link;
import eliq.image.ComfyGraph.Node;
import eliq.image.ComfyGraph.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The text that a string node of a ComfyUI graph gives: primitives, text boxes, reroutes, concatenations. */
final class ComfyStrings {

    /** Where string nodes keep their text, the outcome (a wildcard filled in) before the template. */
    private static final List<String> FIELDS =
            List.of(
                    "populated_text",
                    "value",
                    "text",
                    "string",
                    "prompt",
                    "Text",
                    "STRING",
                    "text_0",
                    "positive",
                    "text1",
                    "Value",
                    "wildcard_text",
                    "anything",
                    "source",
                    "any",
                    "");

    private static final int DEEPEST = 100;

    private final ComfyGraph graph;

    ComfyStrings(ComfyGraph graph) {
        this.graph = graph;
    }

    /** Whether a node gives a string rather than a conditioning. */
    static boolean makesText(Node node) {
        String type = node.type().toLowerCase(Locale.ROOT);
        boolean named =
                type.contains("string")
                        || type.contains("primitive")
                        || type.contains("text") && !type.contains("encode");
        return named && !node.inputs().containsKey("clip");
    }

    /** The text, where it can be told from the graph alone. */
    Optional<String> resolve(Link link) {
        return resolve(link, 0);
    }

    private Optional<String> resolve(Link link, int depth) {
        Optional<Node> node = graph.at(link);
        if (node.isEmpty() || depth > DEEPEST) {
            return Optional.empty();
        }
        String type = node.get().type().toLowerCase(Locale.ROOT);
        if (type.contains("concat") || type.contains("join") || type.contains("combine")) {
            return concatenated(node.get(), depth);
        }
        for (String field : FIELDS) {
            Optional<String> text = value(node.get().inputs().get(field), depth);
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    private Optional<String> value(Input input, int depth) {
        return switch (input) {
            case Text text -> Optional.of(text.value());
            case Link link -> resolve(link, depth + 1);
            case null, default -> Optional.empty();
        };
    }

    private Optional<String> concatenated(Node node, int depth) {
        String delimiter = node.text("delimiter").or(() -> node.text("separator")).orElse("");
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, Input> input : node.inputs().entrySet()) {
            String name = input.getKey().toLowerCase(Locale.ROOT);
            boolean part =
                    name.startsWith("string")
                            || name.startsWith("text")
                            || name.startsWith("input");
            if (part) {
                Optional<String> text = value(input.getValue(), depth);
                if (text.isEmpty() && input.getValue() instanceof Link) {
                    return Optional.empty();
                }
                text.filter(t -> !t.isEmpty()).ifPresent(parts::add);
            }
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(delimiter.replace("\\n", "\n"), parts));
    }
}

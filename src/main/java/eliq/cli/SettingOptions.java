package eliq.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import eliq.job.JobException;
import eliq.job.JobJson;
import eliq.report.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Every setting of a job by name, for those that have no option of their own. */
final class SettingOptions {
    private static final ObjectMapper JSON = new ObjectMapper();

    static final List<Column> COLUMNS =
            List.of(Column.text("setting", "Setting"), Column.text("value", "Value"));

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Any setting by name; may be given several times. See --settings.")
    private Map<String, String> chosen = new LinkedHashMap<>();

    @Option(
            names = "--settings",
            description = "List all settings with the values they would have, and do nothing else.")
    private boolean listed;

    /** Whether the settings are to be listed instead of used. */
    boolean listed() {
        return listed;
    }

    /** The parameters with the chosen settings in place of theirs. */
    <P extends Record> P apply(P parameters, Class<P> type) throws UsageException {
        if (chosen.isEmpty()) {
            return parameters;
        }
        try {
            JsonNode tree = JSON.readTree(JobJson.write(parameters));
            for (Map.Entry<String, String> each : chosen.entrySet()) {
                set(tree, each.getKey(), each.getValue());
            }
            return JobJson.read(tree.toString(), type, "the settings");
        } catch (JsonProcessingException | JobException e) {
            throw new UsageException("--set: " + reason(e.getMessage()));
        }
    }

    private static void set(JsonNode tree, String name, String value) throws UsageException {
        int dot = name.lastIndexOf('.');
        JsonNode parent = dot < 0 ? tree : tree.at("/" + name.substring(0, dot).replace('.', '/'));
        String last = name.substring(dot + 1);
        if (!(parent instanceof ObjectNode object) || !object.has(last)) {
            throw new UsageException(
                    "--set: there is no setting '" + name + "'; --settings lists them");
        }
        object.set(last, parsed(value, object.get(last)));
    }

    /** A text stays a text, even where it looks like a number. */
    private static JsonNode parsed(String value, JsonNode before) {
        if (before.isTextual()) {
            return TextNode.valueOf(value);
        }
        try {
            return JSON.readTree(value);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(value);
        }
    }

    /** What a record says of its own values, without the words of the library in between. */
    private static String reason(String message) {
        int problem = message.indexOf("problem: ");
        String text = problem < 0 ? message : message.substring(problem + "problem: ".length());
        return text.lines().findFirst().orElse(text);
    }

    /** Names and values of all settings. */
    static List<List<?>> rows(Record parameters) throws UsageException {
        try {
            List<List<?>> rows = new ArrayList<>();
            collect("", JSON.readTree(JobJson.write(parameters)), rows);
            return rows;
        } catch (JsonProcessingException e) {
            throw new UsageException("--settings: " + e.getOriginalMessage());
        }
    }

    private static void collect(String prefix, JsonNode node, List<List<?>> rows) {
        if (node.isObject() && !node.isEmpty()) {
            node.properties()
                    .forEach(
                            field ->
                                    collect(
                                            prefix.isEmpty()
                                                    ? field.getKey()
                                                    : prefix + "." + field.getKey(),
                                            field.getValue(),
                                            rows));
        } else {
            rows.add(List.of(prefix, node.isTextual() ? node.asText() : node.toString()));
        }
    }
}

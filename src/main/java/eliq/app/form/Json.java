package eliq.app.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.job.JobException;
import eliq.job.JobJson;
import java.math.BigDecimal;
import java.util.Optional;

/** Settings by path in the JSON form of their record. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + json, e);
        }
    }

    static JsonNode tree(Record record) {
        return tree(JobJson.write(record));
    }

    /** The value at a path; empty where the record has no such component now. */
    static Optional<JsonNode> at(JsonNode tree, String path) {
        JsonNode found = tree.at("/" + path.replace('.', '/'));
        return found.isMissingNode() ? Optional.empty() : Optional.of(found);
    }

    /** A copy with another value at a path that is there. */
    static JsonNode with(JsonNode tree, String path, JsonNode value) {
        JsonNode copy = tree.deepCopy();
        int dot = path.lastIndexOf('.');
        JsonNode parent = dot < 0 ? copy : at(copy, path.substring(0, dot)).orElse(copy);
        if (parent instanceof ObjectNode object) {
            object.set(path.substring(dot + 1), value);
        }
        return copy;
    }

    static <P extends Record> P record(JsonNode tree, Class<P> type) throws FormException {
        try {
            return JobJson.read(tree.toString(), type, "the settings");
        } catch (JobException e) {
            throw new FormException(reason(e.getMessage()), e);
        }
    }

    /** What a record says of its own values, without the words of the library in between. */
    private static String reason(String message) {
        int problem = message.indexOf("problem: ");
        String text = problem < 0 ? message : message.substring(problem + "problem: ".length());
        String line = text.lines().findFirst().orElse(text);
        int advice = line.indexOf("; another version of this program");
        line = advice < 0 ? line : line.substring(0, advice);
        int range = line.indexOf("; it ");
        return range < 0 ? line : "I" + line.substring(range + 3);
    }

    /** A number as a person would type it. */
    static String text(JsonNode value) {
        if (!value.isNumber()) {
            return value.asText();
        }
        double size = Math.abs(value.asDouble());
        if (size != 0 && (size < 1e-3 || size >= 1e9)) {
            BigDecimal number = new BigDecimal(value.asText()).stripTrailingZeros();
            int power = number.precision() - number.scale() - 1;
            return number.scaleByPowerOfTen(-power).toPlainString() + "e" + power;
        }
        return new BigDecimal(value.asText()).stripTrailingZeros().toPlainString();
    }
}

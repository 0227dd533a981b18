package eliq.backbone.qwen3vl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eliq.backbone.BackboneException;
import eliq.file.JsonFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * One object of a model's JSON file, read strictly: every complaint names the file and the key.
 *
 * @param file that was read
 * @param prefix of this object's keys, such as {@code text_config.}, empty at the top
 * @param node the object itself
 */
record ModelJson(Path file, String prefix, JsonNode node) {

    /**
     * Reads a whole file.
     *
     * @throws BackboneException if it is absent, unreadable or not a JSON object
     */
    static ModelJson read(Path file) throws BackboneException {
        JsonNode node;
        try {
            node = new ObjectMapper().readTree(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new BackboneException(
                    file + " is missing: a Qwen3-VL model directory needs it", e);
        } catch (JsonProcessingException e) {
            throw new BackboneException(
                    file
                            + " is not valid JSON, "
                            + JsonFault.of(e)
                            + ". Fetch the file anew or mend it there.",
                    e);
        } catch (IOException e) {
            throw new BackboneException(file + " cannot be read: " + e.getMessage(), e);
        }
        if (node == null || !node.isObject()) {
            throw new BackboneException(file + " should hold a JSON object");
        }
        return new ModelJson(file, "", node);
    }

    boolean has(String key) {
        JsonNode value = node.get(key);
        return value != null && !value.isNull();
    }

    ModelJson object(String key) throws BackboneException {
        JsonNode value = required(key);
        if (!value.isObject()) {
            throw wrong(key, "should be an object");
        }
        return new ModelJson(file, prefix + key + ".", value);
    }

    /** A whole number in [least, most]. */
    int integer(String key, int least, int most) throws BackboneException {
        JsonNode value = required(key);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong(key, "should be a whole number, but is " + value);
        }
        long number = value.asLong();
        if (number < least || number > most) {
            throw wrong(key, "is " + number + ", outside " + least + ".." + most);
        }
        return (int) number;
    }

    int integer(String key, int least, int most, int absent) throws BackboneException {
        return has(key) ? integer(key, least, most) : absent;
    }

    /** A finite number above zero. */
    double positive(String key) throws BackboneException {
        JsonNode value = required(key);
        if (!value.isNumber() || !(value.asDouble() > 0) || Double.isInfinite(value.asDouble())) {
            throw wrong(key, "should be a number above zero, but is " + value);
        }
        return value.asDouble();
    }

    double positive(String key, double absent) throws BackboneException {
        return has(key) ? positive(key) : absent;
    }

    boolean flag(String key, boolean absent) throws BackboneException {
        if (!has(key)) {
            return absent;
        }
        JsonNode value = required(key);
        if (!value.isBoolean()) {
            throw wrong(key, "should be true or false, but is " + value);
        }
        return value.asBoolean();
    }

    String text(String key) throws BackboneException {
        JsonNode value = required(key);
        if (!value.isTextual()) {
            throw wrong(key, "should be a text, but is " + value);
        }
        return value.asText();
    }

    /** An array of whole numbers, none below zero. */
    int[] integers(String key) throws BackboneException {
        JsonNode value = array(key);
        int[] numbers = new int[value.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!value.get(i).canConvertToInt() || value.get(i).asInt() < 0) {
                throw wrong(key, "should hold whole numbers from 0, but has " + value.get(i));
            }
            numbers[i] = value.get(i).asInt();
        }
        return numbers;
    }

    double[] numbers(String key) throws BackboneException {
        JsonNode value = array(key);
        double[] numbers = new double[value.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!value.get(i).isNumber()) {
                throw wrong(key, "should hold numbers, but has " + value.get(i));
            }
            numbers[i] = value.get(i).asDouble();
        }
        return numbers;
    }

    /** Refuses any value but the one that the forward pass implements; absent passes. */
    void only(String key, String supported) throws BackboneException {
        if (has(key) && !node.get(key).asText().equals(supported)) {
            throw wrong(
                    key,
                    "is " + node.get(key).asText() + "; only " + supported + " is implemented");
        }
    }

    BackboneException wrong(String key, String what) {
        return new BackboneException(file + ": " + prefix + key + " " + what);
    }

    private JsonNode array(String key) throws BackboneException {
        JsonNode value = required(key);
        if (!value.isArray()) {
            throw wrong(key, "should be an array, but is " + value);
        }
        return value;
    }

    private JsonNode required(String key) throws BackboneException {
        if (!has(key)) {
            throw wrong(key, "is missing");
        }
        return node.get(key);
    }
}

package eliq.pairs.degrade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Degradations as JSON: {@code [{"operation", "strength", "seed", "parameters": {..}}, ..]}. Numbers are written so that
 * they read back to the same bits; applying what was read gives the same picture.
 */
public final class Degradations {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Degradations() {}

    public static ArrayNode toJson(Degradation degradation) {
        ArrayNode steps = JSON.createArrayNode();
        for (Step step : degradation.steps()) {
            ObjectNode node = steps.addObject();
            node.put("operation", step.operation().key());
            node.put("strength", step.strength());
            node.put("seed", step.seed());
            node.set("parameters", JSON.valueToTree(step.edit()));
        }
        return steps;
    }

    /** @throws IllegalArgumentException if a step is not one that {@link #toJson} writes; says which and why */
    public static Degradation ofJson(JsonNode steps) {
        List<Step> read = new ArrayList<>();
        for (JsonNode node : steps) {
            String key = node.path("operation").asText();
            Operation operation =
                    Operation.ofKey(key)
                            .orElseThrow(
                                    () ->
                                            new IllegalArgumentException(
                                                    "no such operation: \"" + key + "\""));
            read.add(
                    new Step(
                            node.path("strength").asDouble(),
                            node.path("seed").asLong(),
                            parameters(operation, node.path("parameters"))));
        }
        return new Degradation(read);
    }

    private static Edit parameters(Operation operation, JsonNode parameters) {
        try {
            return JSON.treeToValue(parameters, operation.type());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "the parameters of %s are not readable: %s"
                            .formatted(operation.key(), e.getOriginalMessage()),
                    e);
        }
    }
}

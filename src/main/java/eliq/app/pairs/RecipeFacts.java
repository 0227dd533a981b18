package eliq.app.pairs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eliq.app.facts.Fact;
import eliq.catalog.Recipe;
import java.util.ArrayList;
import java.util.List;

/** A recipe as names and values to read and copy. */
final class RecipeFacts {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RecipeFacts() {}

    /** Everything that a recipe says; the name of a part holds those above it, such as {@code step 1: quality}. */
    static List<Fact> of(Recipe recipe) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Aspect", recipe.aspect().key()));
        facts.add(new Fact("Family", recipe.family().key()));
        facts.add(new Fact("Operation", recipe.operation()));
        facts.add(new Fact("Strength", Double.toString(recipe.strength())));
        facts.add(new Fact("Seed", Long.toString(recipe.seed())));
        flatten("", read(recipe), facts);
        return facts;
    }

    /** What made a negative: generator or editor; empty where its recipe does not name one. */
    static String maker(Recipe recipe) {
        JsonNode parameters = read(recipe);
        for (String name : List.of("generator", "editor")) {
            if (parameters.hasNonNull(name)) {
                return "drawn by " + parameters.get(name).asText();
            }
        }
        return parameters.path("by").asText("");
    }

    private static JsonNode read(Recipe recipe) {
        try {
            return JSON.readTree(recipe.parameters());
        } catch (JsonProcessingException e) {
            // The catalogue takes valid JSON only; what is not shown as parts is shown whole.
            return JSON.createObjectNode().put("recipe", recipe.parameters());
        }
    }

    private static void flatten(String prefix, JsonNode node, List<Fact> facts) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(prefix + " " + (i + 1), node.get(i), facts);
            }
        } else if (node.isObject()) {
            node.properties()
                    .forEach(
                            each ->
                                    flatten(
                                            prefix.isEmpty()
                                                    ? each.getKey()
                                                    : prefix + ": " + each.getKey(),
                                            each.getValue(),
                                            facts));
        } else {
            String name = prefix.replace("steps ", "step ").replace("parameters: ", "");
            facts.add(new Fact(name.strip(), node.asText()));
        }
    }
}

package eliq.app.pairs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.app.facts.Fact;
import eliq.catalog.Recipe;
import java.math.BigDecimal;
import java.math.MathContext;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A recipe as names and values to read, or whole to copy. */
final class RecipeFacts {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Enough of a number to read; {@link #exact} has all of it. */
    private static final MathContext READABLE = new MathContext(4);

    private final Recipe recipe;
    private final List<Fact> facts = new ArrayList<>();

    private RecipeFacts(Recipe recipe) {
        this.recipe = recipe;
    }

    /**
     * What a recipe says, each thing once; the name of a part holds those above it, such as {@code Step 1: quality}.
     */
    static List<Fact> of(Recipe recipe) {
        RecipeFacts all = new RecipeFacts(recipe);
        all.facts.add(new Fact("Aspect", recipe.aspect().key()));
        all.facts.add(new Fact("Family", recipe.family().key()));
        all.facts.add(new Fact("Operation", words(recipe.operation())));
        all.facts.add(
                new Fact(
                        "Strength", String.format(Locale.getDefault(), "%.2f", recipe.strength())));
        all.facts.add(new Fact("Seed", Long.toString(recipe.seed())));
        all.flatten("", "", read(recipe));
        return List.copyOf(all.facts);
    }

    /** All of a recipe as JSON, with every digit. */
    static String exact(Recipe recipe) {
        ObjectNode all =
                JSON.createObjectNode()
                        .put("aspect", recipe.aspect().key())
                        .put("family", recipe.family().key())
                        .put("operation", recipe.operation())
                        .put("strength", recipe.strength())
                        .put("seed", recipe.seed());
        all.set("parameters", read(recipe));
        return all.toPrettyString();
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

    private void flatten(String prefix, String key, JsonNode node) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(prefix + " " + (i + 1), key, node.get(i));
            }
        } else if (node.isObject()) {
            node.properties()
                    .forEach(
                            each ->
                                    flatten(
                                            prefix.isEmpty()
                                                    ? each.getKey()
                                                    : prefix + ": " + each.getKey(),
                                            each.getKey(),
                                            each.getValue()));
        } else if (!said(key, node)) {
            facts.add(new Fact(name(prefix), value(key, node)));
        }
    }

    /** Whether it stands among what every recipe has. */
    private boolean said(String key, JsonNode node) {
        return switch (key) {
            case "operation", "kind" -> node.asText().equals(recipe.operation());
            case "strength" -> node.isNumber() && node.doubleValue() == recipe.strength();
            case "seed" -> node.isNumber() && node.longValue() == recipe.seed();
            default -> false;
        };
    }

    private static String name(String prefix) {
        String name =
                prefix.replace("steps ", "step ")
                        .replace("parameters: ", "")
                        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
                        .strip()
                        .toLowerCase(Locale.ROOT);
        return name.isEmpty()
                ? "Value"
                : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static String value(String key, JsonNode node) {
        if (node.isFloatingPointNumber()) {
            NumberFormat readable = NumberFormat.getNumberInstance(Locale.getDefault());
            readable.setGroupingUsed(false);
            readable.setMaximumFractionDigits(340);
            return readable.format(new BigDecimal(node.asText()).round(READABLE));
        }
        return key.equals("operation") || key.equals("kind") ? words(node.asText()) : node.asText();
    }

    /** An operation as it is called elsewhere. */
    static String words(String operation) {
        return operation.replace('-', ' ').replace("+", " + ");
    }
}

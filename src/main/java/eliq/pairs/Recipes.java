package eliq.pairs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.catalog.Recipe;
import eliq.generate.GenerateException;
import eliq.generate.GenerationRequest;
import eliq.generate.GenerationRequest.Quality;
import eliq.generate.ImageGenerator;
import eliq.image.Pixels;
import eliq.pairs.degrade.Degradations;
import java.util.Collection;

/** Recipes as the catalogue keeps them, and what is made from them. */
public final class Recipes {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Recipes() {}

    /** The stored form. Numbers read back to the same bits. */
    static Recipe write(NegativeKind kind, Making making, double strength, long seed) {
        ObjectNode parameters = JSON.createObjectNode();
        parameters.put("kind", kind.key());
        String operation = kind.key();
        switch (making) {
            case Making.Degraded degraded -> {
                operation = degraded.degradation().operation();
                parameters.set("steps", Degradations.toJson(degraded.degradation()));
            }
            case Making.Drawn drawn -> {
                GenerationRequest request = drawn.request();
                parameters.put("generator", drawn.generator());
                parameters.put("prompt", request.prompt());
                parameters.put("seed", request.seed());
                parameters.put("width", request.width());
                parameters.put("height", request.height());
                parameters.set("quality", quality(request.quality()));
            }
            case Making.WrongPrompt wrong -> {
                parameters.put("prompt", wrong.text());
                parameters.put("distance", wrong.distance());
            }
        }
        return new Recipe(
                kind.aspect(), kind.family(), operation, parameters.toString(), seed, strength);
    }

    /** What a stored recipe says, read back. */
    public static Making read(Recipe recipe) throws PairsException {
        try {
            JsonNode parameters = JSON.readTree(recipe.parameters());
            if (parameters.has("steps")) {
                return new Making.Degraded(Degradations.ofJson(parameters.get("steps")));
            }
            if (parameters.has("generator")) {
                return new Making.Drawn(
                        parameters.get("generator").asText(),
                        new GenerationRequest(
                                parameters.path("prompt").asText(),
                                parameters.path("seed").asLong(),
                                parameters.path("width").asInt(),
                                parameters.path("height").asInt(),
                                quality(parameters.path("quality"))));
            }
            return new Making.WrongPrompt(
                    parameters.path("prompt").asText(), parameters.path("distance").asDouble());
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new PairsException(
                    "The recipe of a negative (%s) cannot be read: %s. Build the set again."
                            .formatted(recipe.operation(), e.getMessage()),
                    e);
        }
    }

    /**
     * Makes the negative's picture again: the same pixels as the first time, where the generator is deterministic. For a
     * wrong prompt that is the positive itself.
     *
     * @param generators to draw with, found by their names
     */
    public static Pixels remake(
            Recipe recipe, Pixels positive, Collection<? extends ImageGenerator> generators)
            throws PairsException, GenerateException {
        return switch (read(recipe)) {
            case Making.Degraded degraded -> degraded.degradation().apply(positive);
            case Making.WrongPrompt wrong -> positive;
            case Making.Drawn drawn ->
                    named(drawn.generator(), generators).generate(drawn.request());
        };
    }

    static ImageGenerator named(String name, Collection<? extends ImageGenerator> generators)
            throws PairsException {
        for (ImageGenerator generator : generators) {
            if (generator.name().equals(name)) {
                return generator;
            }
        }
        throw new PairsException(
                "The generator \"%s\" is not there (known: %s); choose another or set it up."
                        .formatted(name, generators.stream().map(ImageGenerator::name).toList()));
    }

    private static ObjectNode quality(Quality quality) {
        ObjectNode node = JSON.createObjectNode();
        switch (quality) {
            case Quality.Full full -> node.put("type", "full");
            case Quality.EarlyStopped early ->
                    node.put("type", "early-stopped").put("progress", early.progress());
            case Quality.Weaker weaker ->
                    node.put("type", "weaker").put("strength", weaker.strength());
        }
        return node;
    }

    private static Quality quality(JsonNode node) {
        String type = node.path("type").asText();
        return switch (type) {
            case "full" -> new Quality.Full();
            case "early-stopped" -> new Quality.EarlyStopped(node.path("progress").asDouble());
            case "weaker" -> new Quality.Weaker(node.path("strength").asDouble());
            default -> throw new IllegalArgumentException("no such quality: \"" + type + "\"");
        };
    }
}

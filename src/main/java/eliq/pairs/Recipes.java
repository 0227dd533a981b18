package eliq.pairs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.catalog.Recipe;
import eliq.generate.EditRequest;
import eliq.generate.GenerateException;
import eliq.generate.GenerationRequest;
import eliq.generate.GenerationRequest.Quality;
import eliq.generate.GenerationWatch;
import eliq.generate.Generators;
import eliq.image.Pixels;
import eliq.pairs.degrade.Degradations;

/** Recipes as the catalogue keeps them, and what is made from them. */
public final class Recipes {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Marks edits by operations of this program, as against those by an image editor. */
    static final String LOCALLY = "local operations";

    private Recipes() {}

    /** The stored form. Numbers read back to the same bits. */
    static Recipe write(NegativeKind kind, Making making, double strength, long seed) {
        ObjectNode parameters = JSON.createObjectNode();
        parameters.put("kind", kind.key());
        String operation = kind.key();
        switch (making) {
            case Making.Degraded degraded -> {
                operation = degraded.degradation().operation();
                parameters.put("by", LOCALLY);
                parameters.set("steps", Degradations.toJson(degraded.degradation()));
            }
            case Making.Edited edited -> {
                operation = "instructed-edit";
                parameters.put("by", "editor");
                parameters.put("editor", edited.editor());
                parameters.put("instruction", edited.instruction());
                parameters.put("seed", edited.seed());
            }
            case Making.Drawn drawn -> {
                parameters.put("generator", drawn.generator());
                parameters.setAll(request(drawn.request()));
            }
            case Making.WrongPrompt wrong -> {
                parameters.put("prompt", wrong.text());
                parameters.put("distance", wrong.distance());
            }
        }
        return new Recipe(
                kind.aspect(), kind.family(), operation, parameters.toString(), seed, strength);
    }

    /** Key of the kind of negative that a recipe makes. */
    static String kind(Recipe recipe) throws PairsException {
        try {
            return JSON.readTree(recipe.parameters()).path("kind").asText(recipe.operation());
        } catch (JsonProcessingException e) {
            throw unreadable(recipe, e);
        }
    }

    private static PairsException unreadable(Recipe recipe, Exception e) {
        return new PairsException(
                "The recipe of a negative (%s) cannot be read: %s. Build the set again."
                        .formatted(recipe.operation(), e.getMessage()),
                e);
    }

    /** What a stored recipe says, read back. */
    public static Making read(Recipe recipe) throws PairsException {
        try {
            JsonNode parameters = JSON.readTree(recipe.parameters());
            if (parameters.has("steps")) {
                return new Making.Degraded(Degradations.ofJson(parameters.get("steps")));
            }
            if (parameters.has("editor")) {
                return new Making.Edited(
                        parameters.get("editor").asText(),
                        parameters.path("instruction").asText(),
                        parameters.path("seed").asLong());
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
            throw unreadable(recipe, e);
        }
    }

    /**
     * Makes the negative's picture again: the same pixels as the first time, where the artist is deterministic. For a
     * wrong prompt that is the positive itself.
     *
     * @param generators to draw and edit with, found by their names
     */
    public static Pixels remake(Recipe recipe, Pixels positive, Generators generators)
            throws PairsException, GenerateException {
        return switch (read(recipe)) {
            case Making.Degraded degraded -> degraded.degradation().apply(positive);
            case Making.WrongPrompt wrong -> positive;
            case Making.Drawn drawn ->
                    generators.generator(drawn.generator()).generate(drawn.request());
            case Making.Edited edited ->
                    generators
                            .editor(edited.editor())
                            .edit(
                                    new EditRequest(positive, edited.instruction(), edited.seed()),
                                    GenerationWatch.NONE)
                            .pixels();
        };
    }

    /** What a generator is asked for, as JSON. */
    static ObjectNode request(GenerationRequest request) {
        ObjectNode node = JSON.createObjectNode();
        node.put("prompt", request.prompt());
        node.put("seed", request.seed());
        node.put("width", request.width());
        node.put("height", request.height());
        node.set("quality", quality(request.quality()));
        return node;
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

package eliq.image;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The generators that leave a flat JSON object: InvokeAI, NovelAI, Fooocus, SwarmUI, Draw Things. */
final class JsonMetadata {

    private static final Pattern DREAM_SEED = Pattern.compile(" -S ?(\\d+)");

    private JsonMetadata() {}

    /** InvokeAI: {@code invokeai_metadata} (3 and later), {@code sd-metadata} and {@code Dream} (before). */
    static Optional<GenerationMetadata> invoke(EmbeddedTexts texts) {
        Optional<JsonNode> current = texts.get("invokeai_metadata").flatMap(GeneratorTexts::json);
        if (current.isPresent()) {
            JsonNode m = current.get();
            JsonNode model = m.path("model");
            return Optional.of(
                    found(
                            "InvokeAI",
                            first(m, "positive_prompt"),
                            first(m, "negative_prompt"),
                            seed(m),
                            first(model, "name", "model_name", "key")));
        }
        Optional<JsonNode> old = texts.get("sd-metadata").flatMap(GeneratorTexts::json);
        if (old.isPresent()) {
            JsonNode image = old.get().path("image");
            JsonNode prompt = image.path("prompt");
            List<String> parts = new ArrayList<>();
            prompt.forEach(p -> parts.add(p.path("prompt").asText()));
            String text = prompt.isTextual() ? prompt.asText() : String.join(" ", parts);
            return Optional.of(
                    splitBrackets(text, seed(image), first(old.get(), "model_weights", "model")));
        }
        return texts.get("Dream").map(JsonMetadata::dream);
    }

    /** {@code "prompt [negative]" -s 50 -S 123 ...}. */
    private static GenerationMetadata dream(String text) {
        int close = text.startsWith("\"") ? text.indexOf('"', 1) : -1;
        int options = text.indexOf(" -");
        String prompt =
                close > 0
                        ? text.substring(1, close)
                        : options < 0 ? text : text.substring(0, options);
        Matcher seed = DREAM_SEED.matcher(text);
        return splitBrackets(
                prompt,
                seed.find() ? GeneratorTexts.number(seed.group(1)) : Optional.empty(),
                Optional.empty());
    }

    /** Old InvokeAI wrote the negative prompt in square brackets inside the prompt. */
    private static GenerationMetadata splitBrackets(
            String text, Optional<Long> seed, Optional<String> model) {
        StringBuilder positive = new StringBuilder();
        StringBuilder negative = new StringBuilder();
        int depth = 0;
        for (char c : text.toCharArray()) {
            if (c == '[') {
                depth++;
            } else if (c == ']' && depth > 0) {
                depth--;
            } else {
                (depth > 0 ? negative : positive).append(c);
            }
        }
        return found(
                "InvokeAI",
                Optional.of(positive.toString()),
                Optional.of(negative.toString()),
                seed,
                model);
    }

    /** NovelAI: Software "NovelAI", the prompt in Description, all else as JSON in Comment. */
    static Optional<GenerationMetadata> novelAi(EmbeddedTexts texts) {
        boolean named = texts.get("Software").filter(s -> s.startsWith("NovelAI")).isPresent();
        Optional<JsonNode> comment = texts.get("Comment").flatMap(GeneratorTexts::json);
        if (!named && comment.filter(c -> c.has("uc")).isEmpty()) {
            return Optional.empty();
        }
        Optional<String> prompt =
                comment.flatMap(c -> first(c, "prompt")).or(() -> texts.get("Description"));
        return Optional.of(
                found(
                        "NovelAI",
                        prompt,
                        comment.flatMap(c -> first(c, "uc")),
                        comment.flatMap(JsonMetadata::seed),
                        texts.get("Source")));
    }

    /** JSON under {@code parameters} or in EXIF: SwarmUI, Fooocus, Draw Things, or another with a "prompt" of text. */
    static Optional<GenerationMetadata> parameters(JsonNode json) {
        JsonNode swarm = json.path("sui_image_params");
        if (swarm.isObject()) {
            return Optional.of(
                    found(
                            "SwarmUI",
                            first(swarm, "prompt"),
                            first(swarm, "negativeprompt"),
                            seed(swarm),
                            first(swarm, "model")));
        }
        if (json.has("c") && json.has("uc")) {
            return Optional.of(
                    found(
                            "Draw Things",
                            first(json, "c"),
                            first(json, "uc"),
                            seed(json),
                            first(json, "model")));
        }
        Optional<String> prompt = first(json, "prompt", "Prompt", "positive_prompt", "full_prompt");
        if (prompt.isEmpty()) {
            return Optional.empty();
        }
        boolean fooocus =
                json.has("base_model") || first(json, "version").orElse("").startsWith("Fooocus");
        return Optional.of(
                found(
                        fooocus ? "Fooocus" : first(json, "app", "software").orElse("unknown"),
                        prompt,
                        first(json, "negative_prompt", "Negative Prompt", "uc"),
                        seed(json),
                        first(json, "base_model", "model", "Base Model")));
    }

    private static GenerationMetadata found(
            String tool,
            Optional<String> prompt,
            Optional<String> negative,
            Optional<Long> seed,
            Optional<String> model) {
        boolean none = prompt.filter(p -> !p.isBlank()).isEmpty();
        return new GenerationMetadata(
                tool,
                prompt,
                negative,
                seed,
                model,
                List.of(),
                none
                        ? Optional.of("Its settings were found, but they hold no prompt.")
                        : Optional.empty());
    }

    /** The first of these fields that holds text; a list of lines counts, joined. */
    private static Optional<String> first(JsonNode json, String... fields) {
        for (String field : fields) {
            JsonNode value = json.path(field);
            if (value.isTextual() && !value.asText().isBlank()) {
                return Optional.of(value.asText());
            }
            if (value.isArray() && !value.isEmpty() && value.get(0).isTextual()) {
                List<String> lines = new ArrayList<>();
                value.forEach(v -> lines.add(v.asText()));
                return Optional.of(String.join(", ", lines));
            }
        }
        return Optional.empty();
    }

    private static Optional<Long> seed(JsonNode json) {
        JsonNode seed = json.has("seed") ? json.path("seed") : json.path("Seed");
        return seed.isIntegralNumber() && seed.canConvertToLong()
                ? Optional.of(seed.asLong())
                : GeneratorTexts.number(seed.asText(""));
    }
}

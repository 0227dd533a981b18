package eliq.image;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells which generator wrote the texts of a file, and hands them to the reader for that generator. */
final class GeneratorTexts {

    /** Python writes NaN and Infinity into JSON. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

    private GeneratorTexts() {}

    static Optional<GenerationMetadata> interpret(EmbeddedTexts texts) {
        Optional<GenerationMetadata> found =
                parameters(texts)
                        .or(() -> comfy(texts))
                        .or(() -> JsonMetadata.invoke(texts))
                        .or(() -> JsonMetadata.novelAi(texts))
                        .or(() -> plainPrompt(texts))
                        .or(() -> comment(texts));
        return found.or(() -> rawTexts(texts));
    }

    private static Optional<GenerationMetadata> parameters(EmbeddedTexts texts) {
        return texts.get("parameters").flatMap(GeneratorTexts::parametersText);
    }

    private static Optional<GenerationMetadata> parametersText(String text) {
        Optional<JsonNode> json = json(text).filter(JsonNode::isObject);
        return json.isPresent()
                ? JsonMetadata.parameters(json.get())
                : Optional.of(WebUiParameters.read(text));
    }

    private static Optional<GenerationMetadata> comfy(EmbeddedTexts texts) {
        Optional<JsonNode> prompt =
                texts.get("prompt")
                        .or(() -> prefixed(texts, "prompt:"))
                        .flatMap(GeneratorTexts::json)
                        .filter(ComfyGraph::isApiGraph);
        Optional<JsonNode> workflow =
                texts.get("workflow")
                        .or(() -> prefixed(texts, "workflow:"))
                        .flatMap(GeneratorTexts::json)
                        .filter(ComfyWorkflow::isWorkflow);
        if (prompt.isEmpty() && workflow.isEmpty()) {
            return Optional.empty();
        }
        ComfyGraph graph =
                prompt.map(ComfyGraph::ofApi)
                        .orElseGet(() -> ComfyWorkflow.toGraph(workflow.orElseThrow()));
        GenerationMetadata found = ComfyPrompt.read(graph);
        if (prompt.isEmpty()) {
            found =
                    found.withNote(
                            "Read from the editor's workflow: the graph as run is not in the file.");
        }
        if (texts.width() % 8 != 0 || texts.height() % 8 != 0) {
            found =
                    found.withNote(
                            "The picture's size, "
                                    + texts.width()
                                    + " x "
                                    + texts.height()
                                    + ", is none that a diffusion model draws:"
                                    + " it may be a screenshot or a cut-out with the prompt of another picture.");
        }
        return Optional.of(found);
    }

    /** ComfyUI writes WebP and JPEG metadata into EXIF text fields as "prompt:{...}" and "workflow:{...}". */
    private static Optional<String> prefixed(EmbeddedTexts texts, String prefix) {
        return texts.byKey().values().stream()
                .filter(t -> t.regionMatches(true, 0, prefix, 0, prefix.length()))
                .map(t -> t.substring(prefix.length()))
                .findFirst();
    }

    /** A "prompt" that is plain text (Easy Diffusion and small tools), with its companions. */
    private static Optional<GenerationMetadata> plainPrompt(EmbeddedTexts texts) {
        return texts.get("prompt")
                .or(() -> texts.get("Prompt"))
                .filter(t -> !t.stripLeading().startsWith("{"))
                .map(
                        text ->
                                new GenerationMetadata(
                                        texts.get("Software")
                                                .orElse("a generator that does not name itself"),
                                        Optional.of(text),
                                        texts.get("negative_prompt")
                                                .or(() -> texts.get("Negative Prompt")),
                                        texts.get("seed")
                                                .or(() -> texts.get("Seed"))
                                                .flatMap(GeneratorTexts::number),
                                        texts.get("use_stable_diffusion_model")
                                                .or(() -> texts.get("model"))
                                                .or(() -> texts.get("Stable Diffusion model")),
                                        List.of(),
                                        Optional.empty()));
    }

    /** EXIF UserComment and the JPEG comment: AUTOMATIC1111's form, or JSON. */
    private static Optional<GenerationMetadata> comment(EmbeddedTexts texts) {
        for (String key : List.of("UserComment", "JpegComment", "ImageDescription")) {
            Optional<String> text = texts.get(key);
            if (text.isEmpty()) {
                continue;
            }
            Optional<JsonNode> json = json(text.get()).filter(JsonNode::isObject);
            if (json.isPresent()) {
                Optional<GenerationMetadata> found = jsonComment(json.get());
                if (found.isPresent()) {
                    return found;
                }
            } else if (WebUiParameters.looksLike(text.get())) {
                return Optional.of(WebUiParameters.read(text.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<GenerationMetadata> jsonComment(JsonNode json) {
        JsonNode graph = json.path("prompt");
        if (graph.isTextual() && graph.asText().startsWith("{")) {
            graph = json(graph.asText()).orElse(graph);
        }
        if (ComfyGraph.isApiGraph(graph)) {
            return Optional.of(ComfyPrompt.read(ComfyGraph.ofApi(graph)));
        }
        return ComfyGraph.isApiGraph(json)
                ? Optional.of(ComfyPrompt.read(ComfyGraph.ofApi(json)))
                : JsonMetadata.parameters(json);
    }

    /** Texts that no reader knows: offered, not taken for a prompt. */
    private static Optional<GenerationMetadata> rawTexts(EmbeddedTexts texts) {
        List<String> raw = new ArrayList<>();
        List<String> places = new ArrayList<>();
        for (String key :
                List.of(
                        "prompt",
                        "parameters",
                        "workflow",
                        "Description",
                        "Comment",
                        "Title",
                        "UserComment",
                        "ImageDescription",
                        "JpegComment")) {
            texts.get(key)
                    .ifPresent(
                            t -> {
                                raw.add(t);
                                places.add(key);
                            });
        }
        if (raw.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new GenerationMetadata(
                        texts.get("Software").orElse("unknown"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        raw,
                        Optional.of(
                                "The file holds text ("
                                        + String.join(", ", places)
                                        + ") in no form that a known generator writes; it was not taken for a prompt.")));
    }

    static Optional<JsonNode> json(String text) {
        String trimmed = text.strip();
        if (!trimmed.startsWith("{") && !trimmed.startsWith("[")) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(trimmed));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}

package eliq.generate.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import eliq.generate.GenerateException;
import eliq.generate.GenerationRequest;
import eliq.generate.GenerationRequest.Quality;
import eliq.generate.painter.Painter;
import eliq.image.Pixels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Executes a graph as ComfyUI does, deepest node first, and lets the painter paint what a diffusion model would. Sampler
 * steps are real events without work behind them.
 */
final class FakeGraph {
    private final JsonNode graph;
    private final Painter painter;
    private final Function<String, Optional<Pixels>> uploads;
    private final Map<String, Value> values = new LinkedHashMap<>();

    /** What flows along a link. */
    private sealed interface Value {
        record Model(String file) implements Value {}

        record Conditioning(String text, Optional<Pixels> image) implements Value {}

        record Sigmas(int steps, int of) implements Value {}

        record Guider(Model model, Conditioning positive) implements Value {}

        record Number(long value) implements Value {}

        record Text(String value) implements Value {}

        record Latent(int width, int height, Optional<Painting> painting) implements Value {}

        record Picture(Pixels pixels) implements Value {}

        record Nothing() implements Value {}
    }

    /** @param progress 1 for a whole run */
    private record Painting(
            String model, Value.Conditioning positive, long seed, double progress) {}

    /** A node that failed. */
    static final class NodeFailure extends Exception {
        private static final long serialVersionUID = 1L;
        final String type;

        NodeFailure(String type, String message) {
            super(message);
            this.type = type;
        }
    }

    FakeGraph(JsonNode graph, Painter painter, Function<String, Optional<Pixels>> uploads) {
        this.graph = graph;
        this.painter = painter;
        this.uploads = uploads;
    }

    /** Ids of the nodes that an output needs, deepest first, itself last. */
    List<String> order(String output) {
        List<String> order = new ArrayList<>();
        visit(output, order);
        return order;
    }

    private void visit(String id, List<String> order) {
        if (order.contains(id)) {
            return;
        }
        for (JsonNode input : graph.path(id).path("inputs")) {
            if (input.isArray()) {
                visit(input.path(0).asText(), order);
            }
        }
        order.add(id);
    }

    /** How many steps a sampler runs; 0 for other nodes. */
    int steps(String id) {
        JsonNode in = graph.path(id).path("inputs");
        return switch (type(id)) {
            case "KSampler" -> in.path("steps").asInt();
            case "KSamplerAdvanced" ->
                    Math.min(in.path("end_at_step").asInt(), in.path("steps").asInt())
                            - in.path("start_at_step").asInt();
            case "SamplerCustomAdvanced" ->
                    value(id, "sigmas") instanceof Value.Sigmas s ? s.steps() : 0;
            default -> 0;
        };
    }

    String type(String id) {
        return graph.path(id).path("class_type").asText();
    }

    /** The picture that a saving node saves; it must have been executed. */
    Pixels saved(String id) {
        return ((Value.Picture) value(id, "images")).pixels();
    }

    void execute(String id) throws NodeFailure {
        JsonNode in = graph.path(id).path("inputs");
        values.put(
                id,
                switch (type(id)) {
                    case "CheckpointLoaderSimple" -> new Value.Model(in.path("ckpt_name").asText());
                    case "UNETLoader" -> new Value.Model(in.path("unet_name").asText());
                    case "ModelSamplingAuraFlow",
                            "ModelSamplingSD3",
                            "ModelSamplingFlux",
                            "CFGNorm",
                            "LoraLoaderModelOnly" ->
                            value(id, "model");
                    case "CLIPTextEncode" ->
                            new Value.Conditioning(text(id, "text"), Optional.empty());
                    case "TextEncodeQwenImageEdit" ->
                            new Value.Conditioning(text(id, "prompt"), picture(id, "image"));
                    case "TextEncodeQwenImageEditPlus" ->
                            new Value.Conditioning(text(id, "prompt"), picture(id, "image1"));
                    case "FluxGuidance", "ConditioningZeroOut" -> value(id, "conditioning");
                    case "EmptyLatentImage", "EmptySD3LatentImage" ->
                            new Value.Latent(
                                    (int) number(id, "width") / 8 * 8,
                                    (int) number(id, "height") / 8 * 8,
                                    Optional.empty());
                    case "VAEEncode" -> {
                        Pixels pixels = picture(id, "pixels").orElseThrow();
                        yield new Value.Latent(pixels.width(), pixels.height(), Optional.empty());
                    }
                    case "KSampler" -> sampled(id, number(id, "seed"), 1);
                    case "KSamplerAdvanced" ->
                            sampled(
                                    id,
                                    number(id, "noise_seed"),
                                    Math.min(
                                            1,
                                            in.path("end_at_step").asDouble()
                                                    / in.path("steps").asDouble()));
                    case "BasicScheduler" ->
                            new Value.Sigmas(in.path("steps").asInt(), in.path("steps").asInt());
                    case "SplitSigmas" ->
                            new Value.Sigmas(
                                    in.path("step").asInt(),
                                    ((Value.Sigmas) value(id, "sigmas")).of());
                    case "RandomNoise" -> new Value.Number(number(id, "noise_seed"));
                    case "PrimitiveInt" -> new Value.Number(in.path("value").asLong());
                    case "PrimitiveString" -> new Value.Text(in.path("value").asText());
                    case "BasicGuider" ->
                            new Value.Guider(
                                    (Value.Model) value(id, "model"),
                                    (Value.Conditioning) value(id, "conditioning"));
                    case "CFGGuider" ->
                            new Value.Guider(
                                    (Value.Model) value(id, "model"),
                                    (Value.Conditioning) value(id, "positive"));
                    case "SamplerCustomAdvanced" -> {
                        Value.Guider guider = (Value.Guider) value(id, "guider");
                        Value.Sigmas sigmas = (Value.Sigmas) value(id, "sigmas");
                        long seed = ((Value.Number) value(id, "noise")).value();
                        yield latent(id)
                                .painted(
                                        new Painting(
                                                guider.model().file(),
                                                guider.positive(),
                                                seed,
                                                (double) sigmas.steps() / sigmas.of()));
                    }
                    case "LatentMultiply" -> value(id, "samples");
                    case "VAEDecode" ->
                            new Value.Picture(paint((Value.Latent) value(id, "samples")));
                    case "LoadImage" ->
                            new Value.Picture(
                                    uploads.apply(in.path("image").asText())
                                            .orElseThrow(
                                                    () ->
                                                            new NodeFailure(
                                                                    "FileNotFoundError",
                                                                    in.path("image").asText())));
                    default -> new Value.Nothing();
                });
    }

    private record Sampling(Value.Latent latent) {
        Value.Latent painted(Painting painting) {
            return new Value.Latent(latent.width(), latent.height(), Optional.of(painting));
        }
    }

    private Sampling latent(String id) {
        return new Sampling((Value.Latent) value(id, "latent_image"));
    }

    private Value.Latent sampled(String id, long seed, double progress) {
        return latent(id)
                .painted(
                        new Painting(
                                ((Value.Model) value(id, "model")).file(),
                                (Value.Conditioning) value(id, "positive"),
                                seed,
                                progress));
    }

    private Pixels paint(Value.Latent latent) throws NodeFailure {
        Painting painting = latent.painting().orElseThrow();
        String file = painting.model();
        boolean weak = file.startsWith("sd-v1") || file.startsWith("v1-5");
        Quality quality =
                painting.progress() < 1
                        ? new Quality.EarlyStopped(painting.progress())
                        : weak
                                ? new Quality.Weaker(file.startsWith("v1-5") ? 0.3 : 0.8)
                                : new Quality.Full();
        // Another model draws another picture of the same prompt and seed.
        long seed = (painting.seed() ^ file.hashCode()) & Long.MAX_VALUE;
        try {
            Pixels painted =
                    painter.generate(
                            new GenerationRequest(
                                    painting.positive().text(),
                                    seed,
                                    latent.width(),
                                    latent.height(),
                                    quality));
            return painting.positive().image().isPresent()
                    ? blended(painting.positive().image().get(), painted)
                    : painted;
        } catch (GenerateException e) {
            throw new NodeFailure("RuntimeError", e.getMessage());
        }
    }

    /** An edit: three parts of the picture, one of what the instruction says. */
    private static Pixels blended(Pixels picture, Pixels instruction) {
        byte[] rgb = new byte[picture.rgb().length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) ((3 * (picture.rgb()[i] & 0xFF) + (instruction.rgb()[i] & 0xFF)) / 4);
        }
        return new Pixels(picture.width(), picture.height(), rgb);
    }

    private Optional<Pixels> picture(String id, String input) {
        return value(id, input) instanceof Value.Picture picture
                ? Optional.of(picture.pixels())
                : Optional.empty();
    }

    private String text(String id, String input) {
        JsonNode literal = graph.path(id).path("inputs").path(input);
        return literal.isTextual() ? literal.asText() : ((Value.Text) value(id, input)).value();
    }

    private long number(String id, String input) {
        JsonNode literal = graph.path(id).path("inputs").path(input);
        return literal.isNumber() ? literal.asLong() : ((Value.Number) value(id, input)).value();
    }

    private Value value(String id, String input) {
        return values.getOrDefault(
                graph.path(id).path("inputs").path(input).path(0).asText(), new Value.Nothing());
    }
}

package eliq.generate.webui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A checkpoint and how it is to be used.
 *
 * @param key last part of the generator's name, such as {@code sd-1.5}
 * @param title as people call it
 * @param checkpoints file names that it is published under, without folders, the first choice first; empty: whatever
 *     the server has loaded
 * @param width in pixels, what it was trained for
 * @param height in pixels
 * @param steps of the sampler
 * @param guidance {@code cfg_scale}
 * @param distilledGuidance of FLUX.1-dev, on Forge
 * @param sampler as the server names it
 * @param scheduler as the server names it
 * @param modules files of VAE and text encoders to be loaded with it, on Forge
 */
public record WebUiModel(
        String key,
        String title,
        List<String> checkpoints,
        int width,
        int height,
        int steps,
        double guidance,
        Optional<Double> distilledGuidance,
        String sampler,
        String scheduler,
        List<String> modules) {

    public WebUiModel {
        checkpoints = List.copyOf(checkpoints);
        modules = List.copyOf(modules);
    }

    /** What the method uses of what a web UI can run, and whatever is loaded there; the weak ones from best to poorest. */
    static List<WebUiModel> shipped() {
        List<WebUiModel> models = new ArrayList<>();
        try (InputStream in = WebUiModel.class.getResourceAsStream("models.json")) {
            for (JsonNode model : new ObjectMapper().readTree(in)) {
                models.add(
                        new WebUiModel(
                                model.path("key").asText(),
                                model.path("title").asText(),
                                texts(model.path("checkpoints")),
                                model.path("width").asInt(),
                                model.path("height").asInt(),
                                model.path("steps").asInt(),
                                model.path("cfg_scale").asDouble(),
                                model.has("distilled_cfg_scale")
                                        ? Optional.of(model.path("distilled_cfg_scale").asDouble())
                                        : Optional.empty(),
                                model.path("sampler_name").asText(),
                                model.path("scheduler").asText(),
                                texts(model.path("modules"))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return models;
    }

    private static List<String> texts(JsonNode array) {
        List<String> all = new ArrayList<>();
        array.forEach(each -> all.add(each.asText()));
        return all;
    }
}

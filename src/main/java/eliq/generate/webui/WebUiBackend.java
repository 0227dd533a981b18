package eliq.generate.webui;

import eliq.generate.Backend;
import eliq.generate.GenerateException;
import eliq.generate.GenerateException.Reason;
import eliq.generate.Health;
import eliq.generate.Health.ModelState;
import eliq.generate.ImageEditor;
import eliq.generate.ImageGenerator;
import eliq.generate.http.Http;
import eliq.generate.webui.WebUiClient.Checkpoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** AUTOMATIC1111's web UI or Forge, started with {@code --api}. */
public final class WebUiBackend implements Backend {
    private final Http http;
    private final WebUiClient client;
    private final Map<String, WebUiModel> models = new LinkedHashMap<>();
    private final List<ImageGenerator> generators = new ArrayList<>();
    private final List<ImageEditor> editors = new ArrayList<>();

    /**
     * @param own checkpoints of the user's own
     * @param weak keys of the models that draw weak pictures, from the best to the poorest
     * @param denoising of an edit, 0..1
     * @throws GenerateException where a weak model is not known; the server is not asked
     */
    public WebUiBackend(Http http, List<WebUiModel> own, List<String> weak, double denoising)
            throws GenerateException {
        this.http = http;
        this.client = new WebUiClient(http);
        WebUiModel.shipped().forEach(model -> models.put(model.key(), model));
        own.forEach(model -> models.put(model.key(), model));
        List<WebUiModel> weaker = new ArrayList<>();
        for (String key : weak) {
            if (!models.containsKey(key)) {
                throw new GenerateException(
                        Reason.REFUSED,
                        "%s: there is no model '%s' to draw weak pictures with; known: %s."
                                .formatted(http.name(), key, String.join(", ", models.keySet())));
            }
            weaker.add(models.get(key));
        }
        WebUiWork work = new WebUiWork(client);
        for (WebUiModel model : models.values()) {
            List<WebUiModel> after = weaker.subList(weaker.indexOf(model) + 1, weaker.size());
            generators.add(
                    new WebUiGenerator(
                            http.name() + "/" + model.key(), model, after, denoising, work));
            editors.add(
                    new WebUiGenerator(
                            http.name() + "/redraw-" + model.key(),
                            model,
                            List.of(),
                            denoising,
                            work));
        }
    }

    @Override
    public String name() {
        return http.name();
    }

    @Override
    public List<ImageGenerator> generators() {
        return List.copyOf(generators);
    }

    @Override
    public List<ImageEditor> editors() {
        return List.copyOf(editors);
    }

    static Optional<Checkpoint> find(WebUiModel model, List<Checkpoint> installed) {
        for (String file : model.checkpoints()) {
            for (Checkpoint checkpoint : installed) {
                if (checkpoint.file().equals(file)) {
                    return Optional.of(checkpoint);
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public Health check() {
        try {
            List<Checkpoint> installed = client.checkpoints();
            List<String> samplers = client.samplers();
            List<String> modules = client.modules();
            List<ModelState> states = new ArrayList<>();
            for (WebUiModel model : models.values()) {
                List<String> missing = new ArrayList<>();
                if (!model.checkpoints().isEmpty() && find(model, installed).isEmpty()) {
                    missing.add("models/Stable-diffusion/" + model.checkpoints().getFirst());
                }
                if (model.checkpoints().isEmpty() && installed.isEmpty()) {
                    missing.add("any checkpoint in models/Stable-diffusion");
                }
                if (!samplers.contains(model.sampler())) {
                    missing.add("the sampler " + model.sampler());
                }
                for (String file : model.modules()) {
                    if (modules.stream().noneMatch(path -> path.endsWith(file))) {
                        missing.add("models/VAE or models/text_encoder: " + file);
                    }
                }
                states.add(new ModelState(http.name() + "/" + model.key(), model.title(), missing));
            }
            return new Health(
                    true,
                    "web UI%s with %d checkpoints"
                            .formatted(modules.isEmpty() ? "" : " (Forge)", installed.size()),
                    states);
        } catch (GenerateException e) {
            return Health.unreachable(e.getMessage());
        }
    }
}

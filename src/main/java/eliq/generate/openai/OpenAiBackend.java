package eliq.generate.openai;

import com.fasterxml.jackson.databind.JsonNode;
import eliq.generate.Backend;
import eliq.generate.GenerateException;
import eliq.generate.GenerateException.Reason;
import eliq.generate.Health;
import eliq.generate.Health.ModelState;
import eliq.generate.ImageEditor;
import eliq.generate.ImageGenerator;
import eliq.generate.http.Answer;
import eliq.generate.http.Http;
import java.util.ArrayList;
import java.util.List;

/** One model of an endpoint of the form of OpenAI's images API. */
public final class OpenAiBackend implements Backend {
    private final Http http;
    private final OpenAiOptions options;
    private final OpenAiImages images;

    /** @param http with the base address that ends in {@code /v1}, and the key among its headers */
    public OpenAiBackend(Http http, OpenAiOptions options) {
        this.http = http;
        this.options = options;
        this.images = new OpenAiImages(http, options);
    }

    @Override
    public String name() {
        return http.name();
    }

    @Override
    public List<ImageGenerator> generators() {
        return List.of(images);
    }

    @Override
    public List<ImageEditor> editors() {
        return options.edits() ? List.of(images) : List.of();
    }

    @Override
    public Health check() {
        try {
            Answer answer = http.get("/models");
            if (answer.status() == 401 || answer.status() == 403) {
                return Health.unreachable(images.unauthorised().getMessage());
            }
            if (answer.status() == 404) {
                // A list of models is no duty of the form.
                return new Health(
                        true,
                        "answers, without a list of models",
                        List.of(new ModelState(images.name(), options.model(), List.of())));
            }
            if (!answer.ok() || !answer.json().path("data").isArray()) {
                throw new GenerateException(
                        Reason.UNREACHABLE,
                        "%s: what answers at %s is no endpoint of this form (status %d); the address should end in /v1."
                                .formatted(http.name(), http.base(), answer.status()));
            }
            List<String> ids = new ArrayList<>();
            for (JsonNode model : answer.json().path("data")) {
                ids.add(model.path("id").asText());
            }
            List<String> missing =
                    ids.contains(options.model())
                            ? List.of()
                            : List.of("the model " + options.model() + " is not in its list");
            return new Health(
                    true,
                    "answers, with " + ids.size() + " models",
                    List.of(new ModelState(images.name(), options.model(), missing)));
        } catch (GenerateException e) {
            return Health.unreachable(e.getMessage());
        }
    }
}

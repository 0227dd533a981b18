package eliq.generate.webui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.generate.GenerateException;
import eliq.generate.GenerateException.Reason;
import eliq.generate.GenerationWatch;
import eliq.generate.http.Answer;
import eliq.generate.http.Http;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The server's routes, one method each. */
final class WebUiClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Http http;

    WebUiClient(Http http) {
        this.http = http;
    }

    Http http() {
        return http;
    }

    /**
     * A checkpoint that the server has.
     *
     * @param title as settings name it
     * @param name as the answer to a request names it
     * @param file name without folders
     */
    record Checkpoint(String title, String name, String file) {}

    List<Checkpoint> checkpoints() throws GenerateException {
        List<Checkpoint> all = new ArrayList<>();
        for (JsonNode model : list("sd-models")) {
            String file = model.path("filename").asText();
            all.add(
                    new Checkpoint(
                            model.path("title").asText(),
                            model.path("model_name").asText(),
                            file.substring(
                                    Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)));
        }
        return all;
    }

    /** Names of the samplers. */
    List<String> samplers() throws GenerateException {
        List<String> names = new ArrayList<>();
        list("samplers").forEach(sampler -> names.add(sampler.path("name").asText()));
        return names;
    }

    /** Full paths of VAE and text encoder files, on Forge; none elsewhere. */
    List<String> modules() throws GenerateException {
        Answer answer = http.get("/sdapi/v1/sd-modules");
        List<String> files = new ArrayList<>();
        if (answer.ok()) {
            answer.json().forEach(module -> files.add(module.path("filename").asText()));
        }
        return files;
    }

    private JsonNode list(String route) throws GenerateException {
        Answer answer = http.get("/sdapi/v1/" + route);
        if (answer.status() == 401 || answer.status() == 403) {
            throw unauthorised();
        }
        if (!answer.ok() || !answer.json().isArray()) {
            throw new GenerateException(
                    Reason.UNREACHABLE,
                    "%s: what answers at %s has no web UI's API (status %d); start it with --api, or correct the address."
                            .formatted(http.name(), http.base(), answer.status()));
        }
        return answer.json();
    }

    /**
     * @param picture encoded
     * @param info what the server says that it did
     */
    record Made(byte[] picture, JsonNode info) {}

    /**
     * Makes a picture; blocks until it is there.
     *
     * @param route txt2img or img2img
     */
    Made make(String route, ObjectNode request, GenerationWatch watch) throws GenerateException {
        Answer answer =
                http.post("/sdapi/v1/" + route, request, http.settings().stallTimeout(), watch);
        if (!answer.ok()) {
            throw refused(answer);
        }
        JsonNode json = answer.json();
        String encoded = json.path("images").path(0).asText("");
        // Some versions answer with a data URL.
        String bare = encoded.substring(encoded.indexOf(',') + 1);
        try {
            byte[] picture = Base64.getDecoder().decode(bare);
            if (picture.length == 0) {
                throw new GenerateException(
                        Reason.FAILED,
                        http.name() + ": the server answered without a picture; see its window.");
            }
            return new Made(picture, info(json));
        } catch (IllegalArgumentException e) {
            throw new GenerateException(
                    Reason.FAILED,
                    http.name()
                            + ": the picture did not arrive whole (broken base64); ask for it again.",
                    e);
        }
    }

    /** JSON within JSON. */
    private static JsonNode info(JsonNode json) {
        try {
            return JSON.readTree(json.path("info").asText("{}"));
        } catch (IOException e) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    /**
     * @param step of the sampler that is done
     * @param preview encoded
     */
    record Progress(int step, int steps, Optional<byte[]> preview) {}

    Progress progress() throws GenerateException {
        JsonNode json = http.getOnce("/sdapi/v1/progress?skip_current_image=false").json();
        String image = json.path("current_image").asText("");
        Optional<byte[]> preview = Optional.empty();
        if (!image.isEmpty() && !image.equals("null")) {
            try {
                preview =
                        Optional.of(
                                Base64.getDecoder()
                                        .decode(image.substring(image.indexOf(',') + 1)));
            } catch (IllegalArgumentException e) {
                // A preview is not worth an error.
            }
        }
        JsonNode state = json.path("state");
        return new Progress(
                state.path("sampling_step").asInt(), state.path("sampling_steps").asInt(), preview);
    }

    /** The blocked request then answers with the unfinished picture. */
    void interrupt() throws GenerateException {
        http.post("/sdapi/v1/interrupt", JsonNodeFactory.instance.objectNode());
    }

    private GenerateException refused(Answer answer) {
        JsonNode json = answer.json();
        return switch (answer.status()) {
            case 401, 403 -> unauthorised();
            case 404 ->
                    new GenerateException(
                            Reason.REFUSED,
                            http.name()
                                    + ": the server has no such route; start the web UI with --api.");
            case 400, 422 ->
                    new GenerateException(
                            Reason.REFUSED,
                            http.name() + ": the server refused the request: " + detail(answer));
            default ->
                    new GenerateException(
                            Reason.FAILED,
                            "%s: the server failed with status %d: %s See its window."
                                    .formatted(
                                            http.name(),
                                            answer.status(),
                                            json.path("error").asText().contains("OutOfMemory")
                                                    ? "out of memory; ask for smaller pictures."
                                                    : detail(answer)));
        };
    }

    private GenerateException unauthorised() {
        return new GenerateException(
                Reason.REFUSED,
                http.name()
                        + ": the server wants a login; put user:password into an environment variable and name it with"
                        + " 'eliq backends add --login-variable'.");
    }

    /** Of FastAPI's validation errors the field and what is wrong with it, of the program's own the exception. */
    private static String detail(Answer answer) {
        JsonNode json = answer.json();
        List<String> parts = new ArrayList<>();
        if (json.path("detail").isArray()) {
            for (JsonNode each : json.path("detail")) {
                parts.add(
                        each.path("loc").path(each.path("loc").size() - 1).asText()
                                + ": "
                                + each.path("msg").asText());
            }
        } else {
            for (String field : List.of("error", "detail", "errors")) {
                if (!json.path(field).asText("").isBlank()) {
                    parts.add(json.path(field).asText());
                }
            }
        }
        return (parts.isEmpty() ? answer.excerpt() : String.join(": ", parts)) + ".";
    }
}

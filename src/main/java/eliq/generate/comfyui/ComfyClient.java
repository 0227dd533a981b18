package eliq.generate.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.generate.GenerateException;
import eliq.generate.GenerateException.Reason;
import eliq.generate.GenerationWatch;
import eliq.generate.http.Answer;
import eliq.generate.http.Http;
import eliq.generate.http.Multipart;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The server's routes, one method each. */
final class ComfyClient {
    private final Http http;

    ComfyClient(Http http) {
        this.http = http;
    }

    Http http() {
        return http;
    }

    /**
     * @param version of ComfyUI
     * @param devices what it computes on, by name
     */
    record Server(String version, List<String> devices) {}

    /** Who is there. */
    Server server() throws GenerateException {
        Answer answer = http.getOnce("/system_stats");
        JsonNode json = answer.json();
        if (!answer.ok() || !json.path("system").isObject()) {
            throw new GenerateException(
                    Reason.UNREACHABLE,
                    "%s: what answers at %s is not ComfyUI (status %d); correct the address with 'eliq backends add'."
                            .formatted(http.name(), http.base(), answer.status()));
        }
        List<String> devices = new ArrayList<>();
        json.path("devices").forEach(device -> devices.add(device.path("name").asText()));
        return new Server(json.path("system").path("comfyui_version").asText("unknown"), devices);
    }

    /** The description of a kind of node; empty where it is not installed. */
    Optional<JsonNode> node(String type) throws GenerateException {
        Answer answer = http.get("/object_info/" + encode(type));
        JsonNode description = answer.json().path(type);
        return answer.ok() && description.isObject() ? Optional.of(description) : Optional.empty();
    }

    /** Files in a folder of models; none where the server does not know the folder. */
    List<String> models(String folder) throws GenerateException {
        Answer answer = http.get("/models/" + encode(folder));
        List<String> files = new ArrayList<>();
        if (answer.ok()) {
            answer.json().forEach(file -> files.add(file.asText()));
        }
        return files;
    }

    /**
     * Queues a run under an id of our own.
     *
     * @return empty where it is queued, else what is wrong with the graph
     */
    Optional<GenerateException> submit(ObjectNode graph, String run, String clientId)
            throws GenerateException {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("client_id", clientId);
        body.put("prompt_id", run);
        body.set("prompt", graph);
        body.putObject("extra_data").put("preview_method", "latent2rgb");
        Answer answer = http.post("/prompt", body);
        JsonNode json = answer.json();
        if (answer.ok() && json.path("node_errors").isEmpty()) {
            return Optional.empty();
        }
        if (answer.ok()) {
            // Some outputs were dropped, and the rest is queued: that is not what was asked for.
            delete(run);
        }
        return Optional.of(ComfyErrors.refused(http.name(), graph, answer));
    }

    /** How a run ended; empty while it has not, or where the server does not know it. Asked once. */
    Optional<ComfyHistory> history(String run) throws GenerateException {
        return history(run, http.getOnce("/history/" + encode(run)));
    }

    /** As {@link #history}, with repetitions where the server does not answer. */
    Optional<ComfyHistory> historyPatiently(String run) throws GenerateException {
        return history(run, http.get("/history/" + encode(run)));
    }

    private Optional<ComfyHistory> history(String run, Answer answer) throws GenerateException {
        if (!answer.ok()) {
            throw strange("history", answer);
        }
        JsonNode entry = answer.json().path(run);
        return entry.isObject() ? Optional.of(ComfyHistory.of(entry)) : Optional.empty();
    }

    /** Where a run is. */
    sealed interface Place {
        record Running() implements Place {}

        /** @param ahead runs that come first */
        record Queued(int ahead) implements Place {}

        record Nowhere() implements Place {}
    }

    /** Looks for a run in the queue. */
    Place place(String run) throws GenerateException {
        Answer answer = http.getOnce("/queue");
        if (!answer.ok()) {
            throw strange("queue", answer);
        }
        JsonNode json = answer.json();
        for (JsonNode item : json.path("queue_running")) {
            if (item.path(1).asText().equals(run)) {
                return new Place.Running();
            }
        }
        // Listed in the order of a heap, not in that of running.
        List<JsonNode> pending = new ArrayList<>();
        json.path("queue_pending").forEach(pending::add);
        pending.sort(Comparator.comparingDouble(item -> item.path(0).asDouble()));
        for (int i = 0; i < pending.size(); i++) {
            if (pending.get(i).path(1).asText().equals(run)) {
                return new Place.Queued(i + json.path("queue_running").size());
            }
        }
        return new Place.Nowhere();
    }

    /** Takes a run back: out of the queue, and, where it is the one that runs, off the sampler. */
    void cancel(String run) throws GenerateException {
        delete(run);
        if (place(run) instanceof Place.Running) {
            http.post("/interrupt", JsonNodeFactory.instance.objectNode().put("prompt_id", run));
        }
    }

    /** Lets the server forget how a run ended, so that it can be asked for again under its id. */
    void forget(String run) throws GenerateException {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("delete").add(run);
        http.post("/history", body);
    }

    private void delete(String run) throws GenerateException {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("delete").add(run);
        http.post("/queue", body);
    }

    /** The bytes of a saved picture; empty where it is no longer on the server's disk. */
    Optional<byte[]> picture(ComfyHistory.Saved saved) throws GenerateException {
        Answer answer =
                http.get(
                        "/view?filename=%s&subfolder=%s&type=%s"
                                .formatted(
                                        encode(saved.file()),
                                        encode(saved.folder()),
                                        encode(saved.type())));
        if (answer.status() == 404) {
            return Optional.empty();
        }
        if (!answer.ok()) {
            throw strange("view", answer);
        }
        return Optional.of(answer.body());
    }

    /**
     * Brings a picture to the server.
     *
     * @param fileName wished for; the same bytes under the same name are stored once
     * @return the name that a node {@code LoadImage} takes
     */
    String upload(byte[] png, String fileName) throws GenerateException {
        Multipart form =
                new Multipart()
                        .file("image", fileName, "image/png", png)
                        .field("type", "input")
                        .field("subfolder", "eliq");
        Answer answer =
                http.post(
                        "/upload/image", form, http.settings().readTimeout(), GenerationWatch.NONE);
        if (answer.status() == 413) {
            throw new GenerateException(
                    Reason.REFUSED,
                    http.name()
                            + ": the picture is too large for the server; start it with a larger --max-upload-size.");
        }
        String name = answer.json().path("name").asText("");
        if (!answer.ok() || name.isEmpty()) {
            throw strange("upload", answer);
        }
        String folder = answer.json().path("subfolder").asText("");
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    private GenerateException strange(String what, Answer answer) {
        return new GenerateException(
                Reason.UNREACHABLE,
                "%s: asked for its %s, the server answered with status %d (%s); see its window."
                        .formatted(http.name(), what, answer.status(), answer.excerpt()));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

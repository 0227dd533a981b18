package eliq.generate.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.generate.http.HttpTestServer;
import eliq.generate.http.HttpTestServer.Reply;
import eliq.generate.http.HttpTestServer.Request;
import eliq.generate.http.TestWebSocket;
import eliq.image.ImageDecoder;
import eliq.image.ImageException;
import eliq.image.Pixels;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that speaks ComfyUI's protocol (version 0.3.64: HTTP and WebSocket, queue, history, files) on the loopback address, and
 * paints with the built-in painter. What it does wrong can be switched ({@link #faults}); it can die and start again on
 * the same port, with its files and without its memory, as the real one.
 *
 * <pre>{@code
 * try (FakeComfyUi server = FakeComfyUi.start()) {
 *     Backend backend = new ComfyUiBackend(new Http("studio", server.url(), Map.of(), settings), ComfyUiOptions.standard());
 *     ...
 *     assertEquals(12, server.picturesMade());
 * }
 * }</pre>
 */
public final class FakeComfyUi implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    /** Everything the method's models need. */
    public static final Map<String, Set<String>> ALL_MODELS =
            Map.of(
                    "checkpoints",
                            new TreeSet<>(
                                    Set.of(
                                            "sd3.5_large.safetensors",
                                            "v1-5-pruned-emaonly.safetensors",
                                            "sd-v1-4.ckpt",
                                            "sd-v1-1.ckpt")),
                    "diffusion_models",
                            new TreeSet<>(
                                    Set.of(
                                            "flux1-dev.safetensors",
                                            "qwen_image_fp8_e4m3fn.safetensors",
                                            "qwen_image_edit_2509_fp8_e4m3fn.safetensors")),
                    "text_encoders",
                            new TreeSet<>(
                                    Set.of(
                                            "clip_l.safetensors",
                                            "clip_g.safetensors",
                                            "t5xxl_fp16.safetensors",
                                            "qwen_2.5_vl_7b_fp8_scaled.safetensors")),
                    "vae", new TreeSet<>(Set.of("ae.safetensors", "qwen_image_vae.safetensors")));

    private final FakeNodes nodes;
    private final ComfyFaults faults = new ComfyFaults();
    private final Map<String, byte[]> outputs = new ConcurrentHashMap<>();
    private final Map<String, byte[]> inputs = new ConcurrentHashMap<>();
    private final List<JsonNode> prompts = new CopyOnWriteArrayList<>();
    private final AtomicInteger pictures = new AtomicInteger();
    private final AtomicInteger fileCounter = new AtomicInteger();

    private volatile HttpTestServer server;
    private volatile FakeWorker worker;
    private final Map<String, TestWebSocket> sockets = new ConcurrentHashMap<>();

    private FakeComfyUi(Map<String, Set<String>> models) throws IOException {
        this.nodes = new FakeNodes(models);
        up(0);
    }

    /** With all of the method's models. */
    public static FakeComfyUi start() throws IOException {
        return new FakeComfyUi(ALL_MODELS);
    }

    /** @param models folder to files */
    public static FakeComfyUi start(Map<String, Set<String>> models) throws IOException {
        return new FakeComfyUi(models);
    }

    private void up(int port) throws IOException {
        sockets.clear();
        worker = new FakeWorker(this);
        server = HttpTestServer.start(port, this::handle, this::socket);
        worker.start();
    }

    public URI url() {
        return server.url();
    }

    /** What goes wrong from now on. */
    public ComfyFaults faults() {
        return faults;
    }

    /** How many pictures it has painted since it was first started; results taken from the cache do not count. */
    public int picturesMade() {
        return pictures.get();
    }

    /** The bodies of all requests to make something, as they came. */
    public List<JsonNode> prompts() {
        return List.copyOf(prompts);
    }

    /** Dies as by a kill: sockets end without a word, the queue and the history are gone, files stay. */
    public void die() {
        worker.stop();
        server.close();
    }

    /** Starts again on the same port. */
    public void comeBack() throws IOException {
        up(server.port());
    }

    /** Ends all WebSockets in good order. */
    public void closeSockets() {
        sockets.values()
                .forEach(
                        socket -> {
                            try {
                                socket.close(1001);
                            } catch (IOException e) {
                                // Ended already.
                            }
                        });
    }

    /** Forgets what is queued and what was done, as when someone clears both. */
    public void forgetEverything() {
        worker.forgetEverything();
    }

    @Override
    public void close() {
        die();
    }

    // What the worker needs.

    int nextFile() {
        return fileCounter.incrementAndGet();
    }

    void painted() {
        pictures.incrementAndGet();
    }

    void store(String folderAndName, byte[] bytes) {
        outputs.put(folderAndName, bytes);
    }

    FakeNodes nodes() {
        return nodes;
    }

    Optional<Pixels> upload(String name) {
        byte[] bytes = inputs.get(name);
        try {
            return bytes == null
                    ? Optional.empty()
                    : Optional.of(ImageDecoder.decode(bytes, name).pixels());
        } catch (ImageException e) {
            return Optional.empty();
        }
    }

    /** To one client, or to all where it is empty. */
    void send(String client, String text) {
        each(client, socket -> socket.text(text));
    }

    void send(String client, byte[] bytes) {
        each(client, socket -> socket.binary(bytes));
    }

    @FunctionalInterface
    private interface Sending {
        void to(TestWebSocket socket) throws IOException;
    }

    private void each(String client, Sending sending) {
        if (faults.silentSockets) {
            return;
        }
        sockets.forEach(
                (id, socket) -> {
                    if (client.isEmpty() || client.equals(id)) {
                        try {
                            sending.to(socket);
                        } catch (IOException e) {
                            // It has gone.
                        }
                    }
                });
    }

    private void socket(Request request, TestWebSocket socket) throws IOException {
        String client = request.query().getOrDefault("clientId", "");
        if (faults.noSockets) {
            return;
        }
        sockets.put(client, socket);
        if (!faults.silentSockets) {
            socket.text(
                    "{\"type\":\"status\",\"data\":{\"status\":{\"exec_info\":{\"queue_remaining\":%d}},\"sid\":\"%s\"}}"
                            .formatted(worker.remaining(), client));
        }
        while (socket.read().isPresent()) {
            // The client says what it can do; previews come with metadata whatever it says.
        }
        // As the real one: the end of an old socket forgets a newer one of the same id too.
        sockets.remove(client);
    }

    private Reply handle(Request request) throws Exception {
        String path = request.path();
        boolean post = request.method().equals("POST");
        if (path.equals("/system_stats")) {
            return Reply.json(
                    200,
                    "{\"system\":{\"os\":\"posix\",\"comfyui_version\":\"0.3.64\"},\"devices\":[{\"name\":\"painter\",\"type\":\"cpu\",\"index\":null}]}");
        }
        if (path.startsWith("/object_info/")) {
            String type = path.substring("/object_info/".length());
            ObjectNode answer = JSON.createObjectNode();
            if (nodes.has(type)) {
                answer.set(type, nodes.describe(type));
            }
            return json(answer);
        }
        if (path.startsWith("/models/")) {
            ArrayNode files = JSON.createArrayNode();
            nodes.files(path.substring("/models/".length())).forEach(files::add);
            return json(files);
        }
        if (path.equals("/prompt") && post) {
            return prompt(request);
        }
        if (path.equals("/queue")) {
            return post ? worker.changeQueue(JSON.readTree(request.body())) : json(worker.queue());
        }
        if (path.equals("/interrupt") && post) {
            worker.interrupt(JSON.readTree(request.body()).path("prompt_id").asText(""));
            return Reply.text(200, "");
        }
        if (path.equals("/history") && post) {
            worker.forget(JSON.readTree(request.body()).path("delete"));
            return Reply.text(200, "");
        }
        if (path.startsWith("/history/")) {
            return json(worker.history(path.substring("/history/".length())));
        }
        if (path.equals("/view")) {
            return view(request);
        }
        if (path.equals("/upload/image") && post) {
            return takeUpload(request);
        }
        return Reply.text(404, "404: Not Found");
    }

    static Reply json(JsonNode json) {
        return Reply.json(200, json.toString());
    }

    private Reply prompt(Request request) throws IOException {
        if (faults.promptStatus != 0) {
            return Reply.text(
                    faults.promptStatus,
                    "500 Internal Server Error\n\nServer got itself in trouble");
        }
        JsonNode body = JSON.readTree(request.body());
        prompts.add(body);
        JsonNode graph = body.path("prompt");
        for (Map.Entry<String, JsonNode> node : graph.properties()) {
            String type = node.getValue().path("class_type").asText();
            if (!nodes.has(type)) {
                return Reply.json(
                        400,
                        ("{\"error\":{\"type\":\"invalid_prompt\",\"message\":\"Cannot execute because node %s does not exist.\","
                                        + "\"details\":\"Node ID '#%s'\",\"extra_info\":{}},\"node_errors\":{}}")
                                .formatted(type, node.getKey()));
            }
        }
        ObjectNode errors = nodes.validate(graph, faults.greatestSeed);
        if (!errors.isEmpty()) {
            ObjectNode answer = JSON.createObjectNode();
            answer.putObject("error")
                    .put("type", "prompt_outputs_failed_validation")
                    .put("message", "Prompt outputs failed validation")
                    .put("details", "");
            answer.set("node_errors", errors);
            return Reply.json(400, answer.toString());
        }
        String id = body.path("prompt_id").asText();
        int number = worker.add(id, graph, body.path("client_id").asText());
        if (faults.unansweredPrompts.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            return Reply.none();
        }
        return Reply.json(
                200,
                "{\"prompt_id\":\"%s\",\"number\":%d,\"node_errors\":{}}".formatted(id, number));
    }

    private Reply view(Request request) {
        String name = request.query().getOrDefault("filename", "");
        String folder = request.query().getOrDefault("subfolder", "");
        byte[] bytes = outputs.get(folder + "/" + name);
        if (bytes == null) {
            return Reply.text(404, "");
        }
        if (faults.cutFiles.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            return Reply.bytes("image/png", Arrays.copyOf(bytes, bytes.length / 2));
        }
        boolean cut = faults.cutAnswers.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
        return new Reply(200, "image/png", bytes, cut ? bytes.length / 2 : 0);
    }

    private Reply takeUpload(Request request) {
        String raw = new String(request.body(), StandardCharsets.ISO_8859_1);
        String type = request.headers().get("content-type");
        String boundary = "--" + type.substring(type.indexOf("boundary=") + 9);
        String name = "";
        String folder = "";
        byte[] file = new byte[0];
        List<String> parts = new ArrayList<>(List.of(raw.split(boundary)));
        for (String part : parts) {
            int end = part.indexOf("\r\n\r\n");
            if (end < 0) {
                continue;
            }
            String head = part.substring(0, end);
            String content = part.substring(end + 4, part.length() - 2);
            if (head.contains("name=\"image\"")) {
                name = head.replaceAll("(?s).*filename=\"([^\"]*)\".*", "$1");
                file = content.getBytes(StandardCharsets.ISO_8859_1);
            } else if (head.contains("name=\"subfolder\"")) {
                folder = content;
            }
        }
        if (name.isEmpty()) {
            return Reply.text(400, "");
        }
        inputs.put(folder.isEmpty() ? name : folder + "/" + name, file);
        return Reply.json(
                200,
                "{\"name\":\"%s\",\"subfolder\":\"%s\",\"type\":\"input\"}"
                        .formatted(name, folder));
    }
}

package eliq.generate.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eliq.generate.http.HttpTestServer;
import eliq.generate.http.HttpTestServer.Request;
import eliq.generate.http.TestWebSocket;
import eliq.generate.painter.Painter;
import eliq.image.ImageDecoder;
import eliq.image.ImageException;
import eliq.image.Pixels;
import java.io.IOException;
import java.net.URI;
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
    private final Painter painter = new Painter();
    private final ComfyFaults faults = new ComfyFaults();
    private final Map<String, byte[]> outputs = new ConcurrentHashMap<>();
    private final Map<String, byte[]> inputs = new ConcurrentHashMap<>();
    private final List<JsonNode> prompts = new CopyOnWriteArrayList<>();
    private final AtomicInteger pictures = new AtomicInteger();
    private final AtomicInteger fileCounter = new AtomicInteger();

    private volatile HttpTestServer server;
    private volatile FakeWorker worker;
    private volatile boolean down;
    private volatile String runningNode = "";
    private final Map<String, TestWebSocket> sockets = new ConcurrentHashMap<>();

    private FakeComfyUi(Map<String, Set<String>> models, int port) throws IOException {
        this.nodes = new FakeNodes(models);
        up(port);
    }

    /** With all of the method's models. */
    public static FakeComfyUi start() throws IOException {
        return new FakeComfyUi(ALL_MODELS, 0);
    }

    /** @param models folder to files */
    public static FakeComfyUi start(Map<String, Set<String>> models) throws IOException {
        return new FakeComfyUi(models, 0);
    }

    /** @param port of another server that has ended */
    static FakeComfyUi start(Map<String, Set<String>> models, int port) throws IOException {
        return new FakeComfyUi(models, port);
    }

    private void up(int port) throws IOException {
        sockets.clear();
        worker = new FakeWorker(this);
        server = HttpTestServer.start(port, new FakeRoutes(this, worker)::handle, this::socket);
        down = false;
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
        down = true;
    }

    /** The same in the middle of its work: whoever queued the work knows that it was taken. */
    void dieAtWork() {
        server.awaitAnswers();
        die();
    }

    /** Starts again on the same port. */
    public void comeBack() throws IOException {
        up(server.port());
    }

    /** Whether it has died. */
    public boolean isDown() {
        return down;
    }

    /** Whether it makes something, or does not as {@link ComfyFaults#stall} has it. */
    public boolean isRunning() {
        return worker.isRunning();
    }

    /** Ends all WebSockets in good order. */
    public void closeSockets() {
        List<TestWebSocket> open = List.copyOf(sockets.values());
        sockets.clear();
        open.forEach(
                socket -> {
                    try {
                        socket.close(1001);
                    } catch (IOException e) {
                        // Ended already.
                    }
                });
    }

    /** Waits until this client has a socket. */
    void awaitSocket(String client) {
        for (int i = 0; i < 3000 && !sockets.containsKey(client); i++) {
            FakeExecution.pause(10);
        }
    }

    /** Forgets what is queued and what was done, as when someone clears both. */
    public void forgetEverything() {
        worker.forgetEverything();
    }

    @Override
    public void close() {
        die();
    }

    /** Deletes all pictures from its disk. */
    public void deletePictures() {
        outputs.clear();
    }

    // What the worker and the routes need.

    Painter painter() {
        return painter;
    }

    /** The node that is being executed, for clients that connect in the middle. */
    void running(String node) {
        runningNode = node;
    }

    void received(JsonNode prompt) {
        prompts.add(prompt);
    }

    Optional<byte[]> picture(String folderAndName) {
        return Optional.ofNullable(outputs.get(folderAndName));
    }

    void keep(String inputName, byte[] bytes) {
        inputs.put(inputName, bytes);
    }

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
            if (worker.isRunning()) {
                // As after a reconnect in the middle: without the id of the run.
                socket.text("{\"type\":\"executing\",\"data\":{\"node\":\"" + runningNode + "\"}}");
            }
        }
        while (socket.read().isPresent()) {
            // The client says what it can do; previews come with metadata whatever it says.
        }
        // As the real one, which forgets a newer socket of the same id too. Not so where the server
        // ended it.
        if (sockets.containsValue(socket)) {
            sockets.remove(client);
        }
    }
}

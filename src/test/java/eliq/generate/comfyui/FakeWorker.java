package eliq.generate.comfyui;

import static eliq.generate.comfyui.FakeComfyUi.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.generate.comfyui.FakeGraph.NodeFailure;
import eliq.generate.http.HttpTestServer.Reply;
import eliq.generate.painter.Painter;
import eliq.image.ImageEncoding;
import eliq.image.Pixels;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The queue, the one worker and the history of a {@link FakeComfyUi} between two starts. */
final class FakeWorker {
    private static final int PREVIEW_SIDE = 16;

    private final FakeComfyUi server;
    private final Painter painter = new Painter();
    private final List<Run> waiting = new ArrayList<>();
    private final Map<String, ObjectNode> history = new LinkedHashMap<>();
    private final Map<String, ObjectNode> cache = new HashMap<>();
    private Optional<Run> current = Optional.empty();
    private int numbers;
    private volatile boolean stopped;
    private volatile String interrupted = "";

    private record Run(int number, String id, JsonNode graph, String client) {}

    /** Someone stopped the run, or the whole server. */
    private static final class Stopped extends Exception {
        private static final long serialVersionUID = 1L;
    }

    FakeWorker(FakeComfyUi server) {
        this.server = server;
    }

    void start() {
        Thread.ofVirtual().start(this::work);
    }

    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    synchronized int add(String id, JsonNode graph, String client) {
        int number = numbers++;
        waiting.add(new Run(number, id, graph, client));
        status();
        notifyAll();
        return number;
    }

    synchronized int remaining() {
        return waiting.size() + (current.isPresent() ? 1 : 0);
    }

    synchronized JsonNode queue() {
        ObjectNode queue = JSON.createObjectNode();
        ArrayNode running = queue.putArray("queue_running");
        current.ifPresent(run -> item(running, run));
        ArrayNode pending = queue.putArray("queue_pending");
        // In no good order, as a heap is.
        waiting.reversed().forEach(run -> item(pending, run));
        return queue;
    }

    private static void item(ArrayNode list, Run run) {
        ArrayNode item = list.addArray().add(run.number()).add(run.id());
        item.add(run.graph());
        item.addObject();
        item.addArray();
    }

    synchronized Reply changeQueue(JsonNode body) {
        body.path("delete").forEach(id -> waiting.removeIf(run -> run.id().equals(id.asText())));
        if (body.path("clear").asBoolean()) {
            waiting.clear();
        }
        return Reply.text(200, "");
    }

    synchronized void interrupt(String id) {
        if (current.isPresent() && (id.isEmpty() || current.get().id().equals(id))) {
            interrupted = current.get().id();
        }
    }

    synchronized void forget(JsonNode ids) {
        ids.forEach(id -> history.remove(id.asText()));
    }

    synchronized void forgetEverything() {
        waiting.clear();
        history.clear();
        current.ifPresent(run -> interrupted = run.id() + " forgotten");
    }

    synchronized JsonNode history(String id) {
        ObjectNode answer = JSON.createObjectNode();
        if (history.containsKey(id)) {
            answer.set(id, history.get(id));
        }
        return answer;
    }

    private void work() {
        try {
            while (!stopped) {
                execute(take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Run take() throws InterruptedException {
        while (!stopped && (waiting.isEmpty() || server.faults().holdQueue)) {
            wait(20);
        }
        if (stopped) {
            throw new InterruptedException();
        }
        Run run = waiting.removeFirst();
        current = Optional.of(run);
        status();
        return run;
    }

    private void execute(Run run) {
        ObjectNode entry = JSON.createObjectNode();
        ObjectNode status = entry.putObject("status");
        ArrayNode messages = status.putArray("messages");
        ObjectNode outputs = entry.putObject("outputs");
        message(run, messages, "execution_start", JSON.createObjectNode());
        boolean success = false;
        boolean forgotten = false;
        try {
            String key = run.graph().toString();
            ObjectNode cached = cache.get(key);
            ArrayNode cachedNodes = JSON.createArrayNode();
            if (cached != null) {
                run.graph().fieldNames().forEachRemaining(cachedNodes::add);
            }
            message(
                    run,
                    messages,
                    "execution_cached",
                    JSON.createObjectNode().set("nodes", cachedNodes));
            if (cached == null) {
                nodes(run, outputs);
                cache.put(key, outputs);
            } else {
                outputs.setAll(cached);
            }
            success = true;
            message(run, messages, "execution_success", JSON.createObjectNode());
        } catch (NodeFailure e) {
            ObjectNode data = JSON.createObjectNode();
            data.put("node_id", e.getMessage().split("\n")[0]);
            data.put("node_type", e.getMessage().split("\n")[1]);
            data.put("exception_type", e.type)
                    .put("exception_message", e.getMessage().split("\n")[2]);
            outputs.removeAll();
            message(run, messages, "execution_error", data);
        } catch (Stopped e) {
            if (stopped) {
                return;
            }
            forgotten = interrupted.endsWith(" forgotten");
            outputs.removeAll();
            message(run, messages, "execution_interrupted", JSON.createObjectNode());
        }
        status.put("status_str", success ? "success" : "error").put("completed", success);
        synchronized (this) {
            if (!forgotten) {
                history.put(run.id(), entry);
            }
            current = Optional.empty();
            interrupted = "";
            status();
        }
        ObjectNode end = JSON.createObjectNode();
        end.putNull("node").put("prompt_id", run.id());
        send(run.client(), "executing", end);
    }

    private void nodes(Run run, ObjectNode outputs) throws NodeFailure, Stopped {
        FakeGraph graph = new FakeGraph(run.graph(), painter, server::upload);
        for (Map.Entry<String, JsonNode> node : run.graph().properties()) {
            String type = node.getValue().path("class_type").asText();
            if (!type.equals("SaveImage") && !type.equals("PreviewImage")) {
                continue;
            }
            for (String id : graph.order(node.getKey())) {
                ObjectNode data = JSON.createObjectNode();
                data.put("node", id).put("display_node", id).put("prompt_id", run.id());
                send(run.client(), "executing", data);
                files(run, graph, id);
                if (graph.type(id).equals(server.faults().failingNode)) {
                    throw new NodeFailure(
                            "RuntimeError",
                            id + "\n" + graph.type(id) + "\nGiven groups=1, expected 4 channels");
                }
                steps(run, graph, id);
                graph.execute(id);
            }
            save(run, graph, node.getKey(), outputs);
        }
    }

    /** Choices in the new form are only looked at when the run has come there. */
    private void files(Run run, FakeGraph graph, String id) throws NodeFailure {
        if (graph.type(id).equals("TripleCLIPLoader")) {
            for (JsonNode file : run.graph().path(id).path("inputs")) {
                if (!server.nodes().files("text_encoders").contains(file.asText())) {
                    throw new NodeFailure(
                            "FileNotFoundError",
                            "%s\n%s\nModel in folder 'text_encoders' with filename '%s' not found."
                                    .formatted(id, graph.type(id), file.asText()));
                }
            }
        }
    }

    private void steps(Run run, FakeGraph graph, String id) throws Stopped {
        int all = graph.steps(id);
        for (int step = 1; step <= all; step++) {
            if (server.faults().stepMillis > 0) {
                pause(server.faults().stepMillis);
            }
            while (server.faults().stall && !stopped && interrupted.isEmpty()) {
                pause(10);
            }
            if (stopped || !interrupted.isEmpty()) {
                throw new Stopped();
            }
            if (step == 1 || step == all) {
                server.send(run.client(), preview(run, id));
            }
            ObjectNode data = JSON.createObjectNode();
            data.put("value", step).put("max", all).put("prompt_id", run.id()).put("node", id);
            send(run.client(), "progress", data);
            if (server.faults().strangersSteps) {
                send(
                        "",
                        "progress",
                        data.deepCopy().put("prompt_id", "a stranger").put("value", 99));
            }
            if (server.faults().closeSocketsAtStep.compareAndSet(step, 0)) {
                server.closeSockets();
            }
            if (server.faults().dieAtStep.compareAndSet(step, 0)) {
                server.die();
                throw new Stopped();
            }
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] preview(Run run, String node) {
        byte[] grey = new byte[3 * PREVIEW_SIDE * PREVIEW_SIDE];
        java.util.Arrays.fill(grey, (byte) 120);
        byte[] jpeg = ImageEncoding.jpeg(new Pixels(PREVIEW_SIDE, PREVIEW_SIDE, grey), 0.8f);
        byte[] metadata =
                "{\"node_id\":\"%s\",\"prompt_id\":\"%s\",\"image_type\":\"image/jpeg\"}"
                        .formatted(node, run.id())
                        .getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + metadata.length + jpeg.length)
                .putInt(4)
                .putInt(metadata.length)
                .put(metadata)
                .put(jpeg)
                .array();
    }

    private void save(Run run, FakeGraph graph, String id, ObjectNode outputs) {
        Pixels pixels = graph.saved(id);
        if (server.faults().blackPictures.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            pixels = new Pixels(pixels.width(), pixels.height(), new byte[pixels.rgb().length]);
        }
        server.painted();
        String prefix = run.graph().path(id).path("inputs").path("filename_prefix").asText("x");
        int slash = prefix.lastIndexOf('/');
        String folder = slash < 0 ? "" : prefix.substring(0, slash);
        String name = "%s_%05d_.png".formatted(prefix.substring(slash + 1), server.nextFile());
        server.store(
                folder + "/" + name,
                ImageEncoding.png(pixels, Map.of("prompt", run.graph().toString())));
        ObjectNode image = JSON.createObjectNode();
        image.put("filename", name).put("subfolder", folder).put("type", "output");
        outputs.putObject(id).putArray("images").add(image);
        ObjectNode data = JSON.createObjectNode();
        data.put("node", id).put("display_node", id).put("prompt_id", run.id());
        data.set("output", outputs.get(id));
        send(run.client(), "executed", data);
    }

    private void message(Run run, ArrayNode messages, String type, ObjectNode data) {
        data.put("prompt_id", run.id()).put("timestamp", System.currentTimeMillis());
        messages.addArray().add(type).add(data);
        send(run.client(), type, data);
    }

    private void status() {
        ObjectNode data = JSON.createObjectNode();
        data.putObject("status").putObject("exec_info").put("queue_remaining", remaining());
        send("", "status", data);
    }

    private void send(String client, String type, ObjectNode data) {
        server.send(client, JSON.createObjectNode().put("type", type).set("data", data).toString());
    }
}

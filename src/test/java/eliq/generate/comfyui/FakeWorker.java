package eliq.generate.comfyui;

import static eliq.generate.comfyui.FakeComfyUi.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.generate.comfyui.FakeGraph.NodeFailure;
import eliq.generate.http.HttpTestServer.Reply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The queue, the one worker and the history of a {@link FakeComfyUi} between two starts. */
final class FakeWorker {
    private final FakeComfyUi server;
    private final List<Run> waiting = new ArrayList<>();
    private final Map<String, ObjectNode> history = new LinkedHashMap<>();
    private final Map<String, ObjectNode> cache = new HashMap<>();
    private Optional<Run> current = Optional.empty();
    private int numbers;
    private volatile boolean stopped;
    private volatile String interrupted = "";

    /** One graph and who asked for it. */
    record Run(int number, String id, JsonNode graph, String client) {}

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

    synchronized boolean isRunning() {
        return current.isPresent();
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
                new FakeExecution(server, run, () -> stopped || !interrupted.isEmpty())
                        .nodes(outputs);
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
        } catch (FakeExecution.Stopped e) {
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

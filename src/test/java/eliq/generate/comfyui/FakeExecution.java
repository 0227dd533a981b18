package eliq.generate.comfyui;

import static eliq.generate.comfyui.FakeComfyUi.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.generate.comfyui.FakeGraph.NodeFailure;
import eliq.generate.comfyui.FakeWorker.Run;
import eliq.image.ImageEncoding;
import eliq.image.Pixels;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** One run at a {@link FakeComfyUi}: its nodes, what is heard of them, and its files. */
final class FakeExecution {
    private static final int PREVIEW_SIDE = 16;

    private final FakeComfyUi server;
    private final Run run;
    private final BooleanSupplier halted;

    /** Someone stopped the run, or the whole server. */
    static final class Stopped extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** @param halted whether someone stopped the run, or the whole server */
    FakeExecution(FakeComfyUi server, Run run, BooleanSupplier halted) {
        this.server = server;
        this.run = run;
        this.halted = halted;
    }

    void nodes(ObjectNode outputs) throws NodeFailure, Stopped {
        FakeGraph graph = new FakeGraph(run.graph(), server.painter(), server::upload);
        for (Map.Entry<String, JsonNode> node : run.graph().properties()) {
            String type = node.getValue().path("class_type").asText();
            if (!type.equals("SaveImage") && !type.equals("PreviewImage")) {
                continue;
            }
            for (String id : graph.order(node.getKey())) {
                ObjectNode data = JSON.createObjectNode();
                data.put("node", id).put("display_node", id).put("prompt_id", run.id());
                server.running(id);
                send(run.client(), "executing", data);
                files(graph, id);
                if (graph.type(id).equals(server.faults().failingNode)) {
                    throw new NodeFailure(
                            "RuntimeError",
                            id + "\n" + graph.type(id) + "\nGiven groups=1, expected 4 channels");
                }
                steps(graph, id);
                graph.execute(id);
            }
            save(graph, node.getKey(), outputs);
        }
    }

    /** Choices in the new form are only looked at when the run has come there. */
    private void files(FakeGraph graph, String id) throws NodeFailure {
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

    private void steps(FakeGraph graph, String id) throws Stopped {
        int all = graph.steps(id);
        for (int step = 1; step <= all; step++) {
            if (server.faults().stepMillis > 0) {
                pause(server.faults().stepMillis);
            }
            while (server.faults().stall && !halted.getAsBoolean()) {
                pause(10);
            }
            if (halted.getAsBoolean()) {
                throw new Stopped();
            }
            if (step == 1 || step == all) {
                server.send(run.client(), preview(id));
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
                server.awaitSocket(run.client());
            }
            if (server.faults().dieAtStep.compareAndSet(step, 0)) {
                server.dieAtWork();
                throw new Stopped();
            }
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] preview(String node) {
        byte[] grey = new byte[3 * PREVIEW_SIDE * PREVIEW_SIDE];
        Arrays.fill(grey, (byte) 120);
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

    private void save(FakeGraph graph, String id, ObjectNode outputs) {
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

    private void send(String client, String type, ObjectNode data) {
        server.send(client, JSON.createObjectNode().put("type", type).set("data", data).toString());
    }
}

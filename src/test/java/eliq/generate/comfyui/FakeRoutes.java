package eliq.generate.comfyui;

import static eliq.generate.comfyui.FakeComfyUi.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.generate.http.HttpTestServer.Reply;
import eliq.generate.http.HttpTestServer.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The HTTP side of a {@link FakeComfyUi}. */
final class FakeRoutes {
    private final FakeComfyUi server;
    private final FakeNodes nodes;
    private final ComfyFaults faults;
    private final FakeWorker worker;

    FakeRoutes(FakeComfyUi server, FakeWorker worker) {
        this.server = server;
        this.nodes = server.nodes();
        this.faults = server.faults();
        this.worker = worker;
    }

    Reply handle(Request request) throws Exception {
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

    private static Reply json(JsonNode json) {
        return Reply.json(200, json.toString());
    }

    private Reply prompt(Request request) throws IOException {
        if (faults.promptStatus != 0) {
            return Reply.text(
                    faults.promptStatus,
                    "500 Internal Server Error\n\nServer got itself in trouble");
        }
        JsonNode body = JSON.readTree(request.body());
        server.received(body);
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
        if (faults.droppedOutput) {
            // One of several outputs was wrong: it is dropped, and the rest is queued.
            return Reply.json(
                    200,
                    ("{\"prompt_id\":\"%s\",\"number\":%d,\"node_errors\":{\"9\":{\"errors\":[{\"type\":\"required_input_missing\","
                                    + "\"message\":\"Required input is missing\",\"details\":\"images\",\"extra_info\":{}}],"
                                    + "\"dependent_outputs\":[],\"class_type\":\"SaveImage\"}}}")
                            .formatted(id, number));
        }
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
        Optional<byte[]> picture = server.picture(folder + "/" + name);
        if (picture.isEmpty()) {
            return Reply.text(404, "");
        }
        byte[] bytes = picture.get();
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
        for (String part : List.of(raw.split(boundary))) {
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
        server.keep(folder.isEmpty() ? name : folder + "/" + name, file);
        return Reply.json(
                200,
                "{\"name\":\"%s\",\"subfolder\":\"%s\",\"type\":\"input\"}"
                        .formatted(name, folder));
    }
}

package eliq.generate.webui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.generate.http.HttpTestServer;
import eliq.generate.http.HttpTestServer.Reply;
import eliq.generate.http.HttpTestServer.Request;
import eliq.image.ImageEncoding;
import eliq.image.Pixels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A server with the routes of AUTOMATIC1111's web UI and Forge: what it is, and what it does wrong. */
final class FakeWebUi implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    final List<JsonNode> bodies = Collections.synchronizedList(new ArrayList<>());
    final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    final HttpTestServer http;
    volatile boolean forge;
    volatile Reply answer;
    volatile String draws = "";
    volatile int grey = 90;
    volatile int stepMillis;

    /** At this step it waits until it is interrupted, or has told its progress. */
    volatile int holdAt = -1;

    volatile int toldAt = -1;
    volatile boolean stopsWhenInterruptedOnly;
    volatile int step;
    volatile boolean interrupted;
    volatile boolean login;
    final AtomicInteger atOnce = new AtomicInteger();
    final AtomicInteger mostAtOnce = new AtomicInteger();

    FakeWebUi() throws Exception {
        http = HttpTestServer.start(this::handle);
    }

    private Reply handle(Request request) throws Exception {
        String route = request.path().replace("/sdapi/v1/", "");
        calls.add(route);
        if (login
                && !request.headers()
                        .getOrDefault("authorization", "")
                        .equals("Basic dXNlcjpzZWNyZXQ=")) {
            return Reply.json(401, "{\"detail\":\"Not authenticated\"}");
        }
        return switch (route) {
            case "sd-models" ->
                    Reply.json(
                            200,
                            "[{\"title\":\"sd15/v1-5-pruned-emaonly.safetensors [6ce0161689]\",\"model_name\":\"sd15_v1-5-pruned-emaonly\","
                                    + "\"filename\":\"/models/Stable-diffusion/sd15/v1-5-pruned-emaonly.safetensors\"},"
                                    + "{\"title\":\"flux1-dev.safetensors\",\"model_name\":\"flux1-dev\",\"filename\":\"C:\\\\models\\\\flux1-dev.safetensors\"}]");
            case "samplers" -> Reply.json(200, "[{\"name\":\"Euler\"},{\"name\":\"Euler a\"}]");
            case "sd-modules" ->
                    forge
                            ? Reply.json(
                                    200,
                                    "[{\"filename\":\"/m/VAE/ae.safetensors\"},{\"filename\":\"/m/te/clip_l.safetensors\"},{\"filename\":\"/m/te/t5xxl_fp16.safetensors\"}]")
                            : Reply.json(404, "{\"detail\":\"Not Found\"}");
            case "progress" -> {
                int told = step;
                toldAt = stopsWhenInterruptedOnly ? -1 : told;
                yield Reply.json(
                        200,
                        "{\"progress\":0.5,\"state\":{\"sampling_step\":%d,\"sampling_steps\":20},\"current_image\":\"%s\"}"
                                .formatted(told, picture(16, 16)));
            }
            case "interrupt" -> {
                interrupted = true;
                yield Reply.json(200, "{}");
            }
            case "txt2img", "img2img" -> make(JSON.readTree(request.body()));
            default -> Reply.json(404, "{\"detail\":\"Not Found\"}");
        };
    }

    private String picture(int width, int height) {
        byte[] rgb = new byte[3 * width * height];
        Arrays.fill(rgb, (byte) grey);
        return Base64.getEncoder()
                .encodeToString(ImageEncoding.png(new Pixels(width, height, rgb)));
    }

    private Reply make(JsonNode body) throws Exception {
        bodies.add(body);
        if (answer != null) {
            return answer;
        }
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        for (step = 0; step < 20 && !interrupted && stepMillis > 0; step++) {
            do {
                Thread.sleep(stepMillis);
            } while (step == holdAt && toldAt != step && !interrupted);
        }
        step = 0;
        interrupted = false;
        String title = body.path("override_settings").path("sd_model_checkpoint").asText("loaded");
        String drew =
                !draws.isEmpty()
                        ? draws
                        : title.startsWith("sd15") ? "sd15_v1-5-pruned-emaonly" : title;
        ObjectNode info = JSON.createObjectNode();
        info.put("seed", body.path("seed").asLong()).put("sd_model_name", drew);
        ObjectNode reply = JSON.createObjectNode();
        reply.putArray("images")
                .add(picture(body.path("width").asInt(), body.path("height").asInt()));
        reply.put("info", info.toString());
        atOnce.decrementAndGet();
        return Reply.json(200, reply.toString());
    }

    @Override
    public void close() {
        http.close();
    }
}

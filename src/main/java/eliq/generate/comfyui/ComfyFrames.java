package eliq.generate.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** From whole WebSocket frames to events. Frames of kinds unknown here say nothing. */
final class ComfyFrames {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PREVIEW = 1;
    private static final int PREVIEW_WITH_METADATA = 4;
    private static final int JPEG = 1;

    private ComfyFrames() {}

    static Optional<ComfyEvent> text(String frame) {
        JsonNode json;
        try {
            json = JSON.readTree(frame);
        } catch (IOException e) {
            return Optional.empty();
        }
        if (json == null) {
            return Optional.empty();
        }
        JsonNode data = json.path("data");
        String run = data.path("prompt_id").asText("");
        return switch (json.path("type").asText("")) {
            case "status" -> {
                JsonNode remaining = data.path("status").path("exec_info").path("queue_remaining");
                yield remaining.isInt()
                        ? Optional.of(new ComfyEvent.Waiting(remaining.asInt()))
                        : Optional.empty();
            }
            case "execution_start" -> Optional.of(new ComfyEvent.Started(run));
            case "executing" ->
                    Optional.of(
                            new ComfyEvent.Executing(
                                    Optional.of(run).filter(id -> !id.isEmpty()),
                                    Optional.of(data.path("node"))
                                            .filter(JsonNode::isTextual)
                                            .map(JsonNode::asText)));
            case "progress" ->
                    Optional.of(
                            new ComfyEvent.Step(
                                    run, data.path("value").asInt(), data.path("max").asInt()));
            case "execution_error", "execution_interrupted" ->
                    Optional.of(new ComfyEvent.Broken(run));
            case "execution_success" -> Optional.of(new ComfyEvent.Succeeded(run));
            default -> Optional.empty();
        };
    }

    static Optional<ComfyEvent> binary(byte[] frame) {
        if (frame.length < 8) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(frame);
        int kind = buffer.getInt();
        int second = buffer.getInt();
        // Old frames in PNG are saved pictures of SaveImageWebsocket, not previews.
        if (kind == PREVIEW && second == JPEG) {
            return Optional.of(
                    new ComfyEvent.Preview(
                            Optional.empty(), Arrays.copyOfRange(frame, 8, frame.length)));
        }
        if (kind == PREVIEW_WITH_METADATA && second >= 0 && second <= frame.length - 8) {
            try {
                JsonNode metadata = JSON.readTree(Arrays.copyOfRange(frame, 8, 8 + second));
                return Optional.of(
                        new ComfyEvent.Preview(
                                Optional.of(metadata.path("prompt_id").asText()),
                                Arrays.copyOfRange(frame, 8 + second, frame.length)));
            } catch (IOException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}

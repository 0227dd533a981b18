package eliq.generate.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * @param status of HTTP
 * @param body as it came
 * @param retryAfter how long a busy server asks to be left alone, where it says so in seconds
 */
public record Answer(int status, byte[] body, Optional<Duration> retryAfter) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int EXCERPT = 300;

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    /** The body as JSON; a missing node where it is none, as of servers that answer an error in plain text. */
    public JsonNode json() {
        try {
            return Optional.<JsonNode>ofNullable(JSON.readTree(body))
                    .orElse(MissingNode.getInstance());
        } catch (java.io.IOException e) {
            return MissingNode.getInstance();
        }
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The beginning of the body on one line, for messages. */
    public String excerpt() {
        String line = text().replaceAll("\\s+", " ").strip();
        return line.length() <= EXCERPT ? line : line.substring(0, EXCERPT) + "…";
    }

    /** A value as JSON text. */
    public static String write(JsonNode value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a tree of JSON values is always JSON", e);
        }
    }
}

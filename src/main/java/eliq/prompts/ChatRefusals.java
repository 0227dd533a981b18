package eliq.prompts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.util.Optional;

/** A server's refusals in words that a user can act on. */
final class ChatRefusals {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 200;

    private ChatRefusals() {}

    static String sentence(ChatSettings settings, Optional<ChatKey> key, int status, String body) {
        String said = status + ", " + message(key, body);
        String where = settings.endpoint().toString();
        return switch (status) {
            case 401, 403 ->
                    where
                            + (key.isPresent()
                                    ? " does not accept the key in " + settings.keyVariable()
                                    : " wants a key: set the environment variable "
                                            + settings.keyVariable())
                            + " ("
                            + said
                            + ")";
            case 404 ->
                    where
                            + " knows no model '"
                            + settings.model()
                            + "', or is no chat address ("
                            + said
                            + "); check --model and --base-url";
            case 429 -> where + " has no more credit for this key (" + said + ")";
            default -> where + " refused the question (" + said + ")";
        };
    }

    /** Whether waiting would not help. */
    static boolean outOfCredit(String body) {
        return body.contains("insufficient_quota") || body.contains("billing_hard_limit");
    }

    static String busy(ChatSettings settings, Optional<ChatKey> key, int status, String body) {
        return settings.endpoint()
                + (status == 429 ? " is asked too often" : " has trouble")
                + " ("
                + status
                + ", "
                + message(key, body)
                + ")";
    }

    static String unreachable(ChatSettings settings, Throwable cause) {
        String where = settings.endpoint().toString();
        if (cause instanceof HttpTimeoutException
                && !(cause instanceof java.net.http.HttpConnectTimeoutException)) {
            return where + " did not answer within " + settings.timeout().toSeconds() + " s";
        }
        if (cause instanceof ConnectException
                || cause instanceof java.net.http.HttpConnectTimeoutException) {
            return where + " cannot be reached";
        }
        return where + " broke off (" + cause.getClass().getSimpleName() + ")";
    }

    /** The words of an error, whatever form it has. */
    private static String message(Optional<ChatKey> key, String body) {
        String text = body;
        try {
            JsonNode error = JSON.readTree(body).path("error");
            if (error.isTextual()) {
                text = error.asText();
            } else if (error.path("message").isTextual()) {
                text = error.path("message").asText();
            }
        } catch (JsonProcessingException e) {
            // Plain text then, as some servers have it.
        }
        return shortened(ChatKey.hidden(key, text));
    }

    static String shortened(String text) {
        String line = text.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
        if (line.isEmpty()) {
            return "no reason given";
        }
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }
}

package eliq.prompts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * The body of a request, with those fields that the server takes: not every server knows every one.
 *
 * @param form whether a JSON schema is sent
 * @param seed whether the seed is sent
 * @param temperature whether the temperature is sent
 * @param newerLimit whether the longest answer is called {@code max_completion_tokens}
 */
record ChatBody(
        ChatSettings settings,
        boolean form,
        boolean seed,
        boolean temperature,
        boolean newerLimit) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static ChatBody of(ChatSettings settings) {
        return new ChatBody(settings, true, true, true, false);
    }

    String of(ChatQuestion question) {
        ObjectNode body = JSON.createObjectNode();
        body.put("model", settings.model());
        ArrayNode messages = body.putArray("messages");
        for (ChatMessage message : question.messages()) {
            messages.addObject().put("role", message.role()).put("content", message.content());
        }
        body.put(newerLimit ? "max_completion_tokens" : "max_tokens", settings.maxTokens());
        if (temperature) {
            body.put("temperature", settings.temperature());
        }
        if (seed) {
            // Servers read it as a 32-bit number.
            body.put("seed", question.seed() & 0x7fff_ffff);
        }
        body.put("stream", false);
        try {
            if (form) {
                ObjectNode schema = body.putObject("response_format").put("type", "json_schema");
                schema.putObject("json_schema")
                        .put("name", "answer")
                        .set("schema", JSON.readTree(question.form()));
            }
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a question's form is no JSON: " + question.form(), e);
        }
    }

    /** Without the field that the server complains of; empty where it complains of none that can go. */
    Optional<ChatBody> without(int status, String complaint) {
        if (status != 400 && status != 422) {
            return Optional.empty();
        }
        String text = complaint.toLowerCase(java.util.Locale.ROOT);
        if (form
                && (text.contains("response_format")
                        || text.contains("json_schema")
                        || text.contains("grammar"))) {
            return Optional.of(new ChatBody(settings, false, seed, temperature, newerLimit));
        }
        if (!newerLimit && text.contains("max_tokens")) {
            return Optional.of(new ChatBody(settings, form, seed, temperature, true));
        }
        if (temperature && text.contains("temperature")) {
            return Optional.of(new ChatBody(settings, form, seed, false, newerLimit));
        }
        if (seed && text.contains("seed")) {
            return Optional.of(new ChatBody(settings, form, false, temperature, newerLimit));
        }
        return Optional.empty();
    }
}

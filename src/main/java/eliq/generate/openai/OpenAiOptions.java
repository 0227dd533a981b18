package eliq.generate.openai;

import java.util.Optional;

/**
 * @param model as the endpoint names it
 * @param width in pixels, what is asked for where nothing else is
 * @param height in pixels
 * @param responseFormat {@code b64_json} or {@code url}; empty: not sent, as newer models do not take it
 * @param quality as the endpoint names it; empty: not sent
 * @param edits whether it has {@code /images/edits}
 */
public record OpenAiOptions(
        String model,
        int width,
        int height,
        Optional<String> responseFormat,
        Optional<String> quality,
        boolean edits) {}

package eliq.prompts;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * How a language model is reached and asked, through the chat interface that OpenAI, vLLM, Ollama and llama.cpp share.
 * Stored with jobs; the key is not part of it.
 *
 * @param baseUrl such as {@code http://127.0.0.1:11434/v1}; {@code /v1} may be left out
 * @param model name as the server knows it
 * @param keyVariable environment variable that holds the key, if the server wants one
 * @param temperature 0..2: how freely it writes
 * @param maxTokens longest answer
 * @param timeout for one answer
 * @param attempts how often one question is sent before the job gives up, at least 1
 */
public record ChatSettings(
        String baseUrl,
        String model,
        String keyVariable,
        double temperature,
        int maxTokens,
        Duration timeout,
        int attempts) {
    /** Address where nothing else is said. */
    public static final String OPENAI = "https://api.openai.com/v1";

    /** Environment variable that names another address. */
    public static final String BASE_URL_VARIABLE = "OPENAI_BASE_URL";

    /** Environment variable of the key. */
    public static final String KEY_VARIABLE = "OPENAI_API_KEY";

    public ChatSettings {
        baseUrl = baseUrl.strip();
        model = model.strip();
        if (!baseUrl.matches("(?i)https?://[^\\s/]+.*")) {
            throw new IllegalArgumentException(
                    "the address of the language model is '"
                            + baseUrl
                            + "'; it must begin with http:// or https://");
        }
        if (URI.create(baseUrl).getUserInfo() != null) {
            throw new IllegalArgumentException(
                    "the address of the language model holds a password; put the key in the"
                            + " environment variable "
                            + keyVariable
                            + " instead");
        }
        if (model.isEmpty()) {
            throw new IllegalArgumentException("the language model has no name");
        }
        if (!(temperature >= 0 && temperature <= 2)) {
            throw new IllegalArgumentException("temperature is " + temperature + ", not 0 to 2");
        }
        if (maxTokens < 1 || attempts < 1 || timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException(
                    "longest answer, timeout and attempts must be more than nothing");
        }
    }

    /** A model at the address that the environment names, or at OpenAI, with the usual settings. */
    public static ChatSettings of(String model, Map<String, String> environment) {
        String named = environment.getOrDefault(BASE_URL_VARIABLE, "");
        return new ChatSettings(
                named.isBlank() ? OPENAI : named,
                model,
                KEY_VARIABLE,
                0.9,
                2000,
                Duration.ofMinutes(2),
                6);
    }

    public ChatSettings withBaseUrl(String url) {
        return new ChatSettings(url, model, keyVariable, temperature, maxTokens, timeout, attempts);
    }

    public ChatSettings withKeyVariable(String variable) {
        return new ChatSettings(
                baseUrl, model, variable, temperature, maxTokens, timeout, attempts);
    }

    public ChatSettings withTemperature(double value) {
        return new ChatSettings(baseUrl, model, keyVariable, value, maxTokens, timeout, attempts);
    }

    public ChatSettings withTimeout(Duration value) {
        return new ChatSettings(
                baseUrl, model, keyVariable, temperature, maxTokens, value, attempts);
    }

    public ChatSettings withAttempts(int value) {
        return new ChatSettings(
                baseUrl, model, keyVariable, temperature, maxTokens, timeout, value);
    }

    /** Where questions are sent. */
    URI endpoint() {
        String url = baseUrl.replaceFirst("/+$", "");
        if (url.endsWith("/chat/completions")) {
            return URI.create(url);
        }
        boolean noPath = url.matches("(?i)https?://[^/]+");
        return URI.create(url + (noPath ? "/v1" : "") + "/chat/completions");
    }

    /** Whether what is sent can be read on its way to another machine. */
    boolean sendsInTheClear() {
        URI address = endpoint();
        boolean here =
                address.getHost() != null
                        && address.getHost().matches("(?i)localhost|127\\..*|\\[?::1\\]?");
        return "http".equalsIgnoreCase(address.getScheme()) && !here;
    }

    /** Whether the address is OpenAI's own, which answers nobody without a key. */
    boolean needsKey() {
        return "api.openai.com".equalsIgnoreCase(endpoint().getHost());
    }
}

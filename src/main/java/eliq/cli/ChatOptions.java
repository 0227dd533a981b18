package eliq.cli;

import eliq.prompts.Budget;
import eliq.prompts.ChatSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which language model is asked, and what may be spent on it. */
final class ChatOptions {
    @Option(
            names = "--model",
            paramLabel = "NAME",
            description = {
                "The language model, as its server knows it. Any server with OpenAI's chat interface will do:",
                "OpenAI, vLLM, Ollama, llama.cpp."
            })
    private String model;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = {
                "The server, such as http://127.0.0.1:11434/v1. Default: $OPENAI_BASE_URL, or OpenAI."
            })
    private String baseUrl;

    @Option(
            names = "--key-variable",
            paramLabel = "NAME",
            defaultValue = ChatSettings.KEY_VARIABLE,
            description =
                    "The environment variable that holds the server's key. Default: ${DEFAULT-VALUE}.")
    private String keyVariable;

    @Option(names = "--temperature", paramLabel = "X", description = "0 to 2. Default: 0.9.")
    private Double temperature;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "For one answer. Default: ${DEFAULT-VALUE}.")
    private double timeout;

    @Option(
            names = "--attempts",
            paramLabel = "N",
            defaultValue = "6",
            description =
                    "How often a question is sent to a server that is busy or down. Default: ${DEFAULT-VALUE}.")
    private int attempts;

    @Option(
            names = "--max-requests",
            paramLabel = "N",
            defaultValue = "0",
            description = "Budget: requests in all. Default: no limit.")
    private int maxRequests;

    @Option(
            names = "--max-tokens",
            paramLabel = "N",
            defaultValue = "0",
            description = "Budget: tokens of questions and answers in all. Default: no limit.")
    private long maxTokens;

    /** Those of the model, where one is named. */
    Optional<ChatSettings> settings(Map<String, String> environment) throws UsageException {
        if (model == null) {
            if (baseUrl != null) {
                throw new UsageException(
                        "--base-url names a server; name a model of it with --model");
            }
            return Optional.empty();
        }
        try {
            ChatSettings settings =
                    ChatSettings.of(model, environment)
                            .withKeyVariable(keyVariable)
                            .withTimeout(Duration.ofMillis((long) (1000 * timeout)))
                            .withAttempts(attempts);
            settings = baseUrl == null ? settings : settings.withBaseUrl(baseUrl);
            return Optional.of(
                    temperature == null ? settings : settings.withTemperature(temperature));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    Budget budget() throws UsageException {
        try {
            return new Budget(maxRequests, maxTokens);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }
}

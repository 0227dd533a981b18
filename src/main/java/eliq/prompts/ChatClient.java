package eliq.prompts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eliq.job.JobCancelledException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Asks a language model through {@code POST /chat/completions}. A server that is busy, down or slow is asked again,
 * later each time; what it says about when is obeyed. Counts what is spent and never goes beyond the budget.
 */
final class ChatClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int LONGEST_ANSWER = 4 << 20;
    private static final int POLL_MILLISECONDS = 50;

    private final ChatSettings settings;
    private final Optional<ChatKey> key;
    private final Budget budget;
    private final Patience patience;
    private final Consumer<String> remarks;
    private final Backoff backoff;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private ChatBody body;
    private long requests;
    private long tokens;

    /**
     * @param spentRequests by an earlier attempt at the same job
     * @param spentTokens by an earlier attempt at the same job
     * @param remarks what a person may want to know, such as that the server is waited for
     */
    ChatClient(
            ChatSettings settings,
            Map<String, String> environment,
            Budget budget,
            long spentRequests,
            long spentTokens,
            Patience patience,
            Consumer<String> remarks)
            throws PromptsException {
        this.settings = settings;
        this.key = ChatKey.of(environment, settings.keyVariable());
        this.budget = budget;
        this.requests = spentRequests;
        this.tokens = spentTokens;
        this.patience = patience;
        this.remarks = remarks;
        this.backoff = new Backoff(settings.attempts());
        this.body = ChatBody.of(settings);
        if (key.isPresent() && settings.sendsInTheClear()) {
            remarks.accept(
                    "The key in "
                            + settings.keyVariable()
                            + " goes to "
                            + settings.endpoint().getHost()
                            + " unencrypted, since the address begins with http://.");
        }
        if (settings.needsKey() && key.isEmpty()) {
            throw new PromptsException(
                    settings.endpoint().getHost()
                            + " wants a key: set the environment variable "
                            + settings.keyVariable()
                            + ", or name a server of your own with --base-url or "
                            + ChatSettings.BASE_URL_VARIABLE);
        }
    }

    long requests() {
        return requests;
    }

    long tokens() {
        return tokens;
    }

    /** The model's name. */
    String model() {
        return settings.model();
    }

    /** Whether the budget is enough for this question. */
    boolean affords(ChatQuestion question) {
        return budget.allows(requests, tokens, question.roughTokens());
    }

    /**
     * The model's answer.
     *
     * @return empty where the budget is spent
     * @throws PromptsException where the server refuses, or does not answer after all attempts
     */
    Optional<ChatAnswer> ask(ChatQuestion question)
            throws PromptsException, JobCancelledException, InterruptedException {
        for (int attempt = 1; affords(question); attempt++) {
            patience.check();
            requests++;
            Reply reply = send(question);
            switch (reply) {
                case Reply.Good(String text) -> {
                    return Optional.of(answer(text, question));
                }
                case Reply.Refused(int status, String text) -> {
                    Optional<ChatBody> simpler = body.without(status, text);
                    if (simpler.isEmpty()) {
                        throw new PromptsException(
                                ChatRefusals.sentence(settings, key, status, text));
                    }
                    body = simpler.get();
                }
                case Reply.Later(String why, Optional<Duration> when) -> {
                    Duration pause = backoff.after(attempt, when, settings, why);
                    remarks.accept(
                            why
                                    + "; trying again in "
                                    + Math.max(1, pause.toSeconds())
                                    + " s (attempt "
                                    + (attempt + 1)
                                    + " of "
                                    + settings.attempts()
                                    + ")");
                    patience.pause(pause);
                }
            }
        }
        return Optional.empty();
    }

    /** How the server took one request. */
    private sealed interface Reply {
        record Good(String body) implements Reply {}

        record Refused(int status, String body) implements Reply {}

        record Later(String why, Optional<Duration> when) implements Reply {}
    }

    private Reply send(ChatQuestion question)
            throws PromptsException, JobCancelledException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(settings.endpoint())
                        .timeout(settings.timeout())
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.of(question)));
        key.ifPresent(k -> request.header("Authorization", k.header()));
        CompletableFuture<HttpResponse<byte[]>> future =
                http.sendAsync(
                        request.build(),
                        HttpResponse.BodyHandlers.limiting(
                                HttpResponse.BodyHandlers.ofByteArray(), LONGEST_ANSWER));
        try {
            HttpResponse<byte[]> response = await(future);
            return reply(response, new String(response.body(), StandardCharsets.UTF_8));
        } catch (ExecutionException e) {
            return new Reply.Later(
                    ChatRefusals.unreachable(settings, e.getCause()), Optional.empty());
        }
    }

    private <T> T await(CompletableFuture<T> future)
            throws ExecutionException, JobCancelledException, InterruptedException {
        // The request's own timeout ends with the headers; a body may stall after them.
        long end = System.nanoTime() + settings.timeout().toNanos();
        try {
            while (true) {
                try {
                    return future.get(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    patience.check();
                    if (System.nanoTime() > end) {
                        throw new ExecutionException(new HttpTimeoutException("no answer"));
                    }
                }
            }
        } finally {
            future.cancel(true);
        }
    }

    private Reply reply(HttpResponse<?> response, String text) {
        int status = response.statusCode();
        if (status == 200) {
            return new Reply.Good(text);
        }
        boolean passing =
                status == 408 || status == 429 && !ChatRefusals.outOfCredit(text) || status >= 500;
        return passing
                ? new Reply.Later(
                        ChatRefusals.busy(settings, key, status, text),
                        Backoff.retryAfter(response.headers()))
                : new Reply.Refused(status, text);
    }

    private ChatAnswer answer(String text, ChatQuestion question) throws PromptsException {
        try {
            JsonNode tree = JSON.readTree(text);
            JsonNode choice = tree.path("choices").path(0);
            if (choice.isMissingNode()) {
                throw new PromptsException(
                        settings.endpoint()
                                + " answered without 'choices': "
                                + ChatRefusals.shortened(ChatKey.hidden(key, text))
                                + "; is it a chat completions address?");
            }
            String content = choice.path("message").path("content").asText("");
            long counted = tree.path("usage").path("total_tokens").asLong(0);
            long spent = counted > 0 ? counted : question.roughTokens() + content.length() / 4;
            tokens += spent;
            return new ChatAnswer(
                    withoutThinking(content),
                    "length".equals(choice.path("finish_reason").asText()),
                    spent);
        } catch (JsonProcessingException e) {
            throw new PromptsException(
                    settings.endpoint()
                            + " answered no JSON: "
                            + ChatRefusals.shortened(ChatKey.hidden(key, text))
                            + "; is it a chat completions address?",
                    e);
        }
    }

    /** Some models think aloud in front of the answer. */
    private static String withoutThinking(String content) {
        String text = content.replaceAll("(?s)<think(?:ing)?>.*?</think(?:ing)?>", "");
        int end = text.lastIndexOf("</think>");
        return (end < 0 ? text : text.substring(end + "</think>".length())).strip();
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}

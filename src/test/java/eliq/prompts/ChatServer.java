package eliq.prompts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A server on this machine that speaks the chat completions protocol, and answers as it is told to. */
public final class ChatServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Deque<Function<JsonNode, Answer>> next = new ArrayDeque<>();
    private final List<JsonNode> questions = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private Function<JsonNode, Answer> always = question -> error(500, "nothing to say");

    /**
     * @param stallMilliseconds before the body is sent
     */
    public record Answer(
            int status, Map<String, String> headers, String body, long stallMilliseconds) {

        public Answer with(String header, String value) {
            return new Answer(status, Map.of(header, value), body, stallMilliseconds);
        }

        public Answer after(long milliseconds) {
            return new Answer(status, headers, body, milliseconds);
        }
    }

    public ChatServer() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", this::handle);
        server.start();
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** These answers first, in this order. */
    @SafeVarargs
    public final ChatServer first(Function<JsonNode, Answer>... answers) {
        for (Function<JsonNode, Answer> answer : answers) {
            next.add(answer);
        }
        return this;
    }

    public ChatServer first(Answer... answers) {
        for (Answer answer : answers) {
            next.add(question -> answer);
        }
        return this;
    }

    /** Then this one. */
    public ChatServer always(Function<JsonNode, Answer> answer) {
        always = answer;
        return this;
    }

    /** The bodies of all requests. */
    public synchronized List<JsonNode> questions() {
        return List.copyOf(questions);
    }

    /** The authorization of all requests. */
    public synchronized List<String> keys() {
        return List.copyOf(keys);
    }

    /** An answer as OpenAI's reference has it. */
    public static Answer says(String content) {
        return says(content, "stop");
    }

    public static Answer says(String content, String finishReason) {
        ObjectNode body = JSON.createObjectNode();
        body.put("id", "chatcmpl-1").put("object", "chat.completion").put("created", 1700000000);
        body.put("model", "test-model");
        ObjectNode choice = body.putArray("choices").addObject().put("index", 0);
        choice.putObject("message").put("role", "assistant").put("content", content);
        choice.put("finish_reason", finishReason);
        body.putObject("usage")
                .put("prompt_tokens", 60)
                .put("completion_tokens", 40)
                .put("total_tokens", 100);
        return new Answer(200, Map.of(), body.toString(), 0);
    }

    /** An error as OpenAI's reference has it. */
    public static Answer error(int status, String message) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("error")
                .put("message", message)
                .put("type", "error")
                .putNull("param")
                .putNull("code");
        return new Answer(status, Map.of(), body.toString(), 0);
    }

    /** The last thing that the user said in a request. */
    public static String said(JsonNode question) {
        return question.path("messages")
                .path(question.path("messages").size() - 1)
                .path("content")
                .asText();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Answer answer;
        synchronized (this) {
            JsonNode question;
            try {
                question = JSON.readTree(exchange.getRequestBody().readAllBytes());
            } catch (JsonProcessingException e) {
                throw new IOException(e);
            }
            questions.add(question);
            keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            if (exchange.getRequestHeaders().containsKey("Upgrade")) {
                throw new IOException("Unsupported upgrade request.");
            }
            answer = (next.isEmpty() ? always : next.poll()).apply(question);
        }
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            Thread.sleep(answer.stallMilliseconds());
            out.write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

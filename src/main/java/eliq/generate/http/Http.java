package eliq.generate.http;

import com.fasterxml.jackson.databind.JsonNode;
import eliq.generate.GenerateException;
import eliq.generate.GenerateException.Reason;
import eliq.generate.GenerationWatch;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocket;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls to one server. Reading calls are repeated where the connection fails or the server says that it is busy; calls
 * that start work are made once. Every call can be given up between two looks at its {@link GenerationWatch}.
 */
public final class Http {
    private static final int LOOK_MILLIS = 200;

    private final String name;
    private final URI base;
    private final Map<String, String> headers;
    private final HttpSettings settings;
    private final HttpClient client;

    /**
     * @param name of the backend, for messages
     * @param base address that paths are appended to, such as {@code http://127.0.0.1:8188}
     * @param headers sent with every call; never shown
     */
    public Http(String name, URI base, Map<String, String> headers, HttpSettings settings) {
        this.name = name;
        String address = base.toString();
        this.base =
                address.endsWith("/")
                        ? URI.create(address.substring(0, address.length() - 1))
                        : base;
        this.headers = Map.copyOf(headers);
        this.settings = settings;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(settings.connectTimeout())
                        .build();
    }

    public String name() {
        return name;
    }

    public URI base() {
        return base;
    }

    public HttpSettings settings() {
        return settings;
    }

    /** Reads, with repetitions. */
    public Answer get(String path) throws GenerateException {
        return getAbsolute(URI.create(base + path));
    }

    /** Reads, with repetitions, from an address that the caller has found to be on the same host. */
    public Answer getAbsolute(URI address) throws GenerateException {
        HttpRequest request = request(address, settings.readTimeout()).GET().build();
        Duration pause = settings.retryPause();
        for (int attempt = 0; ; attempt++) {
            try {
                Answer answer = send(request, GenerationWatch.NONE);
                if (!busy(answer.status()) || attempt >= settings.retries()) {
                    return answer;
                }
            } catch (GenerateException e) {
                if (attempt >= settings.retries() || e.reason() == Reason.CANCELLED) {
                    throw e;
                }
            }
            sleep(pause);
            pause = pause.multipliedBy(2);
        }
    }

    /** Reads once: for questions that are asked again anyway. */
    public Answer getOnce(String path) throws GenerateException {
        return send(
                request(URI.create(base + path), settings.readTimeout()).GET().build(),
                GenerationWatch.NONE);
    }

    /** Sends JSON, once. */
    public Answer post(String path, JsonNode body) throws GenerateException {
        return post(path, body, settings.readTimeout(), GenerationWatch.NONE);
    }

    /** Sends JSON, once, and waits as long as the making of a picture may take. */
    public Answer post(String path, JsonNode body, Duration timeout, GenerationWatch watch)
            throws GenerateException {
        return send(
                request(URI.create(base + path), timeout)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(Answer.write(body)))
                        .build(),
                watch);
    }

    /** Sends a form with files, once. */
    public Answer post(String path, Multipart form, Duration timeout, GenerationWatch watch)
            throws GenerateException {
        return send(
                request(URI.create(base + path), timeout)
                        .header("Content-Type", form.contentType())
                        .POST(BodyPublishers.ofByteArray(form.body()))
                        .build(),
                watch);
    }

    /** Opens a WebSocket on the same host, with the same headers. */
    public CompletableFuture<WebSocket> socket(String path, WebSocket.Listener listener) {
        WebSocket.Builder builder =
                client.newWebSocketBuilder().connectTimeout(settings.connectTimeout());
        headers.forEach(builder::header);
        String address = base + path;
        return builder.buildAsync(URI.create("ws" + address.substring("http".length())), listener);
    }

    /**
     * Waits, unless the thread is interrupted.
     *
     * @throws GenerateException with {@link Reason#CANCELLED} if it is
     */
    public void sleep(Duration pause) throws GenerateException {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** The failure that an interrupted wait ends with; the thread stays interrupted. */
    public GenerateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new GenerateException(
                Reason.CANCELLED, name + ": stopped before the picture was ready.", e);
    }

    private static boolean busy(int status) {
        return status == 502 || status == 503 || status == 504 || status == 429;
    }

    private HttpRequest.Builder request(URI address, Duration timeout) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(address).timeout(timeout);
        headers.forEach(builder::header);
        return builder;
    }

    private Answer send(HttpRequest request, GenerationWatch watch) throws GenerateException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, BodyHandlers.ofByteArray());
        while (true) {
            try {
                HttpResponse<byte[]> response = answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                return new Answer(response.statusCode(), response.body(), retryAfter(response));
            } catch (TimeoutException e) {
                if (watch.cancelled()) {
                    answer.cancel(true);
                    watch.checkCancelled(name);
                }
            } catch (InterruptedException e) {
                answer.cancel(true);
                throw interrupted(e);
            } catch (ExecutionException e) {
                throw failure(e.getCause());
            }
        }
    }

    private static Optional<Duration> retryAfter(HttpResponse<byte[]> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    }

    private GenerateException failure(Throwable cause) {
        if (cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof UnresolvedAddressException) {
            return new GenerateException(
                    Reason.UNREACHABLE,
                    name
                            + ": nothing answers at "
                            + base
                            + "; start the program there, or correct the address with 'eliq backends add'.",
                    cause);
        }
        if (cause instanceof HttpTimeoutException) {
            return new GenerateException(
                    Reason.TIMED_OUT,
                    name
                            + ": no answer from "
                            + base
                            + " in time; it may be overloaded. Look at its window, or allow more time.",
                    cause);
        }
        if (cause instanceof IOException) {
            return new GenerateException(
                    Reason.UNREACHABLE,
                    name
                            + ": the connection to "
                            + base
                            + " broke ("
                            + cause.getMessage()
                            + "); see whether the program there still runs.",
                    cause);
        }
        return new GenerateException(
                Reason.UNREACHABLE,
                name + ": the call to " + base + " failed (" + cause + ").",
                cause);
    }
}

package eliq.hub;

import eliq.job.JobCancelledException;
import eliq.job.JobContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * GET requests to a hub. Redirects are followed by hand: the access token goes to the hub alone, never to the storage it
 * redirects to.
 */
final class HubHttp implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int MOST_REDIRECTS = 20;
    private static final long POLL_MILLIS = 50;
    private static final String AGENT = "eliq-workbench/0.1.0; java/" + Runtime.version().feature();

    private final HttpClient client;
    private final Duration patience;
    private final URI endpoint;
    private final Optional<AccessToken> token;
    private final Set<String> hubs;

    /**
     * @param body what the last redirect led to
     * @param hub headers of the hub's own last answer: what a file is, where its bytes come from elsewhere
     */
    record Answer<T>(int status, HttpHeaders headers, T body, HttpHeaders hub) {}

    /**
     * @param proxies between here and there
     * @param patience how long an answer may take to begin
     */
    HubHttp(URI endpoint, Optional<AccessToken> token, ProxySelector proxies, Duration patience) {
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(CONNECT)
                        .proxy(proxies)
                        .build();
        this.patience = patience;
        this.endpoint = endpoint;
        this.token = token;
        this.hubs =
                Stream.of(endpoint, HubEnvironment.STANDARD_ENDPOINT, URI.create("https://hf.co"))
                        .map(HubHttp::origin)
                        .collect(Collectors.toSet());
    }

    URI endpoint() {
        return endpoint;
    }

    boolean hasToken() {
        return token.isPresent();
    }

    /** An address that the hub gave, at the mirror if there is one: mirrors pass on what the public hub says. */
    URI atEndpoint(URI uri) {
        String standard = HubEnvironment.STANDARD_ENDPOINT.toString();
        return uri.toString().startsWith(standard + "/")
                ? URI.create(endpoint + uri.toString().substring(standard.length()))
                : uri;
    }

    /**
     * Asks for something.
     *
     * @throws IOException if no answer comes
     * @throws HubException if the redirects lead nowhere
     */
    <T> Answer<T> get(
            URI uri,
            Map<String, String> headers,
            HttpResponse.BodyHandler<T> handler,
            JobContext context)
            throws IOException, HubException, JobCancelledException, InterruptedException {
        URI at = uri;
        HttpHeaders hub = HttpHeaders.of(Map.of(), (name, value) -> true);
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            boolean own = hubs.contains(origin(at));
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(at)
                            .header("User-Agent", AGENT)
                            .header("Accept-Encoding", "identity");
            headers.forEach(request::header);
            if (own) {
                token.ifPresent(t -> request.header("Authorization", "Bearer " + t.value()));
            }
            HttpResponse<T> response = send(request.build(), handler, context);
            hub = own ? response.headers() : hub;
            Optional<String> location = response.headers().firstValue("Location");
            if (!isRedirect(response.statusCode()) || location.isEmpty()) {
                return new Answer<>(
                        response.statusCode(), response.headers(), response.body(), hub);
            }
            if (response.body() instanceof InputStream stream) {
                stream.close();
            }
            at = next(at, location.get());
        }
        throw new HubException(
                endpoint + " redirects " + uri.getPath() + " in a circle; check HF_ENDPOINT.");
    }

    private static URI next(URI from, String location) throws HubException {
        try {
            URI to = from.resolve(location);
            boolean plain = "http".equals(to.getScheme());
            if (to.getHost() != null
                    && ("https".equals(to.getScheme())
                            || plain && "http".equals(from.getScheme()))) {
                return to;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        // Not shown whole: storage addresses carry signatures.
        throw new HubException(
                from.getHost()
                        + " redirects to an address that is none, or from https to an unprotected one;"
                        + " it is not followed. Check HF_ENDPOINT.");
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private <T> HttpResponse<T> send(
            HttpRequest request, HttpResponse.BodyHandler<T> handler, JobContext context)
            throws IOException, JobCancelledException, InterruptedException {
        CompletableFuture<HttpResponse<T>> answer = client.sendAsync(request, handler);
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (true) {
                try {
                    return answer.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    context.checkCancelled();
                    if (System.nanoTime() > end) {
                        throw new HttpTimeoutException(
                                "no answer within " + patience.toSeconds() + " seconds");
                    }
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IOException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    /** Scheme, host and port. */
    private static String origin(URI uri) {
        int port = uri.getPort();
        int standard = "https".equals(uri.getScheme()) ? 443 : 80;
        return (uri.getScheme() + "://" + uri.getHost() + ":" + (port < 0 ? standard : port))
                .toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}

package eliq.hub;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A hub on this machine that speaks the protocol of Hugging Face's, and misbehaves on demand: large files are redirected
 * to a storage server of another origin.
 */
public final class TestHub implements AutoCloseable {
    public static final String REPOSITORY = "org/tiny";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A request as it came. */
    record Seen(
            boolean storage, String path, Optional<String> authorization, Optional<String> range) {}

    /** Does something else than answering as it should; false to answer as it should after all. */
    @FunctionalInterface
    public interface Fault {
        boolean answer(HttpExchange exchange, byte[] content) throws Exception;
    }

    private record Rule(boolean storage, String part, AtomicInteger times, Fault fault) {}

    private record Stored(byte[] content, boolean large) {}

    private final HttpServer hub = server(false);
    private final HttpServer storage = server(true);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Map<String, Stored>> commits = new LinkedHashMap<>();
    private final Map<String, String> revisions = new LinkedHashMap<>();
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private int pageSize = 1000;

    private HttpServer server(boolean isStorage) {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> handle(isStorage, exchange));
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts it. */
    public static TestHub start() {
        TestHub test = new TestHub();
        test.hub.setExecutor(test.threads);
        test.storage.setExecutor(test.threads);
        test.hub.start();
        test.storage.start();
        return test;
    }

    public String endpoint() {
        return "http://127.0.0.1:" + hub.getAddress().getPort();
    }

    /** Adds a commit, and lets {@code main} be it. The number becomes its name. */
    public String commit(int number, Map<String, byte[]> small, Map<String, byte[]> large) {
        String commit = String.format("%040x", number);
        Map<String, Stored> files = new LinkedHashMap<>();
        small.forEach((path, content) -> files.put(path, new Stored(content, false)));
        large.forEach((path, content) -> files.put(path, new Stored(content, true)));
        commits.put(commit, files);
        revisions.put("main", commit);
        return commit;
    }

    void revision(String name, String commit) {
        revisions.put(name, commit);
    }

    void pageSize(int entries) {
        pageSize = entries;
    }

    /** For the next so many requests to the hub whose path contains this. */
    void hubFault(String part, int times, Fault fault) {
        rules.add(new Rule(false, part, new AtomicInteger(times), fault));
    }

    /** For the next so many requests to the storage whose path contains this. */
    public void storageFault(String part, int times, Fault fault) {
        rules.add(new Rule(true, part, new AtomicInteger(times), fault));
    }

    /** Answers as it should from now on. */
    void clearFaults() {
        rules.clear();
    }

    List<Seen> seen() {
        return seen;
    }

    /** What was asked for of the storage, as Range headers; "" for everything. */
    public List<String> ranges() {
        return seen.stream().filter(Seen::storage).map(s -> s.range().orElse("")).toList();
    }

    private void handle(boolean isStorage, HttpExchange exchange) throws IOException {
        String path =
                URLDecoder.decode(exchange.getRequestURI().getRawPath(), StandardCharsets.UTF_8);
        seen.add(
                new Seen(
                        isStorage,
                        exchange.getRequestURI().toString(),
                        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")),
                        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range"))));
        try (exchange) {
            Optional<Stored> file = file(path);
            byte[] content = file.map(Stored::content).orElse(new byte[0]);
            for (Rule rule : rules) {
                if (rule.storage() == isStorage
                        && exchange.getRequestURI().toString().contains(rule.part())
                        && rule.times().getAndDecrement() > 0
                        && rule.fault().answer(exchange, content)) {
                    return;
                }
            }
            if (isStorage) {
                sendRange(exchange, content);
            } else if (file.isPresent()) {
                sendFile(exchange, path, file.get());
            } else {
                answerApi(exchange, path);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            // The other side went away, as some tests want.
        }
    }

    private Optional<Stored> file(String path) {
        String prefix = "/" + REPOSITORY + "/resolve/";
        if (!path.startsWith(prefix)) {
            return Optional.empty();
        }
        String[] parts = path.substring(prefix.length()).split("/", 2);
        return Optional.ofNullable(commits.get(parts[0])).map(files -> files.get(parts[1]));
    }

    private void sendFile(HttpExchange exchange, String path, Stored file) throws Exception {
        String commit = path.split("/")[4];
        exchange.getResponseHeaders().set("X-Repo-Commit", commit);
        if (!file.large()) {
            exchange.getResponseHeaders().set("ETag", '"' + gitBlob(file.content()) + '"');
            sendRange(exchange, file.content());
            return;
        }
        exchange.getResponseHeaders().set("X-Linked-Etag", '"' + sha256(file.content()) + '"');
        exchange.getResponseHeaders().set("X-Linked-Size", "" + file.content().length);
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        "http://127.0.0.1:"
                                + storage.getAddress().getPort()
                                + path
                                + "?Signature=s");
        exchange.sendResponseHeaders(302, -1);
    }

    /** As servers do that know of ranges. */
    static void sendRange(HttpExchange exchange, byte[] content) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        if (range == null) {
            send(exchange, 200, content);
            return;
        }
        int from = Integer.parseInt(range.replaceAll("\\D", ""));
        if (from >= content.length) {
            send(exchange, 416, new byte[0]);
            return;
        }
        exchange.getResponseHeaders()
                .set(
                        "Content-Range",
                        "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
        send(exchange, 206, Arrays.copyOfRange(content, from, content.length));
    }

    static void send(HttpExchange exchange, int status, byte[] content) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            // We never ask so, the reference client does.
            exchange.getResponseHeaders().set("Content-Length", "" + content.length);
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        if (content.length > 0) {
            exchange.getResponseBody().write(content);
        }
    }

    private void answerApi(HttpExchange exchange, String path) throws Exception {
        String model = "/api/models/" + REPOSITORY;
        if (!path.startsWith(model + "/")) {
            fail(exchange, 401, "RepoNotFound", "Repository not found");
        } else if (path.startsWith(model + "/revision/")) {
            String revision = path.substring((model + "/revision/").length());
            String commit = commits.containsKey(revision) ? revision : revisions.get(revision);
            if (commit == null) {
                fail(exchange, 404, "RevisionNotFound", "Invalid rev id: " + revision);
            } else {
                send(
                        exchange,
                        200,
                        JSON.writeValueAsBytes(Map.of("id", REPOSITORY, "sha", commit)));
            }
        } else {
            sendTree(exchange, path.substring((model + "/tree/").length()));
        }
    }

    private void sendTree(HttpExchange exchange, String commit) throws Exception {
        List<ObjectNode> entries = new ArrayList<>();
        entries.add(
                JSON.createObjectNode()
                        .put("type", "directory")
                        .put("path", "sub")
                        .put("oid", "0".repeat(40))
                        .put("size", 0));
        for (var file : commits.get(commit).entrySet()) {
            byte[] content = file.getValue().content();
            ObjectNode entry =
                    JSON.createObjectNode()
                            .put("type", "file")
                            .put("path", file.getKey())
                            .put("size", content.length)
                            .put("oid", gitBlob(content));
            if (file.getValue().large()) {
                entry.putObject("lfs")
                        .put("oid", sha256(content))
                        .put("size", content.length)
                        .put("pointerSize", 130);
            }
            entries.add(entry);
        }
        String query = exchange.getRequestURI().getQuery();
        int from =
                query.contains("cursor=") ? Integer.parseInt(query.replaceAll(".*cursor=", "")) : 0;
        int to = Math.min(entries.size(), from + pageSize);
        if (to < entries.size()) {
            String next =
                    endpoint()
                            + exchange.getRequestURI().getPath()
                            + "?recursive=true&cursor="
                            + to;
            exchange.getResponseHeaders().set("Link", "<" + next + ">; rel=\"next\"");
        }
        ArrayNode page = JSON.createArrayNode().addAll(entries.subList(from, to));
        send(exchange, 200, JSON.writeValueAsBytes(page));
    }

    /** A refusal as hubs word it. */
    static boolean fail(HttpExchange exchange, int status, String code, String message)
            throws IOException {
        if (!code.isEmpty()) {
            exchange.getResponseHeaders().set("X-Error-Code", code);
        }
        exchange.getResponseHeaders().set("X-Error-Message", message);
        send(exchange, status, JSON.writeValueAsBytes(Map.of("error", message)));
        return true;
    }

    /** Sends this share of what was asked for, then breaks the connection off. */
    public static Fault cutOffAfter(int bytes) {
        return (exchange, content) -> {
            String range = exchange.getRequestHeaders().getFirst("Range");
            int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
            if (range != null) {
                exchange.getResponseHeaders()
                        .set(
                                "Content-Range",
                                "bytes "
                                        + from
                                        + "-"
                                        + (content.length - 1)
                                        + "/"
                                        + content.length);
            }
            exchange.sendResponseHeaders(range == null ? 200 : 206, content.length - from);
            exchange.getResponseBody().write(content, from, Math.min(bytes, content.length - from));
            exchange.getResponseBody().flush();
            // The JDK's client throws away what it has not yet handed over when a connection
            // breaks.
            Thread.sleep(bytes == 0 ? 0 : 200);
            return true;
        };
    }

    static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    /** By the definition, written out: {@code git hash-object}. */
    static String gitBlob(byte[] content) throws Exception {
        MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
        sha1.update(("blob " + content.length).getBytes(StandardCharsets.US_ASCII));
        sha1.update((byte) 0);
        return HexFormat.of().formatHex(sha1.digest(content));
    }

    @Override
    public void close() {
        hub.stop(0);
        storage.stop(0);
        threads.shutdownNow();
    }
}

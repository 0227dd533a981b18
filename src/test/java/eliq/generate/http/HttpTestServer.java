package eliq.generate.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A small HTTP/1.1 server on the loopback address for tests, with WebSockets, which the JDK's own has not. It can be killed as a
 * process is: connections end in the middle of what they were saying.
 */
public final class HttpTestServer implements AutoCloseable {
    private static final int LARGEST_BODY = 256 << 20;

    private final ServerSocket listening;
    private final Handler handler;
    private final SocketHandler sockets;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger answering = new AtomicInteger();

    /**
     * @param path without the query
     * @param query decoded
     * @param headers by lower-case name
     */
    public record Request(
            String method,
            String path,
            Map<String, String> query,
            Map<String, String> headers,
            byte[] body) {

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /**
     * @param missing how many bytes of the body are held back before the connection ends
     */
    public record Reply(int status, String type, byte[] body, int missing) {

        public static Reply json(int status, String json) {
            return new Reply(status, "application/json", json.getBytes(StandardCharsets.UTF_8), 0);
        }

        public static Reply text(int status, String text) {
            return new Reply(
                    status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8), 0);
        }

        public static Reply bytes(String type, byte[] body) {
            return new Reply(200, type, body, 0);
        }

        /** The connection ends without an answer. */
        public static Reply none() {
            return new Reply(0, "", new byte[0], 0);
        }
    }

    /** Answers a request; called on a thread of its own for each connection. */
    @FunctionalInterface
    public interface Handler {
        Reply handle(Request request) throws Exception;
    }

    /** Takes an opened WebSocket; returns when it is to be closed. */
    @FunctionalInterface
    public interface SocketHandler {
        void opened(Request request, TestWebSocket socket) throws Exception;
    }

    private HttpTestServer(ServerSocket listening, Handler handler, SocketHandler sockets) {
        this.listening = listening;
        this.handler = handler;
        this.sockets = sockets;
    }

    /** @param port 0 for any that is free */
    public static HttpTestServer start(int port, Handler handler, SocketHandler sockets)
            throws IOException {
        ServerSocket listening = new ServerSocket();
        listening.setReuseAddress(true);
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        HttpTestServer server = new HttpTestServer(listening, handler, sockets);
        Thread.ofVirtual().start(server::accept);
        return server;
    }

    /** Without WebSockets. */
    public static HttpTestServer start(Handler handler) throws IOException {
        return start(0, handler, (request, socket) -> {});
    }

    public int port() {
        return listening.getLocalPort();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** Ends everything at once, without a word to anyone. */
    @Override
    public void close() {
        closeQuietly(listening);
        connections.forEach(HttpTestServer::closeQuietly);
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // It is closed either way.
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                socket.setTcpNoDelay(true);
                connections.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            while (true) {
                String first = line(in);
                if (first.isEmpty()) {
                    return;
                }
                Request request = request(first, in);
                if (request.headers().getOrDefault("upgrade", "").equalsIgnoreCase("websocket")) {
                    TestWebSocket opened = TestWebSocket.accept(request, in, out);
                    sockets.opened(request, opened);
                    return;
                }
                if (!answer(request, out)) {
                    return;
                }
            }
        } catch (Exception e) {
            // A connection that broke: the other side sees it as well.
        } finally {
            connections.remove(socket);
        }
    }

    /** Waits until whoever asked something has the whole answer. */
    public void awaitAnswers() {
        while (answering.get() > 0 && !listening.isClosed()) {
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean answer(Request request, OutputStream out) throws IOException {
        answering.incrementAndGet();
        try {
            return reply(request, out);
        } finally {
            answering.decrementAndGet();
        }
    }

    private boolean reply(Request request, OutputStream out) throws IOException {
        Reply reply;
        try {
            reply = handler.handle(request);
        } catch (Exception e) {
            reply = Reply.text(500, "500 Internal Server Error\n\n" + e);
        }
        if (reply.status() == 0) {
            return false;
        }
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.writeBytes(
                "HTTP/1.1 %d X\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                        .formatted(reply.status(), reply.type(), reply.body().length)
                        .getBytes(StandardCharsets.US_ASCII));
        head.write(reply.body(), 0, reply.body().length - reply.missing());
        out.write(head.toByteArray());
        out.flush();
        return reply.missing() == 0;
    }

    private static Request request(String first, InputStream in) throws IOException {
        String[] words = first.split(" ");
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        if (length > LARGEST_BODY || headers.containsKey("transfer-encoding")) {
            throw new IOException("a body that this server does not take");
        }
        byte[] body = in.readNBytes(length);
        int question = words[1].indexOf('?');
        String path = question < 0 ? words[1] : words[1].substring(0, question);
        Map<String, String> query = new TreeMap<>();
        if (question >= 0) {
            for (String pair : words[1].substring(question + 1).split("&")) {
                String[] sides = pair.split("=", 2);
                query.put(
                        sides[0],
                        sides.length < 2
                                ? ""
                                : URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
            }
        }
        return new Request(
                words[0], URLDecoder.decode(path, StandardCharsets.UTF_8), query, headers, body);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}

package eliq.generate.comfyui;

import eliq.generate.http.Http;
import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The events of one client id, from opening to the end of the socket. It is a hint of how a run goes, never the truth:
 * that is in the history.
 */
final class ComfySocket implements AutoCloseable {
    private static final String FEATURES =
            "{\"type\":\"feature_flags\",\"data\":{\"supports_preview_metadata\":true}}";
    private static final int LARGEST_FRAME = 64 << 20;

    private final String clientId;
    private final BlockingQueue<ComfyEvent> events = new LinkedBlockingQueue<>();
    private final Optional<WebSocket> socket;

    private ComfySocket(Http http, String clientId) throws InterruptedException {
        this.clientId = clientId;
        this.socket = open(http);
    }

    /**
     * Opens the socket of a new client id; where that fails, the only event is {@link ComfyEvent.Lost}. An id is never used
     * again: when the first of two sockets with the same id ends, the server forgets the second as well.
     */
    static ComfySocket open(Http http, Optional<String> clientId) throws InterruptedException {
        return new ComfySocket(http, clientId.orElseGet(() -> UUID.randomUUID().toString()));
    }

    private Optional<WebSocket> open(Http http) throws InterruptedException {
        CompletableFuture<WebSocket> opening =
                http.socket("/ws?clientId=" + clientId, new Frames(events));
        try {
            WebSocket opened =
                    opening.get(
                            http.settings().connectTimeout().toMillis() * 2, TimeUnit.MILLISECONDS);
            opened.sendText(FEATURES, true);
            return Optional.of(opened);
        } catch (ExecutionException e) {
            events.add(new ComfyEvent.Lost(String.valueOf(e.getCause().getMessage())));
        } catch (TimeoutException e) {
            opening.cancel(true);
            events.add(new ComfyEvent.Lost("no answer"));
        }
        return Optional.empty();
    }

    String clientId() {
        return clientId;
    }

    /** The next event; empty where none comes in time. */
    Optional<ComfyEvent> next(long millis) throws InterruptedException {
        return Optional.ofNullable(events.poll(millis, TimeUnit.MILLISECONDS));
    }

    @Override
    public void close() {
        // The server forgets the id when it sees the end: no need to wait for its answer.
        socket.ifPresent(WebSocket::abort);
    }

    /** Joins the parts of frames. Called by one thread at a time. */
    private static final class Frames implements WebSocket.Listener {
        private final BlockingQueue<ComfyEvent> events;
        private final StringBuilder text = new StringBuilder();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Frames(BlockingQueue<ComfyEvent> events) {
            this.events = events;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            if (text.length() + part.length() <= LARGEST_FRAME) {
                text.append(part);
            }
            if (last) {
                ComfyFrames.text(text.toString()).ifPresent(events::add);
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer part, boolean last) {
            byte[] piece = new byte[part.remaining()];
            part.get(piece);
            if (bytes.size() + piece.length <= LARGEST_FRAME) {
                bytes.writeBytes(piece);
            }
            if (last) {
                ComfyFrames.binary(bytes.toByteArray()).ifPresent(events::add);
                bytes.reset();
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            events.add(new ComfyEvent.Lost("closed by the server (" + status + ")"));
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            events.add(new ComfyEvent.Lost(String.valueOf(error.getMessage())));
        }
    }
}

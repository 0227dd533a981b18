package eliq.generate.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** The server's side of a WebSocket, as RFC 6455 has it. Sending is safe from any thread. */
public final class TestWebSocket {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    private final InputStream in;
    private final OutputStream out;

    private TestWebSocket(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    static TestWebSocket accept(HttpTestServer.Request request, InputStream in, OutputStream out)
            throws IOException {
        String key = request.headers().get("sec-websocket-key") + GUID;
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-1")
                            .digest(key.getBytes(StandardCharsets.US_ASCII));
            out.write(
                    ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                    + "Sec-WebSocket-Accept: "
                                    + Base64.getEncoder().encodeToString(digest)
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new TestWebSocket(in, out);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next text from the client; empty when the socket has ended. Pings are answered on the way. */
    public Optional<String> read() throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        while (true) {
            int first;
            int second;
            byte[] payload;
            try {
                first = readByte();
                second = readByte();
                long length = second & 0x7F;
                if (length == 126) {
                    length = ByteBuffer.wrap(in.readNBytes(2)).getShort() & 0xFFFF;
                } else if (length == 127) {
                    length = ByteBuffer.wrap(in.readNBytes(8)).getLong();
                }
                byte[] mask = in.readNBytes(4);
                payload = in.readNBytes((int) length);
                for (int i = 0; i < payload.length; i++) {
                    payload[i] ^= mask[i % 4];
                }
            } catch (EOFException e) {
                return Optional.empty();
            }
            switch (first & 0xF) {
                case CLOSE -> {
                    frame(CLOSE, true, payload, 0, payload.length);
                    return Optional.empty();
                }
                case PING -> frame(PONG, true, payload, 0, payload.length);
                case PONG -> {}
                default -> {
                    message.writeBytes(payload);
                    if ((first & 0x80) != 0) {
                        return Optional.of(message.toString(StandardCharsets.UTF_8));
                    }
                }
            }
        }
    }

    public void text(String message) throws IOException {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        frame(TEXT, true, bytes, 0, bytes.length);
    }

    /** In two frames, as large messages come. */
    public void binary(byte[] message) throws IOException {
        int half = message.length / 2;
        synchronized (this) {
            frame(BINARY, false, message, 0, half);
            frame(CONTINUATION, true, message, half, message.length - half);
        }
    }

    /** Says goodbye. */
    public void close(int status) throws IOException {
        byte[] payload = ByteBuffer.allocate(2).putShort((short) status).array();
        frame(CLOSE, true, payload, 0, payload.length);
    }

    private int readByte() throws IOException {
        int b = in.read();
        if (b < 0) {
            throw new EOFException();
        }
        return b;
    }

    private synchronized void frame(int kind, boolean last, byte[] bytes, int from, int length)
            throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(length + 10);
        frame.put((byte) ((last ? 0x80 : 0) | kind));
        if (length < 126) {
            frame.put((byte) length);
        } else if (length < 1 << 16) {
            frame.put((byte) 126).putShort((short) length);
        } else {
            frame.put((byte) 127).putLong(length);
        }
        frame.put(bytes, from, length);
        out.write(Arrays.copyOf(frame.array(), frame.position()));
        out.flush();
    }
}

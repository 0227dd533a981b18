package eliq.generate.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A form with files, as RFC 7578 has it. */
public final class Multipart {
    private final String boundary = "eliq-" + UUID.randomUUID();
    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

    /** Adds a field of text. */
    public Multipart field(String field, String value) {
        head("Content-Disposition: form-data; name=\"" + field + "\"\r\n");
        parts.writeBytes(value.getBytes(StandardCharsets.UTF_8));
        parts.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    /**
     * Adds a file.
     *
     * @param fileName plain: letters, digits, dots and dashes
     */
    public Multipart file(String field, String fileName, String type, byte[] bytes) {
        head(
                "Content-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n"
                        .formatted(field, fileName, type));
        parts.writeBytes(bytes);
        parts.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    byte[] body() {
        ByteArrayOutputStream all = new ByteArrayOutputStream(parts.size() + 64);
        all.writeBytes(parts.toByteArray());
        all.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return all.toByteArray();
    }

    private void head(String lines) {
        parts.writeBytes(
                ("--" + boundary + "\r\n" + lines + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}

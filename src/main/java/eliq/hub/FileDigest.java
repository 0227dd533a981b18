package eliq.hub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a file's bytes hash to. Hubs give a SHA-256 for large files, and for small ones the name git has for them: the
 * SHA-1 of {@code "blob "}, the length, a zero byte and the content. Caches name their blobs by it.
 *
 * @param kind which of the two
 * @param hex lower-case hexadecimal
 */
record FileDigest(Kind kind, String hex) {

    /** How it is computed. */
    enum Kind {
        SHA256("SHA-256", 64),
        GIT_BLOB("SHA-1", 40);

        private final String algorithm;
        private final int digits;

        Kind(String algorithm, int digits) {
            this.algorithm = algorithm;
            this.digits = digits;
        }
    }

    /** What is told of bytes that pass by. */
    @FunctionalInterface
    interface Passed {
        void bytes(long count) throws IOException;
    }

    FileDigest {
        if (hex.length() != kind.digits || !hex.matches("[0-9a-f]+")) {
            throw new IllegalArgumentException(hex + " is no digest of kind " + kind);
        }
    }

    /** The digest that this text is, told by its length; none if it is something else. */
    static Optional<FileDigest> find(String text) {
        for (Kind kind : Kind.values()) {
            if (text.length() == kind.digits && text.matches("[0-9a-f]+")) {
                return Optional.of(new FileDigest(kind, text));
            }
        }
        return Optional.empty();
    }

    /** The digest of a file's content, read whole. */
    static FileDigest of(Path file, Kind kind, Passed passed) throws IOException {
        Running running = start(kind, Files.size(file));
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 17];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                running.add(buffer, n);
                passed.bytes(n);
            }
        }
        return running.end();
    }

    /**
     * Begins to compute one.
     *
     * @param size bytes that will be added in all
     */
    static Running start(Kind kind, long size) {
        return new Running(kind, size);
    }

    /** A digest in the making. */
    static final class Running {
        private final Kind kind;
        private final MessageDigest digest;

        private Running(Kind kind, long size) {
            this.kind = kind;
            try {
                this.digest = MessageDigest.getInstance(kind.algorithm);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has " + kind.algorithm, e);
            }
            if (kind == Kind.GIT_BLOB) {
                digest.update(("blob " + size + "\0").getBytes(StandardCharsets.US_ASCII));
            }
        }

        void add(byte[] bytes, int count) {
            digest.update(bytes, 0, count);
        }

        FileDigest end() {
            return new FileDigest(kind, HexFormat.of().formatHex(digest.digest()));
        }
    }
}

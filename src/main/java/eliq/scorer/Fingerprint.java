package eliq.scorer;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over everything that a training's outcome depends on. */
final class Fingerprint {
    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    static String of(
            List<EmbeddedTuple> tuples, NetworkSettings network, TrainingSettings training) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(network.toString());
        fingerprint.add(training.toString());
        fingerprint.add(tuples);
        return fingerprint.hex();
    }

    static String of(List<EmbeddedTuple> tuples) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(tuples);
        return fingerprint.hex();
    }

    private void add(List<EmbeddedTuple> tuples) {
        for (EmbeddedTuple tuple : tuples) {
            add(tuple.prompt());
            add(tuple.positive());
            for (EmbeddedTuple.Negative negative : tuple.negatives()) {
                add(
                        negative.aspect().key()
                                + negative.family().key()
                                + negative.operation()
                                + negative.strength());
                add(negative.embeddings());
            }
        }
    }

    private void add(AspectEmbeddings embeddings) {
        add(embeddings.technical());
        add(embeddings.aesthetic());
        embeddings.alignment().ifPresentOrElse(this::add, () -> add("no prompt"));
        add(embeddings.evidence());
    }

    private void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private void add(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(FloatBuffer.wrap(values));
        digest.update(bytes);
    }

    private String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}

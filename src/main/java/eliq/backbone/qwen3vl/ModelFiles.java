package eliq.backbone.qwen3vl;

import eliq.backbone.BackboneException;
import eliq.backbone.BackboneIdentity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** What of a model directory makes the numbers what they are. */
final class ModelFiles {
    private ModelFiles() {}

    /**
     * The identity of what is loaded: SHA-256 over the names and bytes of the weight files, config.json and
     * preprocessor_config.json, tokenizer.json, and of the adapter's files.
     *
     * @param weights files of the model directory that hold weights
     */
    static BackboneIdentity identity(Path directory, List<Path> weights, Optional<Path> adapter)
            throws BackboneException {
        List<Path> files = new ArrayList<>(weights);
        files.add(directory.resolve("config.json"));
        files.add(directory.resolve("preprocessor_config.json"));
        files.add(directory.resolve("tokenizer.json"));
        adapter.ifPresent(
                path -> {
                    files.add(path.resolve(LoraAdapter.CONFIG));
                    files.add(path.resolve(LoraAdapter.WEIGHTS));
                });
        MessageDigest digest = sha256();
        for (Path file : files) {
            digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            digest.update(new byte[1]);
            digest.update(hash(file));
        }
        String name = nameOf(directory) + adapter.map(path -> " + " + nameOf(path)).orElse("");
        return new BackboneIdentity(name, HexFormat.of().formatHex(digest.digest()));
    }

    /** A folder's name; for a snapshot in the Hugging Face cache, the repository's. */
    private static String nameOf(Path directory) {
        Path absolute = directory.toAbsolutePath().normalize();
        for (Path at = absolute; at != null && at.getFileName() != null; at = at.getParent()) {
            String name = at.getFileName().toString();
            if (name.startsWith("models--")) {
                return name.substring(name.lastIndexOf("--") + 2);
            }
        }
        return absolute.getFileName() == null
                ? absolute.toString()
                : absolute.getFileName().toString();
    }

    private static byte[] hash(Path file) throws BackboneException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 20];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return digest.digest();
        } catch (IOException | UncheckedIOException e) {
            throw new BackboneException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

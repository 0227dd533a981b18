package eliq.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The cache that Hugging Face's own tools fill: {@code models--ORG--NAME/refs/REVISION} names a commit, {@code
 * snapshots/COMMIT} holds the files.
 *
 * @param folder usually {@code ~/.cache/huggingface/hub}
 */
public record HuggingFaceCache(Path folder) {
    private static final Pattern ID =
            Pattern.compile("([A-Za-z0-9][\\w.-]*)/([A-Za-z0-9][\\w.-]*?)(?:@([\\w./-]+))?");

    /** Where the environment says: HF_HUB_CACHE, HF_HOME, XDG_CACHE_HOME, in this order. */
    public static HuggingFaceCache standard(Map<String, String> environment, Path userHome) {
        Optional<Path> hub = variable(environment, "HF_HUB_CACHE");
        Optional<Path> home = variable(environment, "HF_HOME").map(p -> p.resolve("hub"));
        Path cache = variable(environment, "XDG_CACHE_HOME").orElse(userHome.resolve(".cache"));
        return new HuggingFaceCache(
                hub.or(() -> home).orElse(cache.resolve("huggingface").resolve("hub")));
    }

    private static Optional<Path> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(v -> !v.isBlank()).map(Path::of);
    }

    /**
     * The snapshot of a model.
     *
     * @param id {@code ORG/NAME}, or {@code ORG/NAME@REVISION}; the revision is {@code main} unless given
     * @return empty if it is no such id, or the model is not in the cache
     */
    public Optional<Path> find(String id) {
        Matcher parts = ID.matcher(id);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Path model = folder.resolve("models--" + parts.group(1) + "--" + parts.group(2));
        Path snapshots = model.resolve("snapshots");
        String revision = parts.group(3);
        Optional<Path> named =
                commit(model, revision == null ? "main" : revision)
                        .map(snapshots::resolve)
                        .filter(Files::isDirectory);
        return named.isPresent() || revision != null ? named : newest(snapshots);
    }

    private static Optional<String> commit(Path model, String revision) {
        if (revision.matches("[0-9a-f]{40}")) {
            return Optional.of(revision);
        }
        Path ref = model.resolve("refs").resolve(revision).normalize();
        try {
            return ref.startsWith(model.resolve("refs")) && Files.isRegularFile(ref)
                    ? Optional.of(Files.readString(ref).strip())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Path> newest(Path snapshots) {
        if (!Files.isDirectory(snapshots)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(snapshots)) {
            return all.filter(Files::isDirectory)
                    .max(Comparator.comparingLong(p -> p.toFile().lastModified()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}

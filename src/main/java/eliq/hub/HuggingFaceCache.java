package eliq.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cache that Hugging Face's own tools fill: {@code models--ORG--NAME/refs/REVISION} names a commit, {@code
 * snapshots/COMMIT} holds the files.
 *
 * @param folder usually {@code ~/.cache/huggingface/hub}
 */
public record HuggingFaceCache(Path folder) {

    /** Where the environment says: HF_HUB_CACHE, HF_HOME, XDG_CACHE_HOME, in this order. */
    public static HuggingFaceCache standard(Map<String, String> environment, Path userHome) {
        return new HuggingFaceCache(new HubEnvironment(environment, userHome).cache());
    }

    /**
     * The snapshot of a model, whole or not.
     *
     * @param id {@code ORG/NAME}, or {@code ORG/NAME@REVISION}; the revision is {@code main} unless given
     * @return empty if it is no such id, or the model is not in the cache
     */
    public Optional<Path> find(String id) {
        Optional<HubReference> reference = HubReference.find(id);
        if (reference.isEmpty()) {
            return Optional.empty();
        }
        CachedRepository repository = new CachedRepository(folder, reference.get().repository());
        Optional<Path> named =
                repository
                        .commit(reference.get().revision())
                        .map(repository::snapshot)
                        .filter(Files::isDirectory);
        return named.isPresent() || id.contains("@") ? named : newest(repository);
    }

    private static Optional<Path> newest(CachedRepository repository) {
        try {
            return repository.commits().stream()
                    .map(repository::snapshot)
                    .max(Comparator.comparingLong(p -> p.toFile().lastModified()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The repositories of models that are in it; none where it cannot be read. */
    List<CachedRepository> repositories() {
        List<CachedRepository> repositories = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.list(folder)) {
                all.filter(Files::isDirectory)
                        .sorted()
                        .map(p -> RepositoryId.ofFolder(p.getFileName().toString()))
                        .flatMap(Optional::stream)
                        .forEach(id -> repositories.add(new CachedRepository(folder, id)));
            } catch (IOException e) {
                // It has nothing for us.
            }
        }
        return repositories;
    }
}

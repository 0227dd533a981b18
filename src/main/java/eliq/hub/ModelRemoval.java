package eliq.hub;

import eliq.hub.InstalledModel.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Takes models away again. In the cache, content that another snapshot shows too stays. */
public final class ModelRemoval {
    private final InstalledModels models;

    public ModelRemoval(InstalledModels models) {
        this.models = models;
    }

    /**
     * Something that went.
     *
     * @param freed bytes; none for a model that was only referred to
     */
    public record Removed(InstalledModel model, long freed) {}

    /**
     * Removes the model of this name; of a repository that is named without a revision, all snapshots.
     *
     * @param dryRun only says what would go
     * @throws HubException if there is none, it came with the program, or is being fetched now
     */
    public List<Removed> remove(String name, boolean dryRun) throws HubException {
        List<InstalledModel> found = models.named(name);
        List<Removed> removed = new ArrayList<>();
        try {
            for (InstalledModel model : found) {
                removed.add(new Removed(model, remove(name, model, dryRun, removed)));
            }
        } catch (IOException e) {
            throw new HubException(
                    "Model '"
                            + name
                            + "' cannot be removed ("
                            + e.getMessage()
                            + "); check the permissions, and that no program has its files open.",
                    e);
        }
        return removed;
    }

    private long remove(String name, InstalledModel model, boolean dryRun, List<Removed> before)
            throws HubException, IOException {
        Shelf workspace = models.workspace();
        return switch (model.origin()) {
            case SHIPPED ->
                    throw new HubException(
                            "Model '"
                                    + name
                                    + "' came with the program and is not removed: much of it stands on that"
                                    + " model.");
            case REFERRED -> {
                if (!dryRun) {
                    Files.deleteIfExists(workspace.locationFile(model.name()));
                }
                yield 0;
            }
            case WORKSPACE -> {
                if (!dryRun) {
                    // Gone under its name at once, however long the rest takes.
                    Path aside = model.folder().resolveSibling(SafeFiles.name(model.folder()));
                    Files.move(model.folder(), aside);
                    SafeFiles.remove(aside);
                }
                yield model.bytes();
            }
            case CACHE -> removeSnapshot(model, dryRun, before);
        };
    }

    private long removeSnapshot(InstalledModel model, boolean dryRun, List<Removed> before)
            throws HubException, IOException {
        RepositoryId id = HubReference.of(model.name()).repository();
        CachedRepository repository = models.cached(id);
        checkIdle(repository);
        String commit = model.folder().getFileName().toString();
        Set<String> others = new HashSet<>(repository.commits());
        others.remove(commit);
        // In a dry run those before are still there.
        before.stream()
                .map(Removed::model)
                .filter(m -> m.origin() == Origin.CACHE)
                .forEach(m -> others.remove(m.folder().getFileName().toString()));
        Set<Path> blobs = new HashSet<>(repository.blobsOf(commit));
        for (String other : others) {
            repository.blobsOf(other).forEach(blobs::remove);
        }
        long freed = plainBytes(model.folder());
        for (Path blob : blobs) {
            freed += CachedRepository.ownBytes(blob);
        }
        if (!dryRun) {
            for (Map.Entry<String, String> reference : repository.references().entrySet()) {
                if (reference.getValue().equals(commit)) {
                    Files.delete(repository.refs().resolve(reference.getKey()));
                }
            }
            SafeFiles.remove(model.folder());
            for (Path blob : blobs) {
                Files.deleteIfExists(blob);
            }
            SafeFiles.remove(repository.ownListing(commit));
            SafeFiles.remove(repository.folder().resolve("trees").resolve(commit + ".json"));
            SafeFiles.remove(repository.folder().resolve(".no_exist").resolve(commit));
            if (others.isEmpty()) {
                // Parts of files go with the last snapshot.
                SafeFiles.remove(repository.folder());
                SafeFiles.remove(repository.locks());
            }
        }
        return freed;
    }

    /** Bytes of files that lie in a snapshot themselves, where there are no links. */
    private static long plainBytes(Path folder) throws IOException {
        long sum = 0;
        for (Path file : SafeFiles.below(folder)) {
            sum += CachedRepository.ownBytes(file);
        }
        return sum;
    }

    private static void checkIdle(CachedRepository repository) throws HubException, IOException {
        if (!Files.isDirectory(repository.locks())) {
            return;
        }
        List<Path> locks;
        try (Stream<Path> all = Files.list(repository.locks())) {
            locks = all.filter(p -> p.toString().endsWith(".lock")).toList();
        }
        for (Path lock : locks) {
            if (BlobLock.isHeld(lock)) {
                throw new HubException(
                        "Repository "
                                + repository.id()
                                + " is being fetched now; wait for that, or cancel it ('eliq jobs list').");
            }
        }
    }
}

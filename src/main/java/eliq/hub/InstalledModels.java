package eliq.hub;

import eliq.hub.InstalledModel.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The models on this machine: in the workspace, with the program, in the cache that other tools share. */
public final class InstalledModels {
    private final Shelf workspace;
    private final Optional<Shelf> shipped;
    private final HuggingFaceCache cache;

    /**
     * @param workspaceModels folder of the workspace's models
     * @param shipped folder of the models that come with the program
     * @param environment for the place of the cache
     */
    public InstalledModels(
            Path workspaceModels, Optional<Path> shipped, HubEnvironment environment) {
        this.workspace = new Shelf(workspaceModels);
        this.shipped = shipped.map(Shelf::new);
        this.cache = new HuggingFaceCache(environment.cache().toAbsolutePath().normalize());
    }

    Shelf workspace() {
        return workspace;
    }

    /** All of them, those that are not whole too. */
    public List<InstalledModel> list() {
        List<InstalledModel> models = new ArrayList<>();
        shipped.ifPresent(
                shelf ->
                        shelf.models()
                                .forEach(
                                        (n, path) -> models.add(onShelf(n, Origin.SHIPPED, path))));
        workspace
                .models()
                .forEach(
                        (name, path) ->
                                models.add(
                                        onShelf(
                                                name,
                                                workspace.holds(name)
                                                        ? Origin.WORKSPACE
                                                        : Origin.REFERRED,
                                                path)));
        for (CachedRepository repository : cache.repositories()) {
            models.addAll(snapshots(repository));
        }
        return models;
    }

    private static InstalledModel onShelf(String name, Origin origin, Path folder) {
        CheckpointFolder found = CheckpointFolder.of(folder);
        Optional<String> problem =
                Files.isDirectory(folder)
                        ? found.problem()
                        : Optional.of("the folder is not there any more");
        return new InstalledModel(
                name, found.kind(), origin, Optional.empty(), found.bytes(), folder, problem);
    }

    static List<InstalledModel> snapshots(CachedRepository repository) {
        List<InstalledModel> models = new ArrayList<>();
        try {
            Map<String, String> references = repository.references();
            for (String commit : repository.commits()) {
                List<String> revisions =
                        references.entrySet().stream()
                                .filter(r -> r.getValue().equals(commit))
                                .map(Map.Entry::getKey)
                                .toList();
                String revision =
                        revisions.contains(HubReference.MAIN)
                                ? HubReference.MAIN
                                : revisions.isEmpty() ? commit : revisions.getFirst();
                CheckpointFolder found = CheckpointFolder.of(repository.snapshot(commit));
                models.add(
                        new InstalledModel(
                                new HubReference(repository.id(), revision).toString(),
                                found.kind(),
                                Origin.CACHE,
                                Optional.of(
                                        revisions.isEmpty() ? commit : String.join(" ", revisions)),
                                found.bytes(),
                                found.folder(),
                                found.problem()));
            }
        } catch (IOException e) {
            // A repository that cannot be read has nothing for us.
        }
        return models;
    }

    /**
     * The models of this name: one, or all snapshots of a repository that is named without a revision.
     *
     * @throws HubException if there is none
     */
    public List<InstalledModel> named(String name) throws HubException {
        List<InstalledModel> all = list();
        List<InstalledModel> exact = all.stream().filter(m -> m.name().equals(name)).toList();
        List<InstalledModel> found = name.contains("@") ? exact : repository(all, name, exact);
        if (found.isEmpty() && HubReference.find(name).isPresent()) {
            HubReference wanted = HubReference.of(name);
            CachedRepository repository = cached(wanted.repository());
            Optional<Path> folder = repository.commit(wanted.revision()).map(repository::snapshot);
            found = all.stream().filter(m -> folder.equals(Optional.of(m.folder()))).toList();
        }
        if (found.isEmpty()) {
            throw new HubException(
                    "There is no model '" + name + "'; 'eliq models list' shows those there are.");
        }
        return found;
    }

    private static List<InstalledModel> repository(
            List<InstalledModel> all, String name, List<InstalledModel> exact) {
        // As --model looks: the workspace before the program, both before the cache.
        Optional<InstalledModel> onShelf =
                exact.stream()
                        .filter(m -> m.origin() != Origin.CACHE)
                        .max(Comparator.comparing(InstalledModel::origin));
        return onShelf.isPresent()
                ? List.of(onShelf.get())
                : all.stream()
                        .filter(m -> m.origin() == Origin.CACHE)
                        .filter(m -> m.name().equals(name) || m.name().startsWith(name + "@"))
                        .toList();
    }

    CachedRepository cached(RepositoryId repository) {
        return new CachedRepository(cache.folder(), repository);
    }
}

package eliq.hub;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * From what a user calls a model to its folder. A name is looked for, in this order, as a folder as it stands, among
 * the workspace's models, among the shipped ones, and in the Hugging Face cache ({@code Qwen/Qwen3-VL-8B-Instruct}).
 */
public final class ModelFolders {
    private final List<Shelf> shelves;
    private final HuggingFaceCache cache;

    /**
     * @param shelves folders whose children are models
     * @param environment for the place of the Hugging Face cache
     * @param userHome likewise
     */
    public ModelFolders(List<Path> shelves, Map<String, String> environment, Path userHome) {
        this(shelves, new HubEnvironment(environment, userHome));
    }

    private ModelFolders(List<Path> shelves, HubEnvironment environment) {
        this.shelves = shelves.stream().map(Shelf::new).toList();
        this.cache = new HuggingFaceCache(environment.cache());
    }

    /** The workspace's models and the shipped ones, with the cache of this process's environment. */
    public static ModelFolders of(Path workspaceModels) {
        return of(workspaceModels, HubEnvironment.ofProcess());
    }

    /** The workspace's models and the shipped ones, with the cache of an environment. */
    public static ModelFolders of(Path workspaceModels, HubEnvironment environment) {
        List<Path> shelves = new ArrayList<>(List.of(workspaceModels));
        Installation.models().ifPresent(shelves::add);
        return new ModelFolders(shelves, environment);
    }

    /**
     * The folder of a model.
     *
     * @throws HubException if there is none of this name, with those there are; or if it is there in part only
     */
    public Path find(String idOrFolder) throws HubException {
        Optional<Path> found = folder(idOrFolder);
        for (Shelf shelf : shelves) {
            if (found.isEmpty()) {
                found = shelf.find(idOrFolder);
                checkReferred(idOrFolder, found);
            }
        }
        if (found.isPresent()) {
            return found.get();
        }
        Path snapshot = cache.find(idOrFolder).orElseThrow(() -> absent(idOrFolder));
        Optional<String> problem = CheckpointFolder.of(snapshot).problem();
        if (problem.isPresent()) {
            throw new HubException(
                    "Model '"
                            + idOrFolder
                            + "' is not whole in the Hugging Face cache ("
                            + snapshot
                            + "): "
                            + problem.get()
                            + ". 'eliq models pull "
                            + idOrFolder
                            + "' fetches the rest.");
        }
        return snapshot;
    }

    private static void checkReferred(String name, Optional<Path> found) throws HubException {
        if (found.isPresent() && !Files.isDirectory(found.get())) {
            throw new HubException(
                    "Model '"
                            + name
                            + "' was imported where it lay, in "
                            + found.get()
                            + ", and is not there any more; put it back, or forget it with 'eliq models remove "
                            + name
                            + "'.");
        }
    }

    private HubException absent(String idOrFolder) {
        String hint =
                HubReference.find(idOrFolder).isPresent() && idOrFolder.contains("/")
                        ? " 'eliq models pull " + idOrFolder + "' fetches it, if a hub has it."
                        : "";
        return new HubException(
                "There is no model '"
                        + idOrFolder
                        + "': no folder of this name, and none among "
                        + (names().isEmpty()
                                ? "the models here (there are none yet)"
                                : String.join(", ", names()))
                        + ", nor in the Hugging Face cache "
                        + cache.folder()
                        + ". Give a model's folder, or one of these names."
                        + hint);
    }

    private static Optional<Path> folder(String text) {
        try {
            Path path = Path.of(text);
            return Files.isDirectory(path)
                    ? Optional.of(path.toAbsolutePath().normalize())
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Names of the models in the workspace and in the installation. */
    public List<String> names() {
        TreeSet<String> names = new TreeSet<>();
        shelves.forEach(shelf -> names.addAll(shelf.models().keySet()));
        return List.copyOf(names);
    }
}

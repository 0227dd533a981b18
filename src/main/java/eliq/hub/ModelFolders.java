package eliq.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * From what a user calls a model to its folder. A name is looked for, in this order, as a folder as it stands, among
 * the workspace's models, among the shipped ones, and in the Hugging Face cache ({@code Qwen/Qwen3-VL-8B-Instruct}).
 */
public final class ModelFolders {
    private final List<Path> shelves;
    private final HuggingFaceCache cache;

    /**
     * @param shelves folders whose children are models
     * @param environment for the place of the Hugging Face cache
     * @param userHome likewise
     */
    public ModelFolders(List<Path> shelves, Map<String, String> environment, Path userHome) {
        this.shelves = List.copyOf(shelves);
        this.cache = HuggingFaceCache.standard(environment, userHome);
    }

    /** The workspace's models and the shipped ones. */
    public static ModelFolders of(Path workspaceModels) {
        List<Path> shelves = new ArrayList<>(List.of(workspaceModels));
        Installation.models().ifPresent(shelves::add);
        return new ModelFolders(
                shelves, System.getenv(), Path.of(System.getProperty("user.home", ".")));
    }

    /**
     * The folder of a model.
     *
     * @throws HubException if there is none of this name; the message lists those there are
     */
    public Path find(String idOrFolder) throws HubException {
        Optional<Path> asItStands = folder(idOrFolder);
        if (asItStands.isPresent()) {
            return asItStands.get();
        }
        boolean plainName = !idOrFolder.contains("/") && !idOrFolder.contains("\\");
        if (plainName && !idOrFolder.startsWith(".")) {
            for (Path shelf : shelves) {
                if (Files.isDirectory(shelf.resolve(idOrFolder))) {
                    return shelf.resolve(idOrFolder).toAbsolutePath().normalize();
                }
            }
        }
        return cache.find(idOrFolder)
                .orElseThrow(
                        () ->
                                new HubException(
                                        "There is no model '"
                                                + idOrFolder
                                                + "': no folder of this name, and none among "
                                                + (names().isEmpty()
                                                        ? "the models here (there are none yet)"
                                                        : String.join(", ", names()))
                                                + ", nor in the Hugging Face cache "
                                                + cache.folder()
                                                + ". Give a model's folder, or one of these"
                                                + " names."));
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
        for (Path folder : all()) {
            names.add(folder.getFileName().toString());
        }
        return List.copyOf(names);
    }

    /** The folders of the models in the workspace, then of those in the installation. */
    public List<Path> all() {
        List<Path> all = new ArrayList<>();
        for (Path shelf : shelves) {
            if (!Files.isDirectory(shelf)) {
                continue;
            }
            try (Stream<Path> children = Files.list(shelf)) {
                children.filter(Files::isDirectory)
                        .filter(p -> !p.getFileName().toString().startsWith("."))
                        .sorted()
                        .forEach(all::add);
            } catch (IOException e) {
                // A shelf that cannot be read has no models for us; find() then says what is known.
            }
        }
        return all;
    }
}

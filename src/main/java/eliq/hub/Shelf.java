package eliq.hub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder whose children are models: folders, or files {@code NAME.location} that hold the path of a folder elsewhere.
 */
record Shelf(Path folder) {
    private static final String LOCATION = ".location";

    /** Whether a model may have this name here: it is no path. */
    static boolean isName(String text) {
        return text.matches("[^./\\\\:\\p{Cntrl}][^/\\\\:\\p{Cntrl}]*") && !text.endsWith(LOCATION);
    }

    /** The folder of a model; that of a referred one may be gone. */
    Optional<Path> find(String name) {
        if (!isName(name)) {
            return Optional.empty();
        }
        Path own = folder.resolve(name);
        return Files.isDirectory(own)
                ? Optional.of(own.toAbsolutePath().normalize())
                : location(name);
    }

    /** Where a model is that is only referred to. */
    Optional<Path> location(String name) {
        Path file = locationFile(name);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Path.of(Files.readString(file).strip()).toAbsolutePath().normalize());
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    Path locationFile(String name) {
        return folder.resolve(name + LOCATION);
    }

    /** Remembers where a model is. */
    void refer(String name, Path model) throws IOException {
        Files.createDirectories(folder);
        byte[] text =
                model.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8);
        SafeFiles.write(locationFile(name), text, folder);
    }

    /** All models by name; a shelf that cannot be read has none. */
    Map<String, Path> models() {
        Map<String, Path> models = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return models;
        }
        try (Stream<Path> children = Files.list(folder)) {
            for (Path child : (Iterable<Path>) children::iterator) {
                String name = child.getFileName().toString();
                boolean here = Files.isDirectory(child);
                if (!here && name.endsWith(LOCATION)) {
                    name = name.substring(0, name.length() - LOCATION.length());
                }
                String model = name;
                find(model).ifPresent(path -> models.put(model, path));
            }
        } catch (IOException e) {
            // What is looked for is then said to be nowhere.
        }
        return models;
    }

    /** Whether a model of this name lies here itself. */
    boolean holds(String name) {
        return isName(name) && Files.isDirectory(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
    }
}

package eliq.hub;

import java.nio.file.Path;

/**
 * A model that lies somewhere, to be known by a name.
 *
 * @param folder with its files
 * @param name in the workspace
 * @param copy whether the workspace gets a copy, or only remembers where it is
 */
public record ImportModel(Path folder, String name, boolean copy) {
    public ImportModel {
        folder = folder.toAbsolutePath().normalize();
    }
}

package eliq.hub;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A model on this machine.
 *
 * @param name by which {@code --model} finds it
 * @param kind what it is for
 * @param origin where it lies
 * @param revisions branches and tags that it is, of a repository in the cache; the commit where it is none
 * @param bytes of its files
 * @param folder with its files
 * @param problem what is missing
 */
public record InstalledModel(
        String name,
        ModelKind kind,
        Origin origin,
        Optional<String> revisions,
        long bytes,
        Path folder,
        Optional<String> problem) {

    /** Where a model lies. */
    public enum Origin {
        /** It came with the program. */
        SHIPPED,
        /** In the workspace, trained or copied there. */
        WORKSPACE,
        /** Somewhere else; the workspace knows where. */
        REFERRED,
        /** In the cache shared with other tools. */
        CACHE;

        /** Lower-case name. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

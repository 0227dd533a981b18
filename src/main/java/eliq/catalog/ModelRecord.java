package eliq.catalog;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A model on disk.
 *
 * @param path absolute, or relative to the workspace
 * @param identity hash of its weights and settings; unique within its kind
 * @param base identity of the backbone an adapter or a scorer rests on
 * @param details JSON object: what else is known (sizes, licence, measured figures)
 */
public record ModelRecord(
        Kind kind,
        String name,
        Path path,
        String identity,
        Optional<String> base,
        String details,
        Instant added) {

    /** What a model is for. */
    public enum Kind {
        BACKBONE,
        ADAPTER,
        SCORER;

        /** Lower-case name, as it stands in files, columns and options. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

package eliq.benchmark;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A rated set as the workspace keeps it.
 *
 * @param set what the index says
 * @param folder the images were looked for in
 * @param files by image name, absolute; images that were not found are not among them
 * @param extra image files in the folder that the index does not name
 * @param imported when
 */
public record StoredSet(
        RatedSet set, Optional<Path> folder, Map<String, Path> files, int extra, Instant imported) {
    public StoredSet {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }
}

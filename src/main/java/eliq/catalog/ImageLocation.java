package eliq.catalog;

import java.nio.file.Path;

/** Where an image's bytes are. */
public sealed interface ImageLocation {

    /** In the workspace's own store, under the image's hash. */
    record Stored() implements ImageLocation {}

    /** Where the user keeps it; it may be moved or changed without our knowledge, which its hash tells. */
    record Outside(Path path) implements ImageLocation {
        public Outside {
            path = path.toAbsolutePath().normalize();
        }
    }
}

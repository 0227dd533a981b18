package eliq.benchmark.eras;

import eliq.image.ContentHash;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An image of an era.
 *
 * @param generator that drew it; empty where nobody said
 * @param name for people
 * @param image content
 * @param file where it is, for a file outside the catalogue
 * @param prompt it was made for
 */
record EraImage(
        String era,
        String generator,
        String name,
        ContentHash image,
        Optional<Path> file,
        Optional<String> prompt) {}

package eliq.pairs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** @param copies one for each image, in their order */
public record DegradeImagesResult(List<Copy> copies) {

    /**
     * @param image the original
     * @param copy absent where there is none
     * @param error why not
     */
    public record Copy(Path image, Optional<Path> copy, Optional<String> error) {}

    public DegradeImagesResult {
        copies = List.copyOf(copies);
    }

    /** How many images have no copy. */
    public long failed() {
        return copies.stream().filter(c -> c.copy().isEmpty()).count();
    }
}

package eliq.report;

import eliq.image.AreaAverage;
import eliq.image.ImageDecoder;
import eliq.image.ImageException;
import eliq.image.Pixels;
import java.nio.file.Path;
import java.util.Optional;

/** Small pictures from files that may be gone. */
final class Thumbnail {
    private Thumbnail() {}

    static Optional<Pixels> of(Optional<Path> file, int side) {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(AreaAverage.fitInto(ImageDecoder.decode(file.get()).pixels(), side));
        } catch (ImageException e) {
            // The report says the image's name in any case.
            return Optional.empty();
        }
    }
}

package eliq.benchmark.eras;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What one judge said of one image.
 *
 * @param generator empty where nobody said
 * @param file where the image is now, to show it
 * @param visual s_vis
 * @param alignment s_ali; absent without a prompt
 */
public record EraScore(
        String judge,
        String era,
        String generator,
        String image,
        Path file,
        Optional<String> prompt,
        double visual,
        Optional<Double> alignment) {

    /** The score of this kind; NaN where there is none. */
    double of(Kind kind) {
        return kind == Kind.VISUAL ? visual : alignment.orElse(Double.NaN);
    }

    /** Which of the two scores. */
    public enum Kind {
        VISUAL,
        ALIGNMENT;

        /** As it stands in tables. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

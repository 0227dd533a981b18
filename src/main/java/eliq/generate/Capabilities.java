package eliq.generate;

import eliq.generate.GenerationRequest.Quality;
import java.util.Set;

/**
 * What a generator can be asked for.
 *
 * @param kinds the qualities it can make
 * @param seeds whether it takes a seed; without, no picture can be had a second time
 * @param preferredWidth in pixels, the size its model was trained for
 * @param preferredHeight in pixels
 * @param sideStep pixels; width and height must be multiples of it
 */
public record Capabilities(
        Set<QualityKind> kinds,
        boolean seeds,
        int preferredWidth,
        int preferredHeight,
        int sideStep) {

    /** {@link Quality} without its degree. */
    public enum QualityKind {
        FULL,
        /** By decoding the latents of an unfinished run. */
        EARLY_STOPPED,
        /** By a weaker model. */
        WEAKER;

        public static QualityKind of(Quality quality) {
            return switch (quality) {
                case Quality.Full full -> FULL;
                case Quality.EarlyStopped early -> EARLY_STOPPED;
                case Quality.Weaker weaker -> WEAKER;
            };
        }
    }

    public Capabilities {
        kinds = Set.copyOf(kinds);
    }

    /** Whether it can make pictures of this quality. */
    public boolean makes(Quality quality) {
        return kinds.contains(QualityKind.of(quality));
    }
}

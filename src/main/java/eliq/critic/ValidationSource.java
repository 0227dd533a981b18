package eliq.critic;

import eliq.backbone.PreparedImage;
import eliq.catalog.Aspect;
import java.util.List;
import java.util.Optional;

/**
 * Images with known answers that are never trained on. The split is by prompt, never by image: a prompt's images stay
 * on one side.
 */
public interface ValidationSource {

    /** Number of images. */
    int size();

    /** The same for the same index, whenever it is asked. */
    Item item(int index) throws CriticException;

    /**
     * The questions of an image as samples of the catalogue, in the order of its checks, to show which were answered
     * wrongly; empty where the image is not in a catalogue.
     */
    default Optional<ImageSamples> samples(int index) {
        return Optional.empty();
    }

    /**
     * @param checks at least one
     */
    record Item(PreparedImage image, List<Check> checks) {
        public Item {
            checks = List.copyOf(checks);
        }
    }

    /**
     * One question with its right answer.
     *
     * @param text the user's turn
     * @param expected the right answer
     * @param aspect asked about
     * @param pair names the tuple: a positive and a negative of the same aspect and pair are compared; empty for none
     * @param family of the negative, such as {@code conventional}; empty for a positive
     * @param operation that made the negative, such as {@code jpeg-noise}; empty for a positive
     */
    record Check(
            String text,
            Label expected,
            Aspect aspect,
            String pair,
            String family,
            String operation) {}
}

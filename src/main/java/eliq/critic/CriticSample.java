package eliq.critic;

import eliq.catalog.Aspect;
import eliq.image.ContentHash;
import java.util.Optional;

/**
 * One assertion about an image, in one aspect: nothing is said of the others.
 *
 * @param image content
 * @param aspect judged
 * @param prompt asked with; present for alignment alone
 * @param label that is right
 * @param pair the tuple it comes of: a positive and the negatives made for it share it
 * @param family key of the negative's family; empty for {@code high}
 * @param operation that made the negative; empty for {@code high}
 */
public record CriticSample(
        ContentHash image,
        Aspect aspect,
        Optional<String> prompt,
        Label label,
        String pair,
        String family,
        String operation) {

    public CriticSample {
        if (prompt.isPresent() != (aspect == Aspect.ALIGNMENT)) {
            throw new IllegalArgumentException(
                    "a sample has a prompt for alignment and for nothing else; this one is of "
                            + aspect.key());
        }
    }

    /** Two samples of one key ask the same. */
    Key key() {
        return new Key(image, aspect, prompt);
    }

    record Key(ContentHash image, Aspect aspect, Optional<String> prompt) {}
}

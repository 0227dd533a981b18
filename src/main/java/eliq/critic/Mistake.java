package eliq.critic;

import eliq.catalog.Aspect;
import java.util.Optional;

/**
 * A held-out question that a critic answered wrongly.
 *
 * @param image SHA-256 of the picture in hexadecimal
 * @param aspect asked about
 * @param prompt that the picture was held against, in alignment
 * @param expected the right answer
 * @param probability of the right answer among the two, 0..0.5
 * @param family of the negative, such as {@code conventional}; empty for a positive
 * @param operation that made the negative; empty for a positive
 */
public record Mistake(
        String image,
        Aspect aspect,
        Optional<String> prompt,
        Label expected,
        double probability,
        String family,
        String operation) {}

package eliq.catalog;

import eliq.image.ContentHash;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a scorer says of an image.
 *
 * @param prompt the exact text it was scored under
 * @param scorer identity of the scorer
 * @param visual unbounded, higher is better
 * @param alignment likewise; absent without a prompt
 * @param technicalHigh probability of {@code high} against {@code low}, 0..1
 * @param aestheticHigh likewise
 * @param alignmentHigh likewise; absent without a prompt
 * @param technicalGate mean gate weight of the branch, 0..1
 * @param aestheticGate likewise
 */
public record Score(
        ContentHash image,
        Optional<String> prompt,
        String scorer,
        double visual,
        OptionalDouble alignment,
        double technicalHigh,
        double aestheticHigh,
        OptionalDouble alignmentHigh,
        double technicalGate,
        double aestheticGate,
        Instant at) {}

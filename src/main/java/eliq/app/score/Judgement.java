package eliq.app.score;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a scorer says of one image, in the form that the view shows.
 *
 * @param visual raw visual score, unbounded
 * @param visualShare share of the reference distribution that lies below {@code visual}, 0..1, where one is stored
 * @param alignment present with a prompt only
 * @param technical probability of {@code high}, 0..1
 * @param aesthetic probability of {@code high}, 0..1
 * @param technicalGate mean gate weight of the technical branch, 0..1
 * @param aestheticGate mean gate weight of the aesthetic branch, 0..1
 */
public record Judgement(
        double visual,
        OptionalDouble visualShare,
        Optional<Alignment> alignment,
        double technical,
        double aesthetic,
        double technicalGate,
        double aestheticGate) {

    /**
     * How well the image fits its prompt.
     *
     * @param score raw, unbounded
     * @param share of the reference distribution below {@code score}, 0..1, where one is stored
     * @param high probability of {@code high}, 0..1
     */
    public record Alignment(double score, OptionalDouble share, double high) {}
}

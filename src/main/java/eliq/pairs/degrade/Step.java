package eliq.pairs.degrade;

import eliq.image.Pixels;

/**
 * One edit of a degradation, with the strength and seed that it came from.
 *
 * @param strength 0..1
 */
public record Step(double strength, long seed, Edit edit) {

    /** The operation's edit at a strength. */
    public static Step of(Operation operation, double strength, long seed) {
        return new Step(strength, seed, operation.at(strength, seed));
    }

    public Operation operation() {
        return edit.operation();
    }

    Pixels apply(Pixels picture) {
        return edit.apply(picture);
    }
}

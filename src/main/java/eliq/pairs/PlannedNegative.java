package eliq.pairs;

import eliq.generate.GenerationRequest;
import eliq.pairs.degrade.Degradation;

/**
 * A negative before any picture is there: everything about it is decided.
 *
 * @param strength rank of the degradation, 0..1
 * @param seed of every choice in it
 * @param way how it comes about
 */
record PlannedNegative(NegativeKind kind, double strength, long seed, Way way) {

    /** How a negative comes about. */
    sealed interface Way {

        /** The positive, distorted. */
        record Distort(Degradation degradation) implements Way {}

        /** The positive, edited here; which edits show on it can be told when it is there. */
        record EditHere() implements Way {}

        /** The positive, edited by an editor. */
        record EditBy(String editor, String instruction, long seed) implements Way {}

        /** A picture of its own. */
        record Draw(String artist, GenerationRequest request) implements Way {}

        /** The positive under a prompt that does not describe it. */
        record WrongPrompt(String text, double distance) implements Way {}

        /** It cannot be made. */
        record Impossible(String why) implements Way {}
    }
}

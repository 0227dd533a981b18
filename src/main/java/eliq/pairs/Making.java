package eliq.pairs;

import eliq.generate.GenerationRequest;
import eliq.pairs.degrade.Degradation;

/** How the content of a negative comes about, in full. */
public sealed interface Making {

    /** The positive, degraded. */
    record Degraded(Degradation degradation) implements Making {}

    /**
     * An image of its own.
     *
     * @param generator {@link eliq.generate.ImageGenerator#name}
     */
    record Drawn(String generator, GenerationRequest request) implements Making {}

    /**
     * The positive under a prompt that does not describe it.
     *
     * @param text that prompt
     * @param distance from the right one, 0..1
     */
    record WrongPrompt(String text, double distance) implements Making {}
}

package eliq.pairs;

import eliq.generate.GenerationRequest;
import eliq.pairs.degrade.Degradation;

/** How the content of a negative comes about, in full. */
public sealed interface Making {

    /** The positive, degraded by operations of this program. */
    record Degraded(Degradation degradation) implements Making {}

    /**
     * An image of its own.
     *
     * @param generator {@link eliq.generate.ImageGenerator#name}
     */
    record Drawn(String generator, GenerationRequest request) implements Making {}

    /**
     * The positive, changed as an editor was told.
     *
     * @param editor {@link eliq.generate.ImageEditor#name}
     * @param instruction what it was told
     */
    record Edited(String editor, String instruction, long seed) implements Making {}

    /**
     * The positive under a prompt that does not describe it.
     *
     * @param text that prompt
     * @param distance from the right one, 0..1
     */
    record WrongPrompt(String text, double distance) implements Making {}
}

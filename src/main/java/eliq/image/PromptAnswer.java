package eliq.image;

import java.util.Optional;

/** The prompt of an image, or why it has none. */
public sealed interface PromptAnswer {

    /**
     * @param text never blank
     * @param source where it was found
     * @param note a sentence where there is doubt
     */
    record Found(String text, PromptSource source, Optional<String> note) implements PromptAnswer {}

    /**
     * @param why a sentence
     */
    record Absent(String why) implements PromptAnswer {}

    /** The prompt's text, where there is one. */
    default Optional<String> prompt() {
        return this instanceof Found found ? Optional.of(found.text()) : Optional.empty();
    }
}

package eliq.app.score;

import java.nio.file.Path;
import java.util.Optional;

/** The scorer behind the view. Loaded at first use; slow, so called off the JavaFX thread only. */
public interface Scoring {

    /** Which model and scorer judge, in a few words, known before loading. */
    String name();

    /** What this model can and cannot judge, in one or two sentences. */
    String limits();

    /**
     * @param prompt empty where nobody knows one: alignment is then absent
     * @throws ScoringException whose message is one sentence for the user
     */
    Judgement score(Path image, Optional<String> prompt) throws ScoringException;

    /**
     * Which region of the picture moves its score; tens of times the work of one score.
     *
     * @param steps told after each region
     * @return empty where {@code steps} stopped it
     */
    default Optional<Explanation> explain(
            Path image, Optional<String> prompt, Explanation.Steps steps) throws ScoringException {
        throw new ScoringException(
                name() + " cannot say which region moves its score.",
                new UnsupportedOperationException());
    }

    /** The prompt that came with the file: metadata or a text beside it. */
    Optional<FoundPrompt> promptOf(Path image);

    /** @param source where it stood, such as {@code ComfyUI metadata} */
    record FoundPrompt(String text, String source) {}

    /** An image that could not be scored. */
    final class ScoringException extends Exception {
        private static final long serialVersionUID = 1L;

        public ScoringException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}

package eliq.hub;

import java.util.List;
import java.util.Optional;

/**
 * What was found.
 *
 * @param files of all models looked over, and what they lack
 */
public record VerifiedModels(List<VerifiedFile> files) {
    public VerifiedModels {
        files = List.copyOf(files);
    }

    /** How a file was found. */
    public enum State {
        /** Its digest is the one that the hub listed. */
        VERIFIED,
        /** Nothing says what its digest should be; its form is right, where it has one that tells. */
        READABLE,
        /** Not what it should be. */
        DAMAGED,
        /** Not there. */
        MISSING
    }

    /**
     * A file of a model.
     *
     * @param model its name
     * @param file path within it; empty for the model as a whole
     * @param bytes it has
     * @param reason why it is neither verified nor readable
     */
    public record VerifiedFile(
            String model, String file, State state, long bytes, Optional<String> reason) {

        /** Whether it can be used. */
        public boolean isGood() {
            return state == State.VERIFIED || state == State.READABLE;
        }
    }
}

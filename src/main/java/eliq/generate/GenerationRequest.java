package eliq.generate;

/**
 * @param prompt what should be seen
 * @param seed of all randomness
 * @param width in pixels
 * @param height in pixels
 * @param quality how well it is to be made
 */
public record GenerationRequest(String prompt, long seed, int width, int height, Quality quality) {

    /** A full-quality picture of the usual 512 x 512 pixels. */
    public static GenerationRequest of(String prompt, long seed) {
        return new GenerationRequest(prompt, seed, 512, 512, new Quality.Full());
    }

    /** How a generator is made to fail on purpose: the AI-specific negatives. */
    public sealed interface Quality {

        /** As well as it can. */
        record Full() implements Quality {}

        /**
         * Decoded from an intermediate state.
         *
         * @param progress share of the steps done, 0..1 (exclusive)
         */
        record EarlyStopped(double progress) implements Quality {}

        /**
         * By a weaker model or style.
         *
         * @param strength 0 (nearly as good) .. 1 (as poor as it gets)
         */
        record Weaker(double strength) implements Quality {}
    }
}

package eliq.generate.http;

import eliq.generate.GenerateException;
import eliq.generate.GenerateException.Reason;
import eliq.generate.GeneratedImage;
import eliq.generate.GenerationWatch;

/** Asks again with another seed where a picture came back black, as often as the settings say. */
public final class BlackRetry {
    private static final long SEED_STEP = 1_000_003;

    private BlackRetry() {}

    /** Makes a picture with this seed. */
    @FunctionalInterface
    public interface Attempt {
        GeneratedImage make(long seed) throws GenerateException;
    }

    /**
     * @param greatestSeed seeds beyond it begin again at 0
     * @return the first picture that is not black; its provenance has the seed that was used
     */
    public static GeneratedImage run(
            String name,
            long seed,
            long greatestSeed,
            HttpSettings settings,
            GenerationWatch watch,
            Attempt attempt)
            throws GenerateException {
        long current = seed;
        for (int i = 0; ; i++) {
            GeneratedImage image = attempt.make(current);
            if (!ReceivedPicture.black(image.pixels())) {
                return image;
            }
            if (i >= settings.blackRetries()) {
                throw new GenerateException(
                        Reason.FAILED,
                        name
                                + ": the picture came back all black (seed "
                                + current
                                + "), as after a safety filter or an overflow in half precision; change the prompt or"
                                + " the precision, or let it try other seeds with the setting blackRetries.");
            }
            long next = current > greatestSeed - SEED_STEP ? i : current + SEED_STEP;
            watch.note(
                    name
                            + ": the picture with seed "
                            + current
                            + " was black; trying seed "
                            + next
                            + ".");
            current = next;
        }
    }
}

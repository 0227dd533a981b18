package eliq.nano;

import eliq.generate.painter.SceneGrammar;
import eliq.image.ContentHash;
import eliq.prompts.Prompt;
import eliq.prompts.PromptBank;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which prompts and seeds the small model learns from. Its seeds begin at {@link #FIRST_SEED} ("NANO" in ASCII, shifted
 * by 32 bits) and nothing else in the program uses that range. A prompt whose hash is divisible by ten is never trained
 * on, and neither is any prompt of the shipped bank; comparison ignores case, spaces and punctuation.
 *
 * @param excluded normalised texts that must not be trained on
 */
public record NanoPrompts(Set<String> excluded) {

    /** First of the 2^32 seeds that are the small model's own. */
    public static final long FIRST_SEED = 0x4E41_4E4F_0000_0000L;

    private static final long FIRST_VALIDATION_SEED = FIRST_SEED + 0x8000_0000L;
    private static final int ATTEMPTS = 64;
    private static final int HELD_OUT_OF = 10;

    public NanoPrompts {
        excluded = Set.copyOf(excluded);
    }

    /** Prompts that avoid these texts. */
    public static NanoPrompts avoiding(Collection<String> texts) {
        return new NanoPrompts(
                texts.stream().map(NanoPrompts::normalised).collect(Collectors.toSet()));
    }

    /** Prompts that avoid the shipped bank. */
    public static NanoPrompts shipped() {
        return avoiding(PromptBank.shipped().prompts().stream().map(Prompt::text).toList());
    }

    /**
     * A prompt with its scene and the seed to paint it with.
     *
     * @param sample of the painter's grammar
     * @param seed in the small model's own range
     */
    public record Numbered(SceneGrammar.Sample sample, long seed) {}

    /** The training prompt with this number, 0 .. 2^25 - 1. */
    Numbered training(long number) {
        return first(
                FIRST_SEED + number * ATTEMPTS,
                text -> !heldOut(text) && !excluded.contains(normalised(text)));
    }

    /** The held-out prompt with this number, 0 .. 2^25 - 1; never trained on, painted with seeds never trained on. */
    Numbered validation(long number) {
        return first(FIRST_VALIDATION_SEED + number * ATTEMPTS, NanoPrompts::heldOut);
    }

    private static Numbered first(long seed, java.util.function.Predicate<String> suits) {
        for (long s = seed; s < seed + ATTEMPTS; s++) {
            SceneGrammar.Sample sample = SceneGrammar.sample(s);
            if (suits.test(sample.text())) {
                return new Numbered(sample, s);
            }
        }
        return new Numbered(SceneGrammar.sample(seed), seed);
    }

    /** Whether a text is kept for validation: a tenth of all. */
    public static boolean heldOut(String text) {
        byte[] bytes = normalised(text).getBytes(StandardCharsets.UTF_8);
        String hex = ContentHash.of(bytes).hex();
        return Long.remainderUnsigned(Long.parseUnsignedLong(hex, 0, 16, 16), HELD_OUT_OF) == 0;
    }

    static String normalised(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}

package eliq.pairs;

import eliq.catalog.Family;
import eliq.pairs.degrade.JpegNoiseSchedule;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How pairs are built; stored with every set.
 *
 * @param seed of every choice
 * @param counts negatives of each kind for a positive; kinds that are absent are not made
 * @param leastStrength of a degradation, 0..1
 * @param greatestStrength likewise, not below the least
 * @param strengths which ones between the two
 * @param distortion what strength means for repeated JPEG compression and noise
 * @param leastPromptDistance from which two prompts count as really different, 0..1
 * @param positivesPerPrompt images drawn for each prompt, each of its own seed
 * @param width of drawn images, in pixels
 * @param height likewise
 * @param mostPixels of the user's own images: larger ones are reduced first, or a distortion would vanish when a model
 *     reduces the picture to what it takes
 * @param split which prompts are held out; wrong prompts keep to it
 */
public record PairSettings(
        long seed,
        Map<NegativeKind, Integer> counts,
        double leastStrength,
        double greatestStrength,
        StrengthSchedule strengths,
        JpegNoiseSchedule distortion,
        double leastPromptDistance,
        int positivesPerPrompt,
        int width,
        int height,
        int mostPixels,
        PromptSplit split) {

    public PairSettings {
        // Map.copyOf has another order in every process, and the stored form is compared.
        counts = counts.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(counts));
        require(
                0 <= leastStrength && leastStrength <= greatestStrength && greatestStrength <= 1,
                "strengths must satisfy 0 <= least <= greatest <= 1, not %s and %s"
                        .formatted(leastStrength, greatestStrength));
        require(
                leastPromptDistance >= 0 && leastPromptDistance <= 1,
                "the least prompt distance lies in 0..1, not " + leastPromptDistance);
        require(
                counts.values().stream().allMatch(n -> n >= 0),
                "a number of negatives is not negative: " + counts);
        require(positivesPerPrompt >= 1, "at least one positive a prompt is needed");
        require(
                width >= 16 && height >= 16 && mostPixels >= 256,
                "images of less than 16 pixels are of no use");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /** One negative of every kind, of clear to heavy strength, nothing held out. */
    public static PairSettings of(long seed) {
        Map<NegativeKind, Integer> one = new EnumMap<>(NegativeKind.class);
        for (NegativeKind kind : NegativeKind.values()) {
            one.put(kind, 1);
        }
        return new PairSettings(
                seed,
                one,
                0.3,
                1,
                StrengthSchedule.UNIFORM,
                JpegNoiseSchedule.STANDARD,
                0.5,
                1,
                512,
                512,
                1 << 20,
                PromptSplit.none());
    }

    public int count(NegativeKind kind) {
        return counts.getOrDefault(kind, 0);
    }

    /** The same with another number of negatives of one kind. */
    public PairSettings with(NegativeKind kind, int count) {
        Map<NegativeKind, Integer> changed = new EnumMap<>(NegativeKind.class);
        changed.putAll(counts);
        changed.put(kind, count);
        return withCounts(changed);
    }

    /** The same with kinds of one family only (an ablation). */
    public PairSettings only(Family family) {
        return keeping(kind -> kind.family() == family);
    }

    /** The same without what has to be drawn. */
    public PairSettings withoutGenerator() {
        return keeping(kind -> !kind.needsGenerator());
    }

    /** The same with other strengths. */
    public PairSettings with(StrengthSchedule newStrengths, JpegNoiseSchedule newDistortion) {
        return new PairSettings(
                seed,
                counts,
                leastStrength,
                greatestStrength,
                newStrengths,
                newDistortion,
                leastPromptDistance,
                positivesPerPrompt,
                width,
                height,
                mostPixels,
                split);
    }

    /** The same for drawings of another size, in pixels. */
    public PairSettings sized(int newWidth, int newHeight) {
        return new PairSettings(
                seed,
                counts,
                leastStrength,
                greatestStrength,
                strengths,
                distortion,
                leastPromptDistance,
                positivesPerPrompt,
                newWidth,
                newHeight,
                mostPixels,
                split);
    }

    public PairSettings with(PromptSplit newSplit) {
        return new PairSettings(
                seed,
                counts,
                leastStrength,
                greatestStrength,
                strengths,
                distortion,
                leastPromptDistance,
                positivesPerPrompt,
                width,
                height,
                mostPixels,
                newSplit);
    }

    /** The strength of a negative. */
    double strength(NegativeKind kind, int index, double chance) {
        double share = strengths.share(chance, index, count(kind));
        return leastStrength + share * (greatestStrength - leastStrength);
    }

    private PairSettings keeping(Predicate<NegativeKind> wanted) {
        Map<NegativeKind, Integer> kept = new EnumMap<>(NegativeKind.class);
        counts.forEach(
                (kind, count) -> {
                    if (wanted.test(kind)) {
                        kept.put(kind, count);
                    }
                });
        return withCounts(kept);
    }

    private PairSettings withCounts(Map<NegativeKind, Integer> newCounts) {
        return new PairSettings(
                seed,
                newCounts,
                leastStrength,
                greatestStrength,
                strengths,
                distortion,
                leastPromptDistance,
                positivesPerPrompt,
                width,
                height,
                mostPixels,
                split);
    }
}

package eliq.pairs;

import eliq.catalog.Aspect;
import eliq.catalog.Family;
import java.util.Arrays;
import java.util.Optional;

/** The nine ways to make a negative, as the method's table has them. */
public enum NegativeKind {
    /** The positive after repeated JPEG compression and Gaussian noise. */
    DISTORTED(Aspect.TECHNICAL, Family.CONVENTIONAL, false),
    /** The positive after one composition and one colour edit. */
    EDITED(Aspect.AESTHETIC, Family.CONVENTIONAL, false),
    /** The positive under another image's prompt. */
    SHUFFLED_PROMPT(Aspect.ALIGNMENT, Family.CONVENTIONAL, false),
    /** Drawn from a prompt that asks for technical faults. */
    DEGRADED_PROMPT(Aspect.TECHNICAL, Family.AI_SPECIFIC, true),
    /** Decoded from an intermediate state of the drawing. */
    EARLY_STOPPED(Aspect.TECHNICAL, Family.AI_SPECIFIC, true),
    /** Drawn by a weaker model or style. */
    WEAK_GENERATOR(Aspect.AESTHETIC, Family.AI_SPECIFIC, true),
    /** Drawn from a prompt that spoils the look. */
    SPOILED_PROMPT(Aspect.AESTHETIC, Family.AI_SPECIFIC, true),
    /** The positive under a modified prompt: image of p with p'. */
    CHANGED_PROMPT(Aspect.ALIGNMENT, Family.AI_SPECIFIC, false),
    /** The image of the modified prompt under the right one: image of p' with p. */
    CHANGED_IMAGE(Aspect.ALIGNMENT, Family.AI_SPECIFIC, true);

    private final Aspect aspect;
    private final Family family;
    private final boolean drawn;

    NegativeKind(Aspect aspect, Family family, boolean drawn) {
        this.aspect = aspect;
        this.family = family;
        this.drawn = drawn;
    }

    /** Lower-case name with hyphens, as it stands in files, columns and options. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public static Optional<NegativeKind> ofKey(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    public Aspect aspect() {
        return aspect;
    }

    public Family family() {
        return family;
    }

    /** Whether a generator has to draw it. */
    public boolean needsGenerator() {
        return drawn;
    }
}

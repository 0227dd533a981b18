package eliq.pairs;

import eliq.catalog.CatalogException;
import java.util.Optional;

/** Prompts turned into worse or other ones, for the negatives that only a generator can make. */
public interface PromptVariants {

    /**
     * Asks for technical faults: blur, noise, artefacts.
     *
     * @param strength 0 (a little) .. 1 (all of it)
     */
    String degraded(String prompt, double strength, long seed);

    /**
     * Asks for an ugly picture of the same thing: bad framing, clashing colour, bad light.
     *
     * @param strength 0 (a little) .. 1 (all of it)
     */
    String spoiled(String prompt, double strength, long seed);

    /** These as they stand at this moment: what is written down ahead of time is read once. */
    default PromptVariants now() throws CatalogException {
        return this;
    }

    /** Asks for something else in one or two respects (subject, colour, number, place), or empty where there is no way. */
    Optional<String> changed(String prompt, long seed);
}

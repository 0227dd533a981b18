package eliq.pairs;

import eliq.catalog.PromptStore;
import java.util.Collection;

/**
 * Which prompts are held out: a function of the prompt's text and a seed, so that a prompt's images stay on one side
 * whatever else there is, in the critic, in the scorer and in every report. Texts that the prompt bank takes for one
 * prompt (case, spacing) are one here.
 *
 * @param seed of the split
 * @param threshold prompts whose number (0..1, from seed and text) is below it are held out: the expected share
 */
public record PromptSplit(long seed, double threshold) {

    public PromptSplit {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("the held-out share lies in 0..1, not " + threshold);
        }
    }

    /** Nothing is held out. */
    public static PromptSplit none() {
        return new PromptSplit(0, 0);
    }

    /**
     * The split that holds out this share of the given prompts, rounded; at least one and not all where there are two or
     * more and the share is neither 0 nor 1.
     */
    public static PromptSplit of(Collection<String> prompts, double share, long seed) {
        double[] numbers =
                prompts.stream()
                        .map(PromptStore::normalise)
                        .distinct()
                        .mapToDouble(text -> number(text, seed))
                        .sorted()
                        .toArray();
        int count = (int) Math.round(share * numbers.length);
        if (numbers.length > 1 && share > 0 && share < 1) {
            count = Math.clamp(count, 1, numbers.length - 1);
        }
        if (count == 0 || count == numbers.length) {
            return new PromptSplit(seed, count == 0 ? 0 : 1);
        }
        return new PromptSplit(seed, numbers[count]);
    }

    public boolean holdsOut(String prompt) {
        return number(PromptStore.normalise(prompt), seed) < threshold;
    }

    private static double number(String text, long seed) {
        return Seeds.uniform(seed, "split", text);
    }
}

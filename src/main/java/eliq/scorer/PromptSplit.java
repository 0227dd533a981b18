package eliq.scorer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * Which prompts are held out. All images of a prompt stay on one side: two pictures of one prompt are too alike for one
 * to test what was learned from the other.
 *
 * @param heldOut prompts, as {@link #key} writes them
 */
public record PromptSplit(Set<String> heldOut) {

    public PromptSplit {
        heldOut = Set.copyOf(heldOut);
    }

    /**
     * A split that depends on the set of prompts and the seed alone, not on their order.
     *
     * @param share to hold out, 0..1 (exclusive); at least one prompt is held out where it is positive and there are two
     */
    public static PromptSplit of(Collection<String> prompts, double share, long seed) {
        Set<String> distinct = new LinkedHashSet<>();
        prompts.stream().map(PromptSplit::key).sorted().forEach(distinct::add);
        List<String> order = new ArrayList<>(distinct);
        Collections.shuffle(order, new Random(seed));
        int count = (int) Math.round(share * order.size());
        if (share > 0 && order.size() > 1) {
            count = Math.clamp(count, 1, order.size() - 1);
        }
        return new PromptSplit(Set.copyOf(order.subList(0, count)));
    }

    public boolean holdsOut(String prompt) {
        return heldOut.contains(key(prompt));
    }

    /** Case and spacing do not make another prompt. */
    public static String key(String prompt) {
        return prompt.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }
}

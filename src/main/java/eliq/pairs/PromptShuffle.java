package eliq.pairs;

import eliq.catalog.PromptStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds prompts that do not describe an image: other prompts of the bank, checked to be really different. A training
 * image never gets a held-out prompt, not even as a wrong one.
 */
public final class PromptShuffle {
    private final List<String> prompts;
    private final PromptDistance distance;
    private final double leastDistance;
    private final PromptSplit split;

    /**
     * @param text of the wrong prompt
     * @param distance from the right one, 0..1
     */
    public record Wrong(String text, double distance) {}

    /**
     * @param prompts to choose from; texts that are one prompt count once
     * @param leastDistance below which two prompts are too much alike, 0..1
     */
    public PromptShuffle(
            Collection<String> prompts,
            PromptDistance distance,
            double leastDistance,
            PromptSplit split) {
        Map<String, String> distinct = new LinkedHashMap<>();
        prompts.forEach(text -> distinct.putIfAbsent(PromptStore.normalise(text), text));
        this.prompts = List.copyOf(distinct.values());
        this.distance = distance;
        this.leastDistance = leastDistance;
        this.split = split;
    }

    /**
     * Different wrong prompts for this one, in an order that seed and texts decide: those of its own side of the split
     * first; a held-out prompt takes training prompts where its side has too few.
     *
     * @return as many as asked for, or fewer where no more are different enough
     */
    public List<Wrong> wrongFor(String prompt, int count, long seed) {
        boolean heldOut = split.holdsOut(prompt);
        List<String> own = inOrder(prompt, seed, heldOut);
        List<String> others = heldOut ? inOrder(prompt, seed, false) : List.of();
        List<Wrong> found = new ArrayList<>();
        for (String candidate : Stream.concat(own.stream(), others.stream()).toList()) {
            if (found.size() == count) {
                break;
            }
            double apart = distance.between(prompt, candidate);
            if (apart >= leastDistance && apart > 0) {
                found.add(new Wrong(candidate, apart));
            }
        }
        return found;
    }

    private List<String> inOrder(String prompt, long seed, boolean heldOut) {
        return prompts.stream()
                .filter(candidate -> split.holdsOut(candidate) == heldOut)
                .map(candidate -> new Placed(candidate, Seeds.of(seed, prompt, candidate)))
                .sorted(Comparator.comparingLong(Placed::place))
                .map(Placed::text)
                .toList();
    }

    private record Placed(String text, long place) {}
}

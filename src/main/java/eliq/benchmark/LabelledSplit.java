package eliq.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A set in two: a small part whose labels are used, and the rest for testing.
 *
 * @param labelled indices, ascending
 * @param test indices, ascending
 */
public record LabelledSplit(int[] labelled, int[] test) {

    /** What is drawn. */
    public enum Unit {
        /** Whole prompts with all their images: no prompt is on both sides. */
        PROMPT("by prompt"),
        /** Single images, as in most published splits: prompts leak where they repeat. */
        IMAGE("by image");

        private final String title;

        Unit(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /**
     * Draws a split.
     *
     * @param share of the images to be labelled, 0..1; with whole prompts as near as possible
     * @param seed the same seed gives the same split
     */
    public static LabelledSplit of(List<RatedImage> images, Unit unit, double share, long seed) {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < images.size(); i++) {
            String key = unit == Unit.PROMPT ? images.get(i).promptKey() : Integer.toString(i);
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
        }
        List<List<Integer>> order = new ArrayList<>(groups.values());
        Collections.shuffle(order, new Random(seed));
        long wanted = Math.round(share * images.size());
        boolean[] labelled = new boolean[images.size()];
        int taken = 0;
        for (List<Integer> group : order) {
            if (Math.abs(taken + group.size() - wanted) <= Math.abs(taken - wanted)
                    && taken < wanted) {
                group.forEach(i -> labelled[i] = true);
                taken += group.size();
            }
        }
        return new LabelledSplit(
                IntStream.range(0, labelled.length).filter(i -> labelled[i]).toArray(),
                IntStream.range(0, labelled.length).filter(i -> !labelled[i]).toArray());
    }
}

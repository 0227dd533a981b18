package eliq.pairs;

import eliq.catalog.PromptStore;
import eliq.pairs.BuildPairs.PromptText;
import eliq.prompts.Category;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Prompts of one category are closer than their words say: two street scenes that share no word may still fit each
 * other's picture, a street and a bowl of soup hardly.
 */
final class CategoryDistance implements PromptDistance {
    /** Share of the distance that two prompts lose where all their categories are the same. */
    private static final double CLOSENESS = 0.2;

    private final PromptDistance words;
    private final Map<String, Set<Category>> categories;

    private CategoryDistance(PromptDistance words, Map<String, Set<Category>> categories) {
        this.words = words;
        this.categories = categories;
    }

    /**
     * @param words the distance of what two prompts say
     * @param prompts with their categories; those without one, and any other text, are compared by their words alone
     */
    static PromptDistance of(PromptDistance words, Collection<PromptText> prompts) {
        Map<String, Set<Category>> categories = new HashMap<>();
        for (PromptText prompt : prompts) {
            if (!prompt.categories().isEmpty()) {
                categories.put(
                        PromptStore.normalise(prompt.text()), Set.copyOf(prompt.categories()));
            }
        }
        return new CategoryDistance(words, categories);
    }

    @Override
    public double between(String one, String other) {
        return words.between(one, other) * (1 - CLOSENESS * shared(one, other));
    }

    /** Shared categories over all categories of the two, 0..1. */
    private double shared(String one, String other) {
        Set<Category> a = categories.getOrDefault(PromptStore.normalise(one), Set.of());
        Set<Category> b = categories.getOrDefault(PromptStore.normalise(other), Set.of());
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        Set<Category> both = EnumSet.copyOf(a);
        both.retainAll(b);
        return (double) both.size() / (a.size() + b.size() - both.size());
    }
}

package eliq.prompts;

import eliq.catalog.PromptStore;
import eliq.prompts.WordForms.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Prompts seen so far, asked whether a new one says nearly the same as one of them. */
public final class NearDuplicates {
    /** Share of common words, of all words of both, from which two prompts say nearly the same. */
    public static final double ALIKE = 0.7;

    private static final Set<String> SMALL_WORDS =
            Set.of(
                    "a", "an", "the", "in", "on", "of", "at", "with", "and", "by", "to", "its",
                    "is", "are", "his", "her", "their", "from", "for", "it");

    private final double alike;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, List<Integer>> byWord = new HashMap<>();
    private final Map<String, String> exact = new HashMap<>();

    private record Entry(String text, Set<String> words) {}

    /**
     * @param alike share of common words from which two prompts are one, above 0
     */
    public NearDuplicates(double alike) {
        this.alike = alike;
    }

    /** A prompt said before that says the same as this one, or nearly. */
    public Optional<String> of(String prompt) {
        String same = exact.get(PromptStore.normalise(prompt));
        if (same != null) {
            return Optional.of(same);
        }
        Set<String> words = words(prompt);
        Map<Integer, Integer> shared = new HashMap<>();
        for (String word : words) {
            byWord.getOrDefault(word, List.of()).forEach(i -> shared.merge(i, 1, Integer::sum));
        }
        for (Map.Entry<Integer, Integer> each : shared.entrySet()) {
            Entry other = entries.get(each.getKey());
            int all = words.size() + other.words().size() - each.getValue();
            if (each.getValue() >= alike * all) {
                return Optional.of(other.text());
            }
        }
        return Optional.empty();
    }

    /** Remembers a prompt. */
    public void add(String prompt) {
        Set<String> words = words(prompt);
        entries.add(new Entry(prompt, words));
        exact.putIfAbsent(PromptStore.normalise(prompt), prompt);
        words.forEach(
                w -> byWord.computeIfAbsent(w, key -> new ArrayList<>()).add(entries.size() - 1));
    }

    /** Words that carry meaning, in the singular. */
    static Set<String> words(String prompt) {
        Set<String> words = new HashSet<>();
        for (Token token : WordForms.tokens(prompt)) {
            if (!SMALL_WORDS.contains(token.word())) {
                Set<String> forms = WordForms.singulars(token.word());
                words.add(forms.stream().reduce((one, last) -> last).orElse(token.word()));
            }
        }
        return words;
    }

    /** Share of common words of two prompts, 0..1. */
    static double overlap(String one, String other) {
        Set<String> a = words(one);
        Set<String> b = words(other);
        Set<String> shared = new HashSet<>(a);
        shared.retainAll(b);
        int all = a.size() + b.size() - shared.size();
        return all == 0 ? 1 : (double) shared.size() / all;
    }
}

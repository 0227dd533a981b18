package eliq.pairs;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One minus the overlap of the prompts' content words: shared words over the words of the shorter prompt, with plain
 * plurals taken for their singular. Needs no vocabulary, so it serves any prompt.
 */
public final class WordDistance implements PromptDistance {
    private static final Set<String> EMPTY_WORDS =
            Set.of(
                    "a",
                    "an",
                    "the",
                    "of",
                    "in",
                    "on",
                    "at",
                    "by",
                    "to",
                    "and",
                    "or",
                    "with",
                    "under",
                    "over",
                    "near",
                    "next",
                    "beside",
                    "behind",
                    "from",
                    "into",
                    "its",
                    "his",
                    "her",
                    "their",
                    "is",
                    "are",
                    "some",
                    "photo",
                    "picture",
                    "image",
                    "view",
                    "detailed",
                    "photograph",
                    "painting",
                    "style",
                    "very",
                    "that",
                    "which");

    @Override
    public double between(String one, String other) {
        Set<String> a = words(one);
        Set<String> b = words(other);
        if (a.isEmpty() || b.isEmpty()) {
            return a.equals(b) ? 0 : 1;
        }
        Set<String> shared = new HashSet<>(a);
        shared.retainAll(b);
        return 1 - (double) shared.size() / Math.min(a.size(), b.size());
    }

    private static Set<String> words(String prompt) {
        return Arrays.stream(prompt.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty() && !EMPTY_WORDS.contains(word))
                .map(WordDistance::singular)
                .collect(Collectors.toSet());
    }

    private static String singular(String word) {
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss");
        return plural ? word.substring(0, word.length() - 1) : word;
    }
}

package eliq.pairs;

import eliq.prompts.Lexicon;
import eliq.prompts.Term;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One minus the weighted overlap of what two prompts speak of: synonyms count as one ("sofa" and "couch"), what is seen
 * weighs most, then where, then the rest. Words that the lexicon does not know count as they stand, so any prompt can be
 * compared. Keeps what it has read; may be used by several threads.
 */
public final class LexiconDistance implements PromptDistance {
    private static final double SUBJECT = 3;
    private static final double PLACE = 2;
    private static final double UNKNOWN_WORD = 1.5;
    private static final double DETAIL = 1;
    private static final int SHORTEST_WORD = 3;
    private static final Set<String> EMPTY_WORDS =
            Set.of(
                    "the",
                    "and",
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
                    "which",
                    "front");

    private final Lexicon lexicon;
    private final Map<String, Map<String, Double>> meanings = new ConcurrentHashMap<>();

    public LexiconDistance(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public double between(String one, String other) {
        Map<String, Double> a = meanings.computeIfAbsent(one, this::meaning);
        Map<String, Double> b = meanings.computeIfAbsent(other, this::meaning);
        double least = Math.min(sum(a), sum(b));
        if (least == 0) {
            return a.equals(b) ? 0 : 1;
        }
        double shared = 0;
        for (Map.Entry<String, Double> entry : a.entrySet()) {
            if (b.containsKey(entry.getKey())) {
                shared += entry.getValue();
            }
        }
        return 1 - shared / least;
    }

    private static double sum(Map<String, Double> meaning) {
        return meaning.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** What is spoken of, with its weight. */
    private Map<String, Double> meaning(String prompt) {
        Map<String, Double> meaning = new HashMap<>();
        StringBuilder rest = new StringBuilder(prompt);
        for (Lexicon.Found found : lexicon.read(prompt)) {
            Term term = found.term();
            boolean one = term.kind() == Term.Kind.COUNT && term.id().equals("1");
            if (!one) {
                meaning.put(term.kind() + " " + term.id(), weight(term.kind()));
            }
            rest.replace(found.start(), found.end(), " ".repeat(found.end() - found.start()));
        }
        Arrays.stream(rest.toString().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() >= SHORTEST_WORD && !EMPTY_WORDS.contains(word))
                .forEach(word -> meaning.put(singular(word), UNKNOWN_WORD));
        return meaning;
    }

    private static double weight(Term.Kind kind) {
        return switch (kind) {
            case SUBJECT -> SUBJECT;
            case PLACE -> PLACE;
            case TIME, WEATHER, COLOUR, MATERIAL, SIZE, COUNT, ACTION, GARMENT -> DETAIL;
        };
    }

    private static String singular(String word) {
        boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss");
        return plural ? word.substring(0, word.length() - 1) : word;
    }
}

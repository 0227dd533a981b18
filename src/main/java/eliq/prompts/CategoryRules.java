package eliq.prompts;

import eliq.prompts.KeywordIndex.Match;
import eliq.prompts.WordForms.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Labels prompts by the words of a taxonomy and where in the sentence they stand. */
public final class CategoryRules {
    /** As labeller. */
    public static final String NAME = "rules";

    /** Evidence from which a category is given. */
    private static final double GIVEN = 0.5;

    private static final double STRONG = 0.9;
    private static final double HINT = 0.4;

    /** Share of content words from which a prompt counts as understood. */
    private static final double UNDERSTOOD = 0.4;

    private static final Set<String> SMALL_WORDS =
            Set.of(
                    "a",
                    "an",
                    "the",
                    "in",
                    "on",
                    "of",
                    "at",
                    "with",
                    "and",
                    "by",
                    "to",
                    "its",
                    "his",
                    "her",
                    "their",
                    "my",
                    "is",
                    "are",
                    "it",
                    "that",
                    "from",
                    "for",
                    "into",
                    "over",
                    "under",
                    "some",
                    "one",
                    "two",
                    "three",
                    "four",
                    "five",
                    "six",
                    "seven",
                    "very",
                    "next",
                    "behind",
                    "front",
                    "left",
                    "right",
                    "top",
                    "large",
                    "small",
                    "big",
                    "old",
                    "red",
                    "blue",
                    "green",
                    "yellow",
                    "black",
                    "white",
                    "brown",
                    "pink",
                    "purple",
                    "grey",
                    "gray",
                    "orange",
                    "gold",
                    "golden",
                    "colored",
                    "coloured",
                    "out",
                    "down",
                    "up",
                    "as",
                    "or",
                    "beautiful",
                    "detailed",
                    "illustration",
                    "painting",
                    "photo",
                    "render",
                    "8k",
                    "4k",
                    "3d",
                    "style",
                    "art",
                    "cinematic",
                    "vibrant",
                    "highly");

    private static final CategoryRules SHIPPED = new CategoryRules(Taxonomy.shipped());

    private final Taxonomy taxonomy;
    private final KeywordIndex index;

    public CategoryRules(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
        this.index = new KeywordIndex(taxonomy);
    }

    /** Those of the shipped taxonomy. */
    public static CategoryRules shipped() {
        return SHIPPED;
    }

    /** The categories that the prompt's words tell. */
    public CategoryLabels label(String prompt) {
        List<Token> tokens = WordForms.tokens(prompt);
        List<Match> matches = index.read(tokens);
        PromptReading reading = new PromptReading(prompt, tokens, matches);
        Map<Category, Double> doubt = new EnumMap<>(Category.class);
        Map<Category, Integer> first = new EnumMap<>(Category.class);
        Set<String> evidence = new LinkedHashSet<>();
        int read = 0;
        for (Match match : matches) {
            read += match.last() - match.first() + 1;
            for (KeywordIndex.Entry entry : match.entries()) {
                Category category = entry.concept().category();
                double weight =
                        (entry.hint() ? HINT : STRONG) * reading.weight(match, entry.concept());
                if (weight > 0) {
                    doubt.merge(category, 1 - weight, (a, b) -> a * b);
                    first.putIfAbsent(category, match.first());
                    evidence.add(match.phrase());
                }
            }
        }
        List<Category> given = new ArrayList<>();
        double certainty = doubt.isEmpty() ? 0 : 1;
        for (Map.Entry<Category, Double> each : doubt.entrySet()) {
            double score = 1 - each.getValue();
            certainty = Math.min(certainty, Math.abs(2 * score - 1));
            if (score >= GIVEN) {
                given.add(each.getKey());
            }
        }
        if (given.isEmpty()) {
            // Better a guess that is marked uncertain than nothing.
            doubt.entrySet().stream()
                    .min(Map.Entry.comparingByValue())
                    .ifPresent(e -> given.add(e.getKey()));
        }
        given.sort(Comparator.comparingInt(first::get));
        double understood = Math.min(1, share(tokens, matches, reading) / UNDERSTOOD);
        double confidence = given.isEmpty() ? 0 : certainty * (0.4 + 0.6 * understood);
        return new CategoryLabels(given, confidence, NAME, List.copyOf(evidence));
    }

    /** Share of the content words that the taxonomy knows. */
    private static double share(List<Token> tokens, List<Match> matches, PromptReading reading) {
        boolean[] known = new boolean[tokens.size()];
        for (Match match : matches) {
            for (int i = match.first(); i <= match.last(); i++) {
                known[i] = true;
            }
        }
        int content = 0;
        int found = 0;
        for (int i = 0; i < known.length; i++) {
            if (!reading.silent(i) && !SMALL_WORDS.contains(tokens.get(i).word())) {
                content++;
                found += known[i] ? 1 : 0;
            }
        }
        return content == 0 ? 0 : (double) found / content;
    }

    /** The sub-concepts that the prompt's words tell, of any weight but none, in the taxonomy's order. */
    public List<Taxonomy.Concept> concepts(String prompt) {
        List<Token> tokens = WordForms.tokens(prompt);
        List<Match> matches = index.read(tokens);
        PromptReading reading = new PromptReading(prompt, tokens, matches);
        Set<Taxonomy.Concept> told = new LinkedHashSet<>();
        for (Match match : matches) {
            for (KeywordIndex.Entry entry : match.entries()) {
                if (!entry.hint() && reading.weight(match, entry.concept()) > 0) {
                    told.add(entry.concept());
                }
            }
        }
        return taxonomy.concepts().stream().filter(told::contains).toList();
    }
}

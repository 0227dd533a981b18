package eliq.prompts;

import eliq.prompts.WordForms.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the words of a taxonomy in a text, in any of their forms, the longest phrase first. */
final class KeywordIndex {
    private static final int LONGEST_PHRASE = 6;
    private static final String VERB = "to ";

    private final Map<String, List<Entry>> nouns = new HashMap<>();
    private final Map<String, List<Entry>> verbs = new HashMap<>();

    /**
     * @param concept that a keyword tells; none for ignored phrases
     * @param hint whether it is only a hint
     */
    record Entry(Taxonomy.Concept concept, boolean hint) {}

    /**
     * A phrase found in a text.
     *
     * @param phrase as the taxonomy has it
     * @param entries all that it tells; empty for an ignored phrase
     * @param verb whether it is a form of a verb
     * @param first index of its first token
     * @param last index of its last token
     */
    record Match(String phrase, List<Entry> entries, boolean verb, int first, int last) {
        boolean tells(Category category) {
            return entries.stream().anyMatch(entry -> entry.concept().category() == category);
        }
    }

    KeywordIndex(Taxonomy taxonomy) {
        for (Taxonomy.Concept concept : taxonomy.concepts()) {
            for (String keyword : concept.keywords()) {
                boolean hint = keyword.startsWith("~");
                enter(
                        hint || keyword.startsWith("^") ? keyword.substring(1) : keyword,
                        new Entry(concept, hint));
            }
        }
        for (String phrase : taxonomy.ignored()) {
            nouns.computeIfAbsent(words(phrase), key -> new ArrayList<>());
        }
    }

    private void enter(String keyword, Entry entry) {
        boolean verb = keyword.startsWith(VERB);
        (verb ? verbs : nouns)
                .computeIfAbsent(
                        words(verb ? keyword.substring(VERB.length()) : keyword),
                        key -> new ArrayList<>())
                .add(entry);
    }

    private static String words(String phrase) {
        return WordForms.tokens(phrase).stream().map(Token::word).collect(Collectors.joining(" "));
    }

    /** What is found, from left to right, without overlap. */
    List<Match> read(List<Token> tokens) {
        List<String> words = tokens.stream().map(Token::word).toList();
        List<Match> found = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            Optional<Match> match = longest(words, at);
            match.ifPresent(found::add);
            at = match.map(m -> m.last() + 1).orElse(at + 1);
        }
        return found;
    }

    private Optional<Match> longest(List<String> words, int at) {
        for (int length = Math.min(LONGEST_PHRASE, words.size() - at); length > 0; length--) {
            List<String> span = words.subList(at, at + length);
            Optional<String> noun = noun(span);
            Optional<String> phrase = noun.or(() -> verb(span));
            if (phrase.isPresent()) {
                List<Entry> entries = (noun.isPresent() ? nouns : verbs).get(phrase.get());
                return Optional.of(
                        new Match(phrase.get(), entries, noun.isEmpty(), at, at + length - 1));
            }
        }
        return Optional.empty();
    }

    private Optional<String> noun(List<String> span) {
        String before = String.join(" ", span.subList(0, span.size() - 1));
        for (String last : WordForms.singulars(span.getLast())) {
            String phrase = before.isEmpty() ? last : before + " " + last;
            if (nouns.containsKey(phrase)) {
                return Optional.of(phrase);
            }
        }
        // "slices of watermelon", "men of war"
        if (span.size() > 2 && span.get(1).equals("of")) {
            String after = " " + String.join(" ", span.subList(1, span.size()));
            return known(nouns, WordForms.singulars(span.getFirst()), after);
        }
        return Optional.empty();
    }

    private Optional<String> verb(List<String> span) {
        String after = span.size() == 1 ? "" : " " + String.join(" ", span.subList(1, span.size()));
        return known(verbs, WordForms.verbs(span.getFirst()), after);
    }

    private static Optional<String> known(
            Map<String, List<Entry>> index, Set<String> firsts, String after) {
        for (String first : firsts) {
            if (index.containsKey(first + after)) {
                return Optional.of(first + after);
            }
        }
        return Optional.empty();
    }
}

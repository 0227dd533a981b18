package eliq.pairs;

import eliq.prompts.Lexicon;
import eliq.prompts.Lexicon.Found;
import eliq.prompts.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Worse and other prompts by the shipped vocabulary. Faults are asked for in words that image generators commonly obey,
 * and the built-in painter does; changes exchange what the prompt shows, in one or two respects.
 */
public final class LexiconVariants implements PromptVariants {
    private static final List<String> TECHNICAL_FAULTS =
            List.of(
                    "blurry",
                    "grainy",
                    "low resolution",
                    "jpeg artifacts",
                    "posterized",
                    "low quality");
    private static final List<String> SPOILED_LOOKS =
            List.of(
                    "badly composed",
                    "tilted",
                    "clashing colours",
                    "cluttered",
                    "washed out",
                    "oversaturated",
                    "sickly colour cast",
                    "amateurish");
    private static final double MILD = 0.4;
    private static final double SEVERE = 0.8;
    private static final double SECOND_CHANGE = 0.6;

    private final Lexicon lexicon;

    public LexiconVariants(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public String degraded(String prompt, double strength, long seed) {
        return asking(prompt, TECHNICAL_FAULTS, strength, seed);
    }

    @Override
    public String spoiled(String prompt, double strength, long seed) {
        return asking(prompt, SPOILED_LOOKS, strength, seed);
    }

    /** One fault up to three, mild ones weakened and severe ones strengthened by a word. */
    private static String asking(String prompt, List<String> faults, double strength, long seed) {
        String adverb = strength < MILD ? "slightly " : strength > SEVERE ? "very " : "";
        int count = 1 + (int) Math.round(2 * strength);
        List<String> chosen =
                faults.stream()
                        .sorted(Comparator.comparingLong(fault -> Seeds.of(seed, fault)))
                        .limit(count)
                        .map(fault -> adverb + fault)
                        .toList();
        String text = prompt.strip();
        if (text.endsWith(".")) {
            text = text.substring(0, text.length() - 1);
        }
        return text + ", " + String.join(", ", chosen);
    }

    @Override
    public Optional<String> changed(String prompt, long seed) {
        List<Found> found = lexicon.read(prompt);
        Set<String> present = new HashSet<>();
        found.forEach(f -> present.add(f.term().id()));
        List<Exchange> possible = new ArrayList<>();
        Set<Term> seen = new HashSet<>();
        for (Found word : found) {
            if (seen.add(word.term())) {
                substitute(word, present, seed).ifPresent(possible::add);
            }
        }
        if (possible.isEmpty()) {
            return Optional.empty();
        }
        // What is shown first: a change of colour alone is often overlooked.
        possible.sort(
                Comparator.comparingInt((Exchange e) -> rank(e.old().term().kind()))
                        .thenComparingLong(e -> Seeds.of(seed, e.old().start())));
        boolean two = possible.size() > 1 && Seeds.uniform(seed, "second") < SECOND_CHANGE;
        List<Exchange> made = new ArrayList<>(possible.subList(0, two ? 2 : 1));
        made.sort(Comparator.comparingInt((Exchange e) -> e.old().start()).reversed());
        String text = prompt;
        for (Exchange exchange : made) {
            text = exchange.in(text);
        }
        return Optional.of(text);
    }

    private static int rank(Term.Kind kind) {
        return switch (kind) {
            case SUBJECT -> 0;
            case PLACE, COLOUR -> 1;
            default -> 2;
        };
    }

    private Optional<Exchange> substitute(Found word, Set<String> present, long seed) {
        Term old = word.term();
        List<Term> others =
                switch (old.kind()) {
                    case SUBJECT, PLACE ->
                            lexicon.terms(old.kind()).stream()
                                    .filter(t -> t.categories().stream().anyMatch(old::suits))
                                    .filter(old::standsIn)
                                    .toList();
                    case COLOUR, TIME, WEATHER -> lexicon.terms(old.kind());
                    case MATERIAL, SIZE, COUNT, ACTION, GARMENT -> List.of();
                };
        return others.stream()
                .filter(t -> !present.contains(t.id()))
                .min(Comparator.comparingLong(t -> Seeds.of(seed, old.id(), t.id())))
                .map(t -> new Exchange(word, word.plural() ? t.plural() : t.singular()));
    }

    /** A word and what stands in its place. */
    private record Exchange(Found old, String word) {

        String in(String text) {
            String before = text.substring(0, old.start());
            String lower = before.toLowerCase(Locale.ROOT);
            boolean vowel = "aeiou".indexOf(word.charAt(0)) >= 0;
            if (lower.matches("(?s)(.*\\s)?an? $")) {
                int end = lower.endsWith("an ") ? before.length() - 2 : before.length() - 1;
                before = before.substring(0, end) + (vowel ? "n " : " ");
            }
            boolean capital = Character.isUpperCase(text.charAt(old.start()));
            String put = capital ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word;
            return before + put + text.substring(old.end());
        }
    }
}

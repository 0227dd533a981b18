package eliq.prompts;

import eliq.prompts.Lexicon.Found;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Changes exactly one thing that a prompt says, by rule: the modified prompts of alignment negatives. The same prompt
 * and seed give the same variation on every machine.
 *
 * @param kind what was changed
 * @param text the changed prompt
 * @param from the words that were replaced
 * @param to the words in their place
 */
public record PromptVariation(Kind kind, String text, String from, String to) {

    /** What a variation changes. */
    public enum Kind {
        OBJECT,
        COLOUR,
        COUNT,
        PLACE,
        TIME
    }

    /** Every kind of change that this prompt allows, each made once, in the order of {@link Kind}. */
    public static List<PromptVariation> all(String prompt, long seed) {
        List<PromptVariation> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            of(prompt, kind, seed).ifPresent(all::add);
        }
        return List.copyOf(all);
    }

    /** One change of a kind that the prompt allows, chosen by the seed; empty where nothing known is said. */
    public static Optional<PromptVariation> any(String prompt, long seed) {
        List<PromptVariation> all = all(prompt, seed);
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.get(new SplittableRandom(seed).nextInt(all.size())));
    }

    /** A change of this kind, or empty where the prompt says nothing that it could change. */
    public static Optional<PromptVariation> of(String prompt, Kind kind, long seed) {
        Lexicon lexicon = Lexicon.shipped();
        SplittableRandom random = new SplittableRandom(seed * 31 + kind.ordinal());
        List<Found> words = lexicon.read(prompt);
        List<Found> candidates =
                words.stream().filter(found -> changeable(found, kind, words)).toList();
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        // Objects: the first is the main one, and its change is the most visible.
        Found old =
                kind == Kind.OBJECT
                        ? candidates.getFirst()
                        : candidates.get(random.nextInt(candidates.size()));
        Set<String> present = new HashSet<>();
        words.forEach(found -> present.add(found.term().id()));
        List<Term> others =
                lexicon.terms(old.term().kind()).stream()
                        .filter(term -> !present.contains(term.id()))
                        .filter(term -> replaces(term, old, kind))
                        .toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        Term term = others.get(random.nextInt(others.size()));
        String to = old.plural() ? term.plural() : term.singular();
        String text = replace(prompt, old, to);
        return Optional.of(
                new PromptVariation(kind, text, prompt.substring(old.start(), old.end()), to));
    }

    private static boolean changeable(Found found, Kind kind, List<Found> words) {
        return switch (kind) {
            case OBJECT -> found.term().kind() == Term.Kind.SUBJECT;
            case COLOUR -> found.term().kind() == Term.Kind.COLOUR;
            case PLACE -> found.term().kind() == Term.Kind.PLACE;
            case TIME -> found.term().kind() == Term.Kind.TIME;
            case COUNT -> found.term().kind() == Term.Kind.COUNT && counts(found, words);
        };
    }

    /** A number of two or more before a plural: changing "a" would need the noun changed too. */
    private static boolean counts(Found found, List<Found> words) {
        if (found.term().id().equals("1")) {
            return false;
        }
        return words.stream()
                .anyMatch(
                        other ->
                                other.start() > found.end()
                                        && other.start() - found.end() < 30
                                        && other.term().kind() == Term.Kind.SUBJECT);
    }

    private static boolean replaces(Term term, Found old, Kind kind) {
        return switch (kind) {
            case OBJECT ->
                    term.standsIn(old.term()) && term.suits(old.term().categories().getFirst());
            case PLACE -> term.standsIn(old.term());
            case COUNT -> !term.id().equals("1");
            case COLOUR, TIME -> true;
        };
    }

    private static String replace(String prompt, Found old, String to) {
        String before = prompt.substring(0, old.start());
        boolean vowel = "aeiou".indexOf(to.charAt(0)) >= 0;
        String lower = before.toLowerCase(Locale.ROOT);
        if (lower.equals("a ") || lower.endsWith(" a ")) {
            before = before.substring(0, before.length() - 1) + (vowel ? "n " : " ");
        } else if (lower.equals("an ") || lower.endsWith(" an ")) {
            before = before.substring(0, before.length() - 2) + (vowel ? "n " : " ");
        }
        String word =
                Character.isUpperCase(prompt.charAt(old.start()))
                        ? Character.toUpperCase(to.charAt(0)) + to.substring(1)
                        : to;
        return before + word + prompt.substring(old.end());
    }
}

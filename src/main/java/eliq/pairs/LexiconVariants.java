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
import java.util.stream.Collectors;

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
    private static final List<String> SPOILED_COMPOSITION =
            List.of("badly composed", "tilted", "cluttered");
    private static final List<String> SPOILED_COLOUR =
            List.of("clashing colours", "washed out", "oversaturated", "sickly colour cast");
    private static final String SPOILED_CRAFT = "amateurish";
    private static final double MILD = 0.4;
    private static final double SEVERE = 0.8;
    private static final double SECOND_CHANGE = 0.6;

    private final Lexicon lexicon;

    public LexiconVariants(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** One fault up to three. */
    @Override
    public String degraded(String prompt, double strength, long seed) {
        return asking(prompt, shuffled(TECHNICAL_FAULTS, seed), strength);
    }

    /** A fault of composition or of colour, then both, then crude craft as well. */
    @Override
    public String spoiled(String prompt, double strength, long seed) {
        List<String> both =
                List.of(
                        shuffled(SPOILED_COMPOSITION, seed).getFirst(),
                        shuffled(SPOILED_COLOUR, seed).getFirst());
        List<String> faults = new ArrayList<>(shuffled(both, seed));
        faults.add(SPOILED_CRAFT);
        return asking(prompt, faults, strength);
    }

    private static List<String> shuffled(List<String> faults, long seed) {
        return faults.stream()
                .sorted(Comparator.comparingLong(fault -> Seeds.of(seed, fault)))
                .toList();
    }

    /** The first faults of a list; mild ones weakened and severe ones strengthened by a word. */
    private static String asking(String prompt, List<String> faults, double strength) {
        String adverb = strength < MILD ? "slightly " : strength > SEVERE ? "very " : "";
        int count = 1 + (int) Math.round(2 * strength);
        List<String> chosen = faults.stream().limit(count).map(f -> adverb + f).toList();
        String text = prompt.strip();
        if (text.endsWith(".")) {
            text = text.substring(0, text.length() - 1);
        }
        return text + ", " + String.join(", ", chosen);
    }

    /** The main subject where there is one: a change of colour alone is often overlooked. Often a second thing too. */
    @Override
    public Optional<String> changed(String prompt, long seed) {
        List<Found> found = lexicon.read(prompt);
        List<Found> candidates =
                found.stream()
                        .sorted(
                                Comparator.comparingInt((Found f) -> rank(f.term().kind()))
                                        .thenComparingInt(Found::start))
                        .collect(Collectors.toCollection(ArrayList::new));
        if (candidates.size() > 2) {
            List<Found> others = candidates.subList(1, candidates.size());
            others.sort(Comparator.comparingLong(f -> Seeds.of(seed, "order", f.start())));
        }
        Set<String> present = new HashSet<>();
        found.forEach(f -> present.add(f.term().id()));
        int most = Seeds.uniform(seed, "second") < SECOND_CHANGE ? 2 : 1;
        List<Exchange> made = new ArrayList<>();
        for (Found word : candidates) {
            if (made.size() < most) {
                substitute(word, present, seed)
                        .ifPresent(
                                exchange -> {
                                    made.add(exchange);
                                    present.add(exchange.term().id());
                                });
            }
        }
        made.sort(Comparator.comparingInt((Exchange e) -> e.old().start()).reversed());
        String text = prompt;
        for (Exchange exchange : made) {
            text = exchange.in(text);
        }
        return made.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static int rank(Term.Kind kind) {
        return kind == Term.Kind.SUBJECT ? 0 : 1;
    }

    private Optional<Exchange> substitute(Found word, Set<String> present, long seed) {
        Term old = word.term();
        List<Term> others =
                switch (old.kind()) {
                    case SUBJECT ->
                            lexicon.terms(old.kind()).stream()
                                    .filter(t -> sameMainCategory(t, old) && old.standsIn(t))
                                    .toList();
                    case PLACE ->
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
                .map(t -> new Exchange(word, t));
    }

    private static boolean sameMainCategory(Term one, Term other) {
        return one.categories().getFirst() == other.categories().getFirst();
    }

    /** A word and what stands in its place. */
    private record Exchange(Found old, Term term) {

        String in(String text) {
            String word = old.plural() ? term.plural() : term.singular();
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

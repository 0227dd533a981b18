package eliq.nano;

import eliq.prompts.Category;
import eliq.prompts.Lexicon;
import eliq.prompts.Lexicon.Found;
import eliq.prompts.Term;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** One thing in a prompt exchanged for another, so that the text no longer says what the picture shows. */
enum PromptChange {
    OBJECT("changed-object"),
    COLOUR("changed-colour"),
    PLACE("changed-place"),
    TIME("changed-time"),
    COUNT("changed-count");

    private static final List<String> NUMBERS = List.of("two", "three", "four", "five");

    /** Colours within a set are too near each other for a picture to tell them apart for certain. */
    private static final List<Set<String>> ALIKE =
            List.of(
                    Set.of("red", "orange", "pink", "brown"),
                    Set.of("orange", "yellow", "gold", "beige", "brown"),
                    Set.of("blue", "turquoise", "purple"),
                    Set.of("green", "turquoise"),
                    Set.of("white", "grey", "beige"),
                    Set.of("black", "grey", "brown"),
                    Set.of("pink", "purple"));

    /** What a thing may be coloured in. */
    static final List<String> COLOURS =
            List.of(
                    "red",
                    "orange",
                    "yellow",
                    "green",
                    "blue",
                    "purple",
                    "pink",
                    "brown",
                    "black",
                    "white",
                    "grey",
                    "turquoise");

    private final String key;

    PromptChange(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    /** The changed prompt, or empty where there is nothing of this kind in it. */
    Optional<String> apply(String prompt, RandomGenerator random) {
        List<Found> all = Lexicon.shipped().read(prompt);
        List<Found> found =
                all.stream()
                        .filter(f -> f.term().kind() == kind())
                        .filter(f -> this != COUNT || NUMBERS.contains(text(prompt, f)))
                        .toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Found chosen = this == OBJECT ? found.getFirst() : found.get(random.nextInt(found.size()));
        return other(prompt, chosen, all, random).map(word -> replace(prompt, chosen, word));
    }

    private Term.Kind kind() {
        return switch (this) {
            case OBJECT -> Term.Kind.SUBJECT;
            case COLOUR -> Term.Kind.COLOUR;
            case PLACE -> Term.Kind.PLACE;
            case TIME -> Term.Kind.TIME;
            case COUNT -> Term.Kind.COUNT;
        };
    }

    private static Optional<String> pick(List<String> words, RandomGenerator random) {
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(words.get(random.nextInt(words.size())));
    }

    private Optional<String> other(
            String prompt, Found chosen, List<Found> all, RandomGenerator random) {
        return switch (this) {
            case COLOUR -> pick(otherColours(chosen, all), random);
            case COUNT -> {
                int count = NUMBERS.indexOf(text(prompt, chosen));
                yield pick(
                        NUMBERS.stream()
                                .filter(n -> Math.abs(NUMBERS.indexOf(n) - count) >= 2)
                                .toList(),
                        random);
            }
            case OBJECT, PLACE, TIME -> {
                List<Term> terms =
                        Lexicon.shipped().terms(kind()).stream()
                                .filter(t -> all.stream().noneMatch(f -> f.term().equals(t)))
                                .filter(t -> !confusable(t, chosen.term()))
                                .toList();
                List<Term> plausible =
                        terms.stream().filter(t -> plausible(t, chosen.term())).toList();
                yield pick(
                        (plausible.isEmpty() ? terms : plausible)
                                .stream()
                                        .map(t -> chosen.plural() ? t.plural() : t.singular())
                                        .toList(),
                        random);
            }
        };
    }

    /** What is as likely in the same text: else a text alone would betray that it was changed. */
    private static boolean plausible(Term other, Term term) {
        return term.kind() == Term.Kind.TIME
                || other.standsIn(term)
                        && other.categories().stream().anyMatch(term.categories()::contains);
    }

    /** Colours that the thing might have had as well, none of them like its own. */
    private static List<String> otherColours(Found colour, List<Found> all) {
        List<String> possible =
                all.stream()
                        .filter(f -> f.term().kind() == Term.Kind.SUBJECT)
                        .filter(f -> f.start() > colour.start())
                        .findFirst()
                        .map(Found::term)
                        .filter(PromptChange::hasNaturalColours)
                        .map(Term::colours)
                        .orElse(COLOURS);
        String own = colour.term().id();
        return possible.stream().filter(c -> !c.equals(own) && !alike(c, own)).toList();
    }

    private static boolean hasNaturalColours(Term subject) {
        Category main = subject.categories().getFirst();
        return main == Category.NATURAL_SCENES || main == Category.FOOD;
    }

    /** People are told apart by their clothes only, and tables by their wood. */
    private static boolean confusable(Term a, Term b) {
        if (a.kind() == Term.Kind.TIME) {
            return Set.of(a.id(), b.id()).equals(Set.of("dawn", "sunset"));
        }
        if (a.categories().isEmpty() || b.categories().isEmpty()) {
            return false;
        }
        boolean people =
                a.categories().getFirst() == Category.PEOPLE_AND_ACTIVITIES
                        && b.categories().getFirst() == Category.PEOPLE_AND_ACTIVITIES;
        boolean tables =
                a.kind() == Term.Kind.PLACE
                        && a.supports().contains("table")
                        && b.supports().contains("table");
        return people || tables;
    }

    private static boolean alike(String a, String b) {
        return ALIKE.stream().anyMatch(set -> set.contains(a) && set.contains(b));
    }

    private static String text(String prompt, Found found) {
        return prompt.substring(found.start(), found.end()).toLowerCase(java.util.Locale.ROOT);
    }

    private static String replace(String prompt, Found found, String word) {
        String before = prompt.substring(0, found.start());
        String article = word.matches("[aeiou].*") ? "an " : "a ";
        before = before.replaceFirst("\\ban? $", article).replaceFirst("^An? $", capital(article));
        String text = before.isEmpty() ? capital(word) : word;
        return before + text + prompt.substring(found.end());
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}

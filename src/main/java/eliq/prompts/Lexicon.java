package eliq.prompts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The shipped vocabulary of prompts: subjects, places, colours, counts and so on, each with its word forms. */
public final class Lexicon {
    private static final String RESOURCE = "/eliq/prompts/lexicon.txt";
    private static final Pattern TOKEN =
            Pattern.compile("[\\p{L}\\p{N}]+(?:['’-]{1,2}[\\p{L}\\p{N}]+)*");
    private static final int LONGEST_PHRASE = 5;
    private static final Lexicon SHIPPED = load();

    private final List<Term> terms;
    private final Map<String, List<Reading>> byPhrase;

    private record Reading(Term term, boolean plural) {}

    /**
     * A lexicon word found in a text.
     *
     * @param term its meaning
     * @param plural whether the plural form stands there
     * @param start index of its first character
     * @param end index after its last character
     */
    public record Found(Term term, boolean plural, int start, int end) {}

    private Lexicon(List<Term> terms) {
        this.terms = List.copyOf(terms);
        Map<String, List<Reading>> index = new HashMap<>();
        for (Term term : terms) {
            for (Term.Form form : term.forms()) {
                enter(index, form.singular(), new Reading(term, false));
                if (!form.plural().equals(form.singular())) {
                    enter(index, form.plural(), new Reading(term, true));
                }
            }
        }
        this.byPhrase = Map.copyOf(index);
    }

    private static void enter(Map<String, List<Reading>> index, String phrase, Reading reading) {
        index.computeIfAbsent(phrase, key -> new ArrayList<>()).add(reading);
    }

    /** The one that comes with the program. */
    public static Lexicon shipped() {
        return SHIPPED;
    }

    /** All terms of a kind, in the file's order. */
    public List<Term> terms(Term.Kind kind) {
        return terms.stream().filter(term -> term.kind() == kind).toList();
    }

    /** Subjects whose categories include this one. */
    public List<Term> subjects(Category category) {
        return terms(Term.Kind.SUBJECT).stream().filter(term -> term.suits(category)).toList();
    }

    /** The term with this id. */
    public Optional<Term> find(Term.Kind kind, String id) {
        return terms.stream()
                .filter(term -> term.kind() == kind && term.id().equals(id))
                .findFirst();
    }

    /**
     * Reads a text from left to right, the longest phrase first. A word with two meanings ("orange", "glass", "marble")
     * is a colour or material where a noun follows it, else a subject.
     */
    public List<Found> read(String text) {
        List<int[]> tokens = new ArrayList<>();
        List<String> words = new ArrayList<>();
        String lower = text.toLowerCase(Locale.ROOT);
        Matcher matcher = TOKEN.matcher(lower);
        while (matcher.find()) {
            tokens.add(new int[] {matcher.start(), matcher.end()});
            words.add(matcher.group().replace('’', '\''));
        }
        List<Found> found = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            int used = 0;
            for (int length = Math.min(LONGEST_PHRASE, words.size() - at);
                    length > 0 && used == 0;
                    length--) {
                List<Reading> readings =
                        byPhrase.getOrDefault(
                                String.join(" ", words.subList(at, at + length)), List.of());
                if (!readings.isEmpty()) {
                    Reading reading = choose(readings, words, at + length);
                    found.add(
                            new Found(
                                    reading.term(),
                                    reading.plural(),
                                    tokens.get(at)[0],
                                    tokens.get(at + length - 1)[1]));
                    used = length;
                }
            }
            at += Math.max(1, used);
        }
        return List.copyOf(found);
    }

    private Reading choose(List<Reading> readings, List<String> words, int next) {
        if (readings.size() == 1) {
            return readings.getFirst();
        }
        boolean nounFollows = next < words.size() && describes(words, next);
        return readings.stream()
                .filter(reading -> (reading.term().kind() == Term.Kind.SUBJECT) != nounFollows)
                .findFirst()
                .orElse(readings.getFirst());
    }

    private boolean describes(List<String> words, int at) {
        for (int length = Math.min(3, words.size() - at); length > 0; length--) {
            List<Reading> readings =
                    byPhrase.getOrDefault(
                            String.join(" ", words.subList(at, at + length)), List.of());
            for (Reading reading : readings) {
                switch (reading.term().kind()) {
                    case SUBJECT, MATERIAL, SIZE, COLOUR, GARMENT -> {
                        return true;
                    }
                    default -> {}
                }
            }
        }
        return false;
    }

    private static Lexicon load() {
        List<Term> terms = new ArrayList<>();
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                Lexicon.class.getResourceAsStream(RESOURCE),
                                StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    terms.add(parse(line));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the program's own file " + RESOURCE + " is damaged", e);
        }
        return new Lexicon(terms);
    }

    private static Term parse(String line) {
        String[] cells = Arrays.copyOf(line.split("\\|", -1), 6);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cells[i] == null ? "" : cells[i].strip();
        }
        List<Term.Form> forms = new ArrayList<>();
        for (String form : cells[2].split(";")) {
            String[] both = form.strip().split("/");
            forms.add(new Term.Form(both[0], both[both.length - 1]));
        }
        return new Term(
                Term.Kind.valueOf(cells[0].toUpperCase(Locale.ROOT)),
                cells[1],
                forms,
                words(cells[3]).stream().map(Lexicon::category).toList(),
                words(cells[4]),
                words(cells[5]));
    }

    private static List<String> words(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split("\\s+"));
    }

    private static Category category(String word) {
        return switch (word) {
            case "indoor" -> Category.INDOOR_SCENES;
            case "urban" -> Category.URBAN_SCENES;
            case "nature" -> Category.NATURAL_SCENES;
            case "people" -> Category.PEOPLE_AND_ACTIVITIES;
            case "objects" -> Category.OBJECTS_AND_ARTIFACTS;
            case "food" -> Category.FOOD;
            case "events" -> Category.EVENTS;
            default -> throw new IllegalStateException(RESOURCE + ": unknown category " + word);
        };
    }
}

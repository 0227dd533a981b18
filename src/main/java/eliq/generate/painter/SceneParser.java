package eliq.generate.painter;

import eliq.generate.painter.Scene.Relation;
import eliq.generate.painter.Scene.Size;
import eliq.generate.painter.Scene.Subject;
import eliq.prompts.Category;
import eliq.prompts.Lexicon;
import eliq.prompts.Lexicon.Found;
import eliq.prompts.Term;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads free text for what it shows. Words outside the vocabulary are passed over; a text without any known subject
 * becomes a plausible scene of the place it names, or of a category that depends on the text alone.
 */
public final class SceneParser {
    private static final int LARGEST_COUNT = 5;
    private static final int UNCOUNTED_PLURAL = 3;
    private static final Set<String> FURNITURE_TO_STAND_ON =
            Set.of("table", "bench", "chair", "bookshelf");
    private static final Set<String> ACTIONS_WITH_OBJECT =
            Set.of("hold", "read", "play", "ride", "fly", "kick");
    private static final Map<String, String> ROLE_ACTIONS =
            Map.of(
                    "dancer", "dance",
                    "runner", "run",
                    "chef", "cook",
                    "musician", "play",
                    "artist", "paint",
                    "footballer", "kick",
                    "skier", "ski");

    private final Lexicon lexicon = Lexicon.shipped();

    /** What the text asks for; never fails. */
    public Scene parse(String text) {
        return new Reader(text).scene();
    }

    static boolean isPerson(String kind) {
        return ROLE_ACTIONS.containsKey(kind)
                || kind.equals("man")
                || kind.equals("woman")
                || kind.equals("boy")
                || kind.equals("girl");
    }

    /** FNV-1a over the characters: {@link String#hashCode} spreads too little. */
    static long hash(String text) {
        long h = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            h = (h ^ text.charAt(i)) * 0x100000001b3L;
        }
        return SeededRandom.mix(h);
    }

    private final class Reader {
        private final String text;
        private final List<Subject> subjects = new ArrayList<>();
        private Optional<String> place = Optional.empty();
        private Optional<String> time = Optional.empty();
        private Optional<String> weather = Optional.empty();
        private int count;
        private Optional<String> colour = Optional.empty();
        private Optional<String> material = Optional.empty();
        private Size size = Size.USUAL;
        private boolean objectExpected;

        Reader(String text) {
            this.text = text;
        }

        Scene scene() {
            for (Found found : lexicon.read(text)) {
                take(found);
            }
            if (subjects.isEmpty()) {
                subjects.add(fallback());
            }
            return new Scene(category(), subjects, place, time, weather);
        }

        private void take(Found found) {
            String id = found.term().id();
            switch (found.term().kind()) {
                case COUNT -> {
                    forget();
                    count = Integer.parseInt(id);
                }
                case COLOUR -> colour = colour.or(() -> Optional.of(id));
                case MATERIAL -> material = Optional.of(id);
                case SIZE -> size = id.equals("small") ? Size.SMALL : Size.LARGE;
                case SUBJECT -> subject(found);
                case GARMENT -> {
                    dress();
                    forget();
                }
                case ACTION -> {
                    act(id);
                    forget();
                }
                case PLACE -> {
                    place = place.or(() -> Optional.of(id));
                    forget();
                }
                case TIME -> {
                    time = time.or(() -> Optional.of(id));
                    forget();
                }
                case WEATHER -> weather = weather.or(() -> Optional.of(id));
            }
        }

        private void subject(Found found) {
            String kind = found.term().id();
            if (!subjects.isEmpty()
                    && FURNITURE_TO_STAND_ON.contains(kind)
                    && standsOnIt(found.start())
                    && !isPerson(subjects.getFirst().kind())) {
                if (kind.equals("table") && place.isEmpty()) {
                    place = Optional.of("woodentable");
                    forget();
                    return;
                }
            }
            boolean known = subjects.stream().anyMatch(s -> s.kind().equals(kind));
            if (!known) {
                int many = count > 0 ? count : found.plural() ? UNCOUNTED_PLURAL : 1;
                if (found.plural() && many == 1 && !found.term().singular().endsWith("s")) {
                    many = UNCOUNTED_PLURAL;
                }
                Relation relation =
                        subjects.isEmpty()
                                ? Relation.MAIN
                                : objectExpected ? Relation.HELD : Relation.BESIDE;
                subjects.add(
                        new Subject(
                                kind,
                                Math.clamp(many, 1, LARGEST_COUNT),
                                colour,
                                material,
                                size,
                                Optional.ofNullable(ROLE_ACTIONS.get(kind)),
                                relation));
            }
            objectExpected = false;
            forget();
        }

        private boolean standsOnIt(int start) {
            String before = text.substring(Math.max(0, start - 28), start);
            return before.matches("(?is).*\\bon (?:a|an|the|its|their)?\\b[\\p{L}\\s-]*");
        }

        private void dress() {
            for (int i = subjects.size() - 1; i >= 0; i--) {
                Subject person = subjects.get(i);
                if (isPerson(person.kind())) {
                    if (colour.isPresent() && person.colour().isEmpty()) {
                        subjects.set(i, person.coloured(colour.get()));
                    }
                    return;
                }
            }
        }

        private void act(String action) {
            for (int i = subjects.size() - 1; i >= 0; i--) {
                if (isPerson(subjects.get(i).kind())) {
                    subjects.set(i, subjects.get(i).doing(action));
                    objectExpected = ACTIONS_WITH_OBJECT.contains(action);
                    return;
                }
            }
        }

        private void forget() {
            count = 0;
            colour = Optional.empty();
            material = Optional.empty();
            size = Size.USUAL;
        }

        private Subject fallback() {
            SeededRandom random = new SeededRandom(hash(text));
            List<Term> places =
                    lexicon.terms(Term.Kind.PLACE).stream()
                            .filter(term -> place.filter(term.id()::equals).isPresent())
                            .toList();
            Category category =
                    places.isEmpty()
                            ? Category.values()[random.below(Category.values().length)]
                            : places.getFirst().categories().getFirst();
            List<Term> fitting =
                    lexicon.subjects(category).stream()
                            .filter(t -> places.isEmpty() || t.standsIn(places.getFirst()))
                            .toList();
            Subject chosen =
                    Subject.of(
                            random.pick(fitting.isEmpty() ? lexicon.subjects(category) : fitting)
                                    .id(),
                            1);
            return colour.map(chosen::coloured).orElse(chosen);
        }

        private Category category() {
            Map<Category, Double> votes = new EnumMap<>(Category.class);
            vote(votes, lexicon.find(Term.Kind.SUBJECT, subjects.getFirst().kind()), 3, 1.5);
            place.ifPresent(id -> vote(votes, lexicon.find(Term.Kind.PLACE, id), 1.2, 0.6));
            for (Subject other : subjects.subList(1, subjects.size())) {
                vote(votes, lexicon.find(Term.Kind.SUBJECT, other.kind()), 0.8, 0.2);
            }
            Category best = Category.OBJECTS_AND_ARTIFACTS;
            for (Category category : Category.values()) {
                if (votes.getOrDefault(category, 0.0) > votes.getOrDefault(best, 0.0)) {
                    best = category;
                }
            }
            return best;
        }

        private static void vote(
                Map<Category, Double> votes, Optional<Term> term, double main, double other) {
            double weight = main;
            for (Category category : term.map(Term::categories).orElse(List.of())) {
                votes.merge(category, weight, Double::sum);
                weight = other;
            }
        }
    }
}

package eliq.generate.painter;

import eliq.generate.painter.Scene.Relation;
import eliq.generate.painter.Scene.Size;
import eliq.generate.painter.Scene.Subject;
import eliq.prompts.Category;
import eliq.prompts.Lexicon;
import eliq.prompts.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes up any number of prompts with the scene that each one means, all seven categories equally often. Reading the
 * text back gives the same subjects, counts, colours, place, time and weather.
 */
public final class SceneGrammar {
    private static final List<String> FREE_COLOURS =
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
    private static final Set<String> NATURAL =
            Set.of(
                    "plant",
                    "bread",
                    "pizza",
                    "burger",
                    "firework",
                    "bonfire",
                    "pumpkin",
                    "snowman");
    private static final Set<String> SINGLE =
            Set.of("ferriswheel", "carousel", "fireplace", "bonfire", "piano", "bathtub");
    private static final Set<String> BULKY =
            Set.of("house", "church", "tower", "train", "tent", "windmill", "bed", "bus", "tram");
    private static final Map<String, List<String>> OBJECTS_OF =
            Map.of(
                    "hold",
                            List.of(
                                    "umbrella",
                                    "balloon",
                                    "backpack",
                                    "suitcase",
                                    "ball",
                                    "lantern"),
                    "play", List.of("guitar", "violin", "drum"),
                    "ride", List.of("bicycle", "horse"),
                    "fly", List.of("kite"),
                    "kick", List.of("ball"),
                    "read", List.of("book"));
    private static final List<String> ALONE =
            List.of("walk", "run", "dance", "jump", "wave", "stand");

    private final Lexicon lexicon = Lexicon.shipped();

    /**
     * @param text the prompt
     * @param scene what it means
     * @param category one of the seven
     */
    public record Sample(String text, Scene scene, Category category) {}

    private SceneGrammar() {}

    /** The prompt with this number; neighbouring seeds are unrelated. */
    public static Sample sample(long seed) {
        SeededRandom random = new SeededRandom(seed ^ 0x5EED_0F_5CE11EL);
        Category category = Category.values()[random.below(Category.values().length)];
        return new SceneGrammar().sample(category, random);
    }

    /** The prompt of a category with this number. */
    public static Sample sample(Category category, long seed) {
        return new SceneGrammar().sample(category, new SeededRandom(seed ^ 0x0CA7_E609L));
    }

    private Sample sample(Category category, SeededRandom random) {
        List<Term> mains =
                lexicon.subjects(category).stream()
                        .filter(term -> term.categories().getFirst() == category)
                        .toList();
        Term main = random.pick(mains);
        List<Term> fitting =
                lexicon.terms(Term.Kind.PLACE).stream()
                        .filter(term -> term.suits(category) && main.standsIn(term))
                        .toList();
        Optional<Term> place =
                fitting.isEmpty() || random.chance(0.08)
                        ? Optional.empty()
                        : Optional.of(random.pick(fitting));
        List<Subject> subjects = new ArrayList<>();
        subjects.add(describe(main, random, true));
        if (SceneParser.isPerson(main.id())) {
            act(subjects, random);
        } else if (random.chance(0.4)) {
            beside(category, main, place, random).ifPresent(subjects::add);
        }
        boolean outdoors =
                place.map(term -> PlaceWords.outdoors(term.id()))
                        .orElse(
                                main.supports().contains("ground")
                                        || main.supports().contains("water"));
        Optional<String> time =
                random.chance(outdoors ? 0.5 : 0.15)
                        ? Optional.of(random.pick(lexicon.terms(Term.Kind.TIME)).id())
                        : Optional.empty();
        if (main.id().equals("firework")) {
            time = Optional.of("night");
        }
        Optional<String> weather =
                outdoors && place.isPresent() && random.chance(0.4)
                        ? Optional.of(random.pick(lexicon.terms(Term.Kind.WEATHER)).id())
                        : Optional.empty();
        Scene scene = new Scene(category, subjects, place.map(Term::id), time, weather);
        return new Sample(new SceneWriter(lexicon, random).write(scene), scene, category);
    }

    private Subject describe(Term term, SeededRandom random, boolean main) {
        int count = 1;
        if (!SINGLE.contains(term.id()) && random.chance(main ? 0.5 : 0.3)) {
            count = 2 + random.below(main ? BULKY.contains(term.id()) ? 2 : 4 : 2);
        }
        Subject subject = Subject.of(term.id(), count).as(main ? Relation.MAIN : Relation.BESIDE);
        if (random.chance(0.78)) {
            List<String> colours = colours(term);
            if (!colours.isEmpty()) {
                subject = subject.coloured(random.pick(colours));
            }
        }
        if (random.chance(0.12) && !SceneParser.isPerson(term.id())) {
            subject = subject.sized(random.chance(0.5) ? Size.SMALL : Size.LARGE);
        }
        return subject;
    }

    private static List<String> colours(Term term) {
        Category main = term.categories().getFirst();
        boolean natural =
                NATURAL.contains(term.id())
                        || main == Category.NATURAL_SCENES && !term.id().equals("boat")
                        || main == Category.FOOD;
        if (!natural) {
            return FREE_COLOURS;
        }
        return term.colours().size() > 1 ? term.colours() : List.of();
    }

    private Optional<Subject> beside(
            Category category, Term main, Optional<Term> place, SeededRandom random) {
        List<Term> others =
                lexicon.subjects(category).stream()
                        .filter(t -> !t.id().equals(main.id()) && !SceneParser.isPerson(t.id()))
                        .filter(t -> !BULKY.contains(t.id()) && !SINGLE.contains(t.id()))
                        .filter(t -> place.map(t::standsIn).orElse(t.standsIn(main)))
                        .toList();
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(describe(random.pick(others), random, false));
    }

    private void act(List<Subject> subjects, SeededRandom random) {
        Subject person = subjects.getFirst();
        boolean plain =
                lexicon.find(Term.Kind.SUBJECT, person.kind()).isPresent()
                        && Set.of("man", "woman", "boy", "girl").contains(person.kind());
        if (!plain) {
            subjects.set(
                    0,
                    person.doing(
                            new SceneParser()
                                    .parse(person.kind())
                                    .subjects()
                                    .getFirst()
                                    .action()
                                    .orElse("stand")));
            return;
        }
        if (person.count() == 1 && random.chance(0.6)) {
            String action =
                    random.pick(List.of("hold", "hold", "play", "ride", "fly", "kick", "read"));
            String object = random.pick(OBJECTS_OF.get(action));
            subjects.set(0, person.doing(action));
            Subject held = Subject.of(object, 1).as(Relation.HELD);
            subjects.add(
                    random.chance(0.6)
                            ? held.coloured(
                                    object.equals("horse")
                                            ? random.pick(List.of("brown", "black", "white"))
                                            : random.pick(FREE_COLOURS))
                            : held);
        } else {
            subjects.set(0, person.doing(random.pick(ALONE)));
        }
    }
}

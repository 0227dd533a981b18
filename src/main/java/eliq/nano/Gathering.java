package eliq.nano;

import eliq.generate.painter.SceneGrammar;
import eliq.generate.painter.SceneParser;
import eliq.prompts.Category;
import eliq.prompts.Lexicon;
import eliq.prompts.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.random.RandomGenerator;

/** Prompts that bring three different things together in one place: more things in a picture than a prompt usually names. */
final class Gathering {

    private static final int THINGS = 3;
    private static final double SHARE_OF_COLOURED = 0.6;

    private Gathering() {}

    /**
     * A prompt of the small model's own, never one that is held out.
     *
     * @param seed to paint it with
     */
    static NanoPrompts.Numbered draw(long seed, RandomGenerator random) {
        while (true) {
            String text = text(random);
            if (!NanoPrompts.heldOut(text)) {
                return new NanoPrompts.Numbered(
                        new SceneGrammar.Sample(
                                text,
                                new SceneParser().parse(text),
                                Category.OBJECTS_AND_ARTIFACTS),
                        seed);
            }
        }
    }

    private static String text(RandomGenerator random) {
        Lexicon lexicon = Lexicon.shipped();
        List<Term> places = lexicon.terms(Term.Kind.PLACE);
        Term place = places.get(random.nextInt(places.size()));
        List<Term> fitting =
                new ArrayList<>(
                        lexicon.terms(Term.Kind.SUBJECT).stream()
                                .filter(
                                        t ->
                                                t.categories().getFirst()
                                                        != Category.PEOPLE_AND_ACTIVITIES)
                                .filter(t -> t.standsIn(place))
                                .toList());
        StringJoiner things = new StringJoiner(", ");
        for (int i = 0; i < THINGS && !fitting.isEmpty(); i++) {
            Term thing = fitting.remove(random.nextInt(fitting.size()));
            String words =
                    coloured(thing) && random.nextDouble() < SHARE_OF_COLOURED
                            ? PromptChange.COLOURS.get(random.nextInt(PromptChange.COLOURS.size()))
                                    + " "
                                    + thing.singular()
                            : thing.singular();
            things.add((words.matches("[aeiou].*") ? "an " : "a ") + words);
        }
        return things + " in a " + place.singular();
    }

    private static boolean coloured(Term thing) {
        Category main = thing.categories().getFirst();
        return main != Category.NATURAL_SCENES && main != Category.FOOD;
    }
}

package eliq.nano;

import eliq.generate.painter.Scene;
import eliq.prompts.Lexicon.Found;
import eliq.prompts.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All words that a painted scene's prompt has for what an image token shows, with the share of each. */
final class TokenNames {

    private static final double SHARE_OF_COLOUR = 0.35;
    private static final double SHARE_OF_COUNT = 0.1;
    private static final double SHARE_OF_PLACE = 0.6;

    private TokenNames() {}

    /** @param share of all that the token is called */
    record Name(String word, double share) {}

    /** Noun, colour and number of a thing; what is not said counts for the noun. */
    static List<Name> of(Scene.Subject subject, String text, List<Found> found) {
        List<Name> names = new ArrayList<>();
        double noun = 1;
        if (subject.count() > 1) {
            Optional<String> number = Optional.of(Integer.toString(subject.count()));
            noun -= add(names, SHARE_OF_COUNT, SceneWords.of(Term.Kind.COUNT, number, text, found));
        }
        if (subject.colour().isPresent()) {
            noun -=
                    add(
                            names,
                            SHARE_OF_COLOUR,
                            SceneWords.of(Term.Kind.COLOUR, subject.colour(), text, found));
        }
        add(
                names,
                noun,
                SceneWords.of(Term.Kind.SUBJECT, Optional.of(subject.kind()), text, found));
        return names;
    }

    /** Place, time and weather. */
    static List<Name> ofSurroundings(String text, List<Found> found) {
        List<String> places = SceneWords.of(Term.Kind.PLACE, Optional.empty(), text, found);
        List<String> moods = new ArrayList<>();
        moods.addAll(SceneWords.of(Term.Kind.TIME, Optional.empty(), text, found));
        moods.addAll(SceneWords.of(Term.Kind.WEATHER, Optional.empty(), text, found));
        List<Name> names = new ArrayList<>();
        add(names, moods.isEmpty() ? 1 : SHARE_OF_PLACE, places);
        add(names, places.isEmpty() ? 1 : 1 - SHARE_OF_PLACE, moods);
        return names;
    }

    private static double add(List<Name> names, double share, List<String> words) {
        words.forEach(word -> names.add(new Name(word, share / words.size())));
        return words.isEmpty() ? 0 : share;
    }
}

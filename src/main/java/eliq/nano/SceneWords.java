package eliq.nano;

import eliq.prompts.Lexicon;
import eliq.prompts.Lexicon.Found;
import eliq.prompts.Term;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The single words by which a prompt calls what a scene shows, and all that there are. */
final class SceneWords {

    private static final Map<Key, List<String>> GROUPS = all();

    private SceneWords() {}

    private record Key(Term.Kind kind, boolean plural) {}

    /** Every word there is, with the space before it, in groups of one kind and number. */
    static List<List<String>> groups() {
        return GROUPS.entrySet().stream()
                .sorted(
                        Map.Entry.comparingByKey(
                                Comparator.comparing(Key::kind).thenComparing(Key::plural)))
                .map(Map.Entry::getValue)
                .filter(group -> !group.isEmpty())
                .toList();
    }

    /** The words that stand in the text for a kind of term, or for one term of it; lower case. */
    static List<String> of(Term.Kind kind, Optional<String> id, String text, List<Found> found) {
        return found.stream()
                .filter(f -> f.term().kind() == kind)
                .filter(f -> id.isEmpty() || f.term().id().equals(id.get()))
                .flatMap(f -> split(text.substring(f.start(), f.end())))
                .toList();
    }

    private static Map<Key, List<String>> all() {
        Map<Key, List<String>> all = new LinkedHashMap<>();
        for (Term.Kind kind : Term.Kind.values()) {
            for (boolean plural : new boolean[] {false, true}) {
                TreeSet<String> words = new TreeSet<>();
                for (Term term : Lexicon.shipped().terms(kind)) {
                    term.forms().stream()
                            .flatMap(form -> split(plural ? form.plural() : form.singular()))
                            .forEach(word -> words.add(" " + word));
                }
                all.put(new Key(kind, plural), List.copyOf(words));
            }
        }
        return Map.copyOf(all);
    }

    private static Stream<String> split(String words) {
        return Arrays.stream(words.toLowerCase(Locale.ROOT).split("\\s+"));
    }
}

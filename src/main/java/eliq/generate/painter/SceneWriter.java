package eliq.generate.painter;

import eliq.generate.painter.Scene.Relation;
import eliq.generate.painter.Scene.Size;
import eliq.generate.painter.Scene.Subject;
import eliq.prompts.Lexicon;
import eliq.prompts.Term;
import java.util.List;
import java.util.Map;

/** Says a scene in English, each time a little differently. */
final class SceneWriter {
    private static final List<String> COUNTS = List.of("", "a", "two", "three", "four", "five");
    private static final Map<String, List<String>> TIMES =
            Map.of(
                    "dawn", List.of("at dawn", "at sunrise"),
                    "day", List.of("in the afternoon", "at midday", "in the morning"),
                    "sunset", List.of("at sunset", "at dusk", "in the evening"),
                    "night", List.of("at night", "late at night", "at midnight"));
    private static final Map<String, List<String>> WEATHER =
            Map.of(
                    "clear", List.of("under a clear sky", "on a sunny day", "under a blue sky"),
                    "cloudy", List.of("under an overcast sky", "on a cloudy day"),
                    "rain", List.of("in the rain", "on a rainy day"),
                    "snow", List.of("in the snow", "in falling snow", "on a snowy day"),
                    "fog", List.of("in thick fog", "in the mist"));
    private static final Map<String, List<String>> ACTIONS =
            Map.of(
                    "walk", List.of("walking", "strolling"),
                    "run", List.of("running", "jogging"),
                    "dance", List.of("dancing"),
                    "jump", List.of("jumping", "leaping"),
                    "wave", List.of("waving", "cheering"),
                    "stand", List.of("standing", "waiting"),
                    "hold", List.of("holding", "carrying"),
                    "play", List.of("playing"),
                    "ride", List.of("riding"),
                    "fly", List.of("flying"));
    private static final List<String> GARMENTS = List.of("coat", "jacket", "shirt", "sweater");
    private static final List<String> OPENINGS =
            List.of("", "", "", "", "A photo of ", "A picture of ", "A detailed view of ");

    private final Lexicon lexicon;
    private final SeededRandom random;

    SceneWriter(Lexicon lexicon, SeededRandom random) {
        this.lexicon = lexicon;
        this.random = random;
    }

    String write(Scene scene) {
        StringBuilder what = new StringBuilder(thing(scene.subjects().getFirst()));
        for (Subject other : scene.subjects().subList(1, scene.subjects().size())) {
            what.append(
                    other.relation() == Relation.HELD
                            ? " "
                            : random.pick(List.of(" next to ", " beside ", " and ", " with ")));
            what.append(thing(other));
        }
        String where = scene.place().map(id -> random.pick(PlaceWords.phrases(id))).orElse("");
        String when = scene.time().map(id -> random.pick(TIMES.get(id))).orElse("");
        String sky = scene.weather().map(id -> random.pick(WEATHER.get(id))).orElse("");
        String text =
                switch (random.below(4)) {
                    case 0 ->
                            where.isEmpty()
                                    ? join(what.toString(), when, sky)
                                    : join(where + ",", what.toString(), when, sky);
                    case 1 ->
                            when.isEmpty()
                                    ? join(what.toString(), where, sky)
                                    : join(when + ",", what.toString(), where, sky);
                    case 2 -> join(random.pick(OPENINGS) + what, where, when, sky);
                    default -> join(what.toString(), where, sky, when);
                };
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String join(String... parts) {
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            if (!part.isEmpty()) {
                text.append(text.isEmpty() ? "" : " ").append(part);
            }
        }
        return text.toString();
    }

    private String thing(Subject subject) {
        Term term = lexicon.find(Term.Kind.SUBJECT, subject.kind()).orElseThrow();
        boolean person = SceneParser.isPerson(subject.kind());
        boolean several = subject.count() > 1;
        Term.Form form = random.chance(0.65) ? term.forms().getFirst() : random.pick(term.forms());
        StringBuilder words = new StringBuilder();
        if (subject.size() != Size.USUAL) {
            words.append(subject.size() == Size.SMALL ? "small " : "large ");
        }
        if (!person) {
            subject.colour().ifPresent(colour -> words.append(colour).append(' '));
            subject.material()
                    .ifPresent(
                            id ->
                                    words.append(
                                                    lexicon.find(Term.Kind.MATERIAL, id)
                                                            .orElseThrow()
                                                            .singular())
                                            .append(' '));
        }
        words.append(several ? form.plural() : form.singular());
        String count = COUNTS.get(subject.count());
        if (!several) {
            count =
                    form.singular().equals(form.plural()) && form.singular().endsWith("s")
                            ? ""
                            : "aeiou".indexOf(words.charAt(0)) >= 0 ? "an" : "a";
        }
        StringBuilder text = new StringBuilder(count.isEmpty() ? "" : count + " ").append(words);
        if (person) {
            subject.colour()
                    .ifPresent(
                            colour ->
                                    text.append(several ? " in " : " in " + article(colour) + " ")
                                            .append(colour)
                                            .append(' ')
                                            .append(garment(subject.kind(), several)));
            subject.action()
                    .ifPresent(
                            action -> {
                                if (action.equals("read")) {
                                    text.append(" reading");
                                } else if (action.equals("kick")
                                        && !subject.kind().equals("footballer")) {
                                    text.append(" kicking");
                                } else if (plain(subject.kind()) && ACTIONS.containsKey(action)) {
                                    text.append(' ').append(random.pick(ACTIONS.get(action)));
                                }
                            });
        }
        return text.toString();
    }

    private static String article(String colour) {
        return "aeiou".indexOf(colour.charAt(0)) >= 0 ? "an" : "a";
    }

    private static boolean plain(String kind) {
        return kind.equals("man")
                || kind.equals("woman")
                || kind.equals("boy")
                || kind.equals("girl");
    }

    private String garment(String kind, boolean several) {
        String one = garment(kind);
        return several ? one + (one.endsWith("s") ? "es" : "s") : one;
    }

    private String garment(String kind) {
        return switch (kind) {
            case "dancer" -> "dress";
            case "woman", "girl" -> random.chance(0.4) ? "dress" : random.pick(GARMENTS);
            default -> random.pick(GARMENTS);
        };
    }
}

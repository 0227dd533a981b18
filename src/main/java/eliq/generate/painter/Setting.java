package eliq.generate.painter;

import eliq.prompts.Category;
import eliq.prompts.Lexicon;
import eliq.prompts.Term;
import java.util.List;

/**
 * Where and when a scene happens, with everything decided that its prompt left open.
 *
 * @param place lexicon id
 * @param time dawn, day, sunset or night
 * @param weather clear, cloudy, rain, snow or fog
 * @param ground what it offers: floor, ground, table or water
 * @param horizon row of the horizon, or of the edge of floor or table, as share of the height
 */
record Setting(String place, String time, String weather, String ground, double horizon) {

    static Setting of(Scene scene, Lexicon lexicon, SeededRandom random) {
        Term main =
                lexicon.find(Term.Kind.SUBJECT, scene.subjects().getFirst().kind()).orElseThrow();
        Term place =
                scene.place()
                        .flatMap(id -> lexicon.find(Term.Kind.PLACE, id))
                        .orElseGet(() -> choose(scene, main, lexicon, random));
        String ground = place.supports().getFirst();
        boolean outdoors = PlaceWords.outdoors(place.id());
        String time =
                scene.time()
                        .orElse(
                                main.id().equals("firework")
                                        ? "night"
                                        : outdoors && random.chance(0.25)
                                                ? random.pick(List.of("dawn", "sunset"))
                                                : "day");
        String weather = scene.weather().orElse(random.chance(0.6) ? "clear" : "cloudy");
        double horizon =
                switch (ground) {
                    case "table" -> random.between(0.44, 0.52);
                    case "floor" -> random.between(0.62, 0.68);
                    case "water" -> random.between(0.46, 0.56);
                    default -> random.between(0.52, 0.60);
                };
        return new Setting(place.id(), time, weather, ground, horizon);
    }

    private static Term choose(Scene scene, Term main, Lexicon lexicon, SeededRandom random) {
        Category category = scene.category();
        boolean weathered = scene.weather().filter(w -> !w.equals("clear")).isPresent();
        List<Term> places = lexicon.terms(Term.Kind.PLACE).stream().filter(main::standsIn).toList();
        List<Term> best =
                places.stream()
                        .filter(p -> p.suits(category))
                        .filter(p -> !weathered || PlaceWords.outdoors(p.id()))
                        .toList();
        return random.pick(best.isEmpty() ? places : best);
    }

    boolean outdoors() {
        return PlaceWords.outdoors(place);
    }
}

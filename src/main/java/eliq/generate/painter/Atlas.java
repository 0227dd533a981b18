package eliq.generate.painter;

import eliq.generate.painter.Art.Look;
import eliq.generate.painter.Art.Model;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything that can be drawn, by lexicon id. */
final class Atlas {
    static final Look PLAIN = new Look(Optional.empty(), Optional.empty(), Palette.WHITE);
    private static final Map<String, Model> MODELS = collect();

    private Atlas() {}

    private static Map<String, Model> collect() {
        Map<String, Model> all = new HashMap<>();
        all.putAll(FurnitureArt.MODELS);
        all.putAll(FruitArt.MODELS);
        all.putAll(MealArt.MODELS);
        all.putAll(SweetArt.MODELS);
        all.putAll(VehicleArt.MODELS);
        all.putAll(BuildingArt.MODELS);
        all.putAll(PlantArt.MODELS);
        all.putAll(AnimalArt.MODELS);
        all.putAll(PersonArt.MODELS);
        all.putAll(HouseholdArt.MODELS);
        all.putAll(PlayArt.MODELS);
        all.putAll(EventArt.MODELS);
        return Map.copyOf(all);
    }

    static Set<String> kinds() {
        return MODELS.keySet();
    }

    static Model model(String kind) {
        Model model = MODELS.get(kind);
        if (model == null) {
            throw new IllegalArgumentException("the painter has no drawing for subject " + kind);
        }
        return model;
    }

    static void draw(String kind, Pen pen, Ink ink, Look look) {
        model(kind).art().draw(pen, ink, look);
    }
}

package eliq.generate.painter;

import java.util.List;
import java.util.Map;

/** Phrases that say where something is, by place; every one is read back as that place. */
final class PlaceWords {
    private static final Map<String, List<String>> PHRASES =
            Map.ofEntries(
                    Map.entry("livingroom", List.of("in a cosy living room", "in the living room")),
                    Map.entry("bedroom", List.of("in a quiet bedroom", "in the bedroom")),
                    Map.entry("kitchen", List.of("in a bright kitchen", "in the kitchen")),
                    Map.entry("library", List.of("in an old library", "in the library")),
                    Map.entry("cafe", List.of("in a small cafe", "inside a restaurant")),
                    Map.entry("hall", List.of("in a wide hall", "in an elegant gallery")),
                    Map.entry(
                            "street",
                            List.of("on a city street", "along the road", "on the street")),
                    Map.entry("square", List.of("in the town square", "on a sunlit plaza")),
                    Map.entry("skyline", List.of("in front of the city skyline", "downtown")),
                    Map.entry("park", List.of("in the park", "in a green garden")),
                    Map.entry("forest", List.of("in the forest", "at the edge of the woods")),
                    Map.entry("meadow", List.of("in a meadow", "in an open field")),
                    Map.entry("beach", List.of("on the beach", "on a wide beach")),
                    Map.entry("mountains", List.of("in the mountains", "in a mountain valley")),
                    Map.entry("desert", List.of("in the desert", "among the dunes")),
                    Map.entry("lake", List.of("on a calm lake", "on the river")),
                    Map.entry("harbour", List.of("in the harbour", "in a quiet harbour")),
                    Map.entry("sea", List.of("on the open sea", "out on the ocean")),
                    Map.entry("fairground", List.of("at the fairground", "at a village festival")),
                    Map.entry("stage", List.of("on a stage", "on the stage of a theatre")),
                    Map.entry("stadium", List.of("in a stadium", "on the sports field")),
                    Map.entry(
                            "kitchentable",
                            List.of("on a kitchen table", "on the kitchen counter")),
                    Map.entry("woodentable", List.of("on a rustic table", "on a wooden table")),
                    Map.entry("marble", List.of("on a marble counter", "on a marble table")),
                    Map.entry("cloth", List.of("on a picnic blanket", "on a checked tablecloth")),
                    Map.entry("shelf", List.of("on a shelf", "on the windowsill")),
                    Map.entry("studio", List.of("in a photo studio", "against a plain backdrop")),
                    Map.entry("partytable", List.of("on a party table", "on a banquet table")));

    private PlaceWords() {}

    static List<String> phrases(String place) {
        return PHRASES.get(place);
    }

    static boolean outdoors(String place) {
        return switch (place) {
            case "street",
                    "square",
                    "skyline",
                    "park",
                    "forest",
                    "meadow",
                    "beach",
                    "mountains",
                    "desert",
                    "lake",
                    "harbour",
                    "sea",
                    "fairground",
                    "stadium" ->
                    true;
            default -> false;
        };
    }
}

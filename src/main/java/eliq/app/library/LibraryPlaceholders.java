package eliq.app.library;

import eliq.app.placeholder.Placeholder;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;

/** What stands in the place of the images while there are none to be seen. */
final class LibraryPlaceholders {
    private final LibraryViewModel model;
    private final LibraryView.Doors doors;
    private final Runnable clearSearch;
    private final Runnable clearFilters;
    private final Runnable chooseFolder;

    /**
     * @param doors out of an empty catalogue
     * @param chooseFolder asks for a folder and brings it in
     */
    LibraryPlaceholders(
            LibraryViewModel model,
            LibraryView.Doors doors,
            Runnable clearSearch,
            Runnable clearFilters,
            Runnable chooseFolder) {
        this.model = model;
        this.doors = doors;
        this.clearSearch = clearSearch;
        this.clearFilters = clearFilters;
        this.chooseFolder = chooseFolder;
    }

    /** For a state; the images themselves where there are some. */
    Node of(LibraryState state, Node images) {
        return switch (state) {
            case LibraryState.Loading _ -> new SkeletonGrid();
            case LibraryState.Showing _ -> images;
            case LibraryState.EmptyCatalogue _ -> empty();
            case LibraryState.NoMatch(String words, boolean narrowed) -> noMatch(words, narrowed);
            case LibraryState.Failed(String reason) ->
                    Placeholder.failed(
                            "The images cannot be read",
                            reason,
                            new Placeholder.Door("Try again", "fth-refresh-cw", model::refresh));
        };
    }

    private Placeholder empty() {
        return Placeholder.empty(
                "fth-image",
                "No images yet",
                "Drop files or folders here to bring them into the catalogue. Their prompts come along where a "
                        + "generator left them in the file. Nothing leaves this machine.",
                List.of(
                        new Placeholder.Door("Import a folder …", "fth-folder-plus", chooseFolder),
                        new Placeholder.Door("Score my images", "fth-target", doors::scoreImages),
                        new Placeholder.Door("Try the demo", "fth-play", doors::tryDemo),
                        new Placeholder.Door(
                                "Build a training set", "fth-layers", doors::buildPairs)));
    }

    private Placeholder noMatch(String words, boolean narrowed) {
        List<Placeholder.Door> ways = new ArrayList<>();
        if (!words.isEmpty()) {
            ways.add(new Placeholder.Door("Clear the search", "fth-x", clearSearch));
        }
        if (narrowed) {
            ways.add(new Placeholder.Door("Clear the filters", "fth-filter", clearFilters));
        }
        return Placeholder.empty(
                "fth-search",
                words.isEmpty() ? "No image passes the filters" : "Nothing matches “" + words + "”",
                narrowed
                        ? "Only images that pass all filters and whose name or prompt holds all words are shown."
                        : "Names and prompts were searched for all of these words.",
                ways);
    }
}

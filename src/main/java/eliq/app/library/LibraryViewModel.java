package eliq.app.library;

import eliq.app.frame.StatusViewModel;
import eliq.catalog.ImageFilter;
import eliq.catalog.ImageRow;
import eliq.catalog.ImageSort;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The images that match, by place in the order, read from the catalogue page by page as they come into sight. JavaFX
 * thread only, unless said otherwise. Knows no scene graph.
 */
public final class LibraryViewModel {

    static final int PAGE = 200;
    private static final int PAGES_KEPT = 30;

    /** What the view shows. */
    public sealed interface State {
        record Loading() implements State {}

        /** The catalogue holds no image at all. */
        record EmptyCatalogue() implements State {}

        /** There are images, none of which matches. */
        record NoMatch(String words) implements State {}

        record Showing(long images) implements State {}

        record Failed(String reason) implements State {}
    }

    private final ImageShelf shelf;
    private final Executor worker;
    private final Executor importer;
    private final Executor ui;
    private final StatusViewModel status;

    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<ImageSort> sort = new SimpleObjectProperty<>(ImageSort.NEWEST);
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Loading());
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyLongWrapper pagesLoaded = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<Optional<Integer>> selected =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<Integer> places = FXCollections.observableArrayList();
    private final Map<Integer, List<ImageRow>> pages =
            new LinkedHashMap<>(PAGES_KEPT, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Integer, List<ImageRow>> eldest) {
                    return size() > PAGES_KEPT;
                }
            };
    private final Set<Integer> asked = new HashSet<>();
    // Answers to an older question are dropped.
    private long question;

    /**
     * @param worker runs one thing after another, off the JavaFX thread
     * @param importer runs imports beside it, off the JavaFX thread
     * @param ui runs things on the JavaFX thread
     */
    public LibraryViewModel(
            ImageShelf shelf,
            Executor worker,
            Executor importer,
            Executor ui,
            StatusViewModel status) {
        this.shelf = shelf;
        this.worker = worker;
        this.importer = importer;
        this.ui = ui;
        this.status = status;
        search.subscribe((_, _) -> refresh());
        sort.subscribe((_, _) -> refresh());
    }

    // Properties

    /** Words that name or prompt must contain. */
    public StringProperty searchProperty() {
        return search;
    }

    public ObjectProperty<ImageSort> sortProperty() {
        return sort;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** One sentence on what just happened; empty where there is nothing to say. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** 0, 1, 2, ...: one for each image that matches. */
    public ObservableList<Integer> places() {
        return places;
    }

    /** Changes whenever {@link #row} may answer more than before. */
    public ReadOnlyLongProperty pagesLoadedProperty() {
        return pagesLoaded.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Integer>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** The image at a place; empty while its page is on the way. */
    public Optional<ImageRow> row(int place) {
        int page = place / PAGE;
        List<ImageRow> rows = pages.get(page);
        if (rows == null) {
            ask(page);
            return Optional.empty();
        }
        int within = place % PAGE;
        return within < rows.size() ? Optional.of(rows.get(within)) : Optional.empty();
    }

    public Optional<ImageRow> selectedRow() {
        return selected.get().flatMap(this::row);
    }

    /** Where the image's file is. */
    public Path path(ImageRow row) {
        return shelf.path(row);
    }

    // Commands

    /** Asks the catalogue anew, for the words and the order chosen. */
    public void refresh() {
        long now = ++question;
        ImageFilter filter = filter();
        worker.execute(
                () -> {
                    try {
                        long matching = shelf.count(filter);
                        long all = matching > 0 ? matching : shelf.count(ImageFilter.all());
                        ui.execute(() -> begin(now, matching, all));
                    } catch (ImageShelf.ShelfException e) {
                        ui.execute(() -> fail(now, e.getMessage()));
                    }
                });
    }

    public void select(int place) {
        selected.set(place >= 0 && place < places.size() ? Optional.of(place) : Optional.empty());
    }

    /** Moves the selection by so many places, within the list. */
    public void move(int by) {
        if (!places.isEmpty()) {
            int from = selected.get().orElse(by > 0 ? -by : 0);
            select(Math.clamp((long) from + by, 0, places.size() - 1));
        }
    }

    /** Brings files and folders into the catalogue, then shows them. */
    public void bringIn(List<Path> files) {
        notice.set("");
        status.working("Importing …", -1);
        importer.execute(
                () -> {
                    try {
                        String result =
                                shelf.bringIn(
                                        files,
                                        (done, total) ->
                                                ui.execute(
                                                        () ->
                                                                status.working(
                                                                        "Importing "
                                                                                + done
                                                                                + " of "
                                                                                + total,
                                                                        total == 0
                                                                                ? -1
                                                                                : (double) done
                                                                                        / total)));
                        ui.execute(
                                () -> {
                                    notice.set(result);
                                    status.idle("Import finished");
                                    refresh();
                                });
                    } catch (ImageShelf.ShelfException e) {
                        ui.execute(
                                () -> {
                                    notice.set(e.getMessage());
                                    status.idle("Import failed");
                                });
                    }
                });
    }

    /** Says one sentence in the view. */
    public void say(String sentence) {
        notice.set(sentence);
    }

    private ImageFilter filter() {
        return ImageFilter.all().withText(search.get().strip());
    }

    private void begin(long then, long matching, long all) {
        if (then != question) {
            return;
        }
        pages.clear();
        asked.clear();
        selected.set(Optional.empty());
        places.setAll(IntStream.range(0, Math.toIntExact(matching)).boxed().toList());
        pagesLoaded.set(pagesLoaded.get() + 1);
        if (all == 0) {
            state.set(new State.EmptyCatalogue());
        } else if (matching == 0) {
            state.set(new State.NoMatch(search.get().strip()));
        } else {
            state.set(new State.Showing(matching));
        }
    }

    private void fail(long then, String reason) {
        if (then == question) {
            state.set(new State.Failed(reason));
        }
    }

    private void ask(int page) {
        if (!asked.add(page)) {
            return;
        }
        long now = question;
        ImageFilter filter = filter();
        ImageSort order = sort.get();
        worker.execute(
                () -> {
                    try {
                        List<ImageRow> rows = shelf.page(filter, order, (long) page * PAGE, PAGE);
                        ui.execute(
                                () -> {
                                    if (now == question) {
                                        pages.put(page, rows);
                                        asked.remove(page);
                                        pagesLoaded.set(pagesLoaded.get() + 1);
                                    }
                                });
                    } catch (ImageShelf.ShelfException e) {
                        ui.execute(() -> fail(now, e.getMessage()));
                    }
                });
    }
}

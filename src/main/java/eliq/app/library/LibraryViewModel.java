package eliq.app.library;

import eliq.app.frame.StatusViewModel;
import eliq.app.words.Failure;
import eliq.catalog.ImageFacets;
import eliq.catalog.ImageFilter;
import eliq.catalog.ImageRow;
import eliq.catalog.ImageSort;
import eliq.catalog.Score;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
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
import javafx.collections.ObservableList;

/**
 * The images that match, by place in the order, read from the catalogue page by page as they come into sight. JavaFX
 * thread only, unless said otherwise. Knows no scene graph.
 */
public final class LibraryViewModel {

    private final ImageShelf shelf;
    private final Executor worker;
    private final Executor ui;

    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<ImageSort> sort = new SimpleObjectProperty<>(ImageSort.NEWEST);
    private final ReadOnlyObjectWrapper<LibraryState> state =
            new ReadOnlyObjectWrapper<>(new LibraryState.Loading());
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyLongWrapper pagesLoaded = new ReadOnlyLongWrapper();
    private final ObjectProperty<ImageFilter> filter =
            new SimpleObjectProperty<>(ImageFilter.all());
    private final OfferedFacets facets;
    private final ScorerNames scorerNames = new ScorerNames();
    private final ScoreHistory history;
    private final Arrivals arrivals;
    private final Places places = new Places();
    private final Selection selection = new Selection(places::size);
    private final Pages pages = new Pages(this::read, places::size);
    // Answers to an older question are dropped.
    private volatile long question;
    private boolean quiet;
    private Optional<Integer> awaited = Optional.empty();

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
        this.ui = ui;
        this.facets = new OfferedFacets(shelf);
        this.history = new ScoreHistory(shelf, worker, ui, notice::set);
        this.arrivals = new Arrivals(shelf, importer, ui, status, notice::set, this::refresh);
        search.subscribe((_, _) -> askAnew());
        sort.subscribe((_, _) -> askAnew());
        filter.subscribe((_, _) -> askAnew());
        selection.selectedProperty().subscribe((_, _) -> history.of(selectedRow()));
        pagesLoaded.subscribe((_, _) -> history.of(selectedRow()));
    }

    // Properties

    /** Words that name or prompt must contain. */
    public StringProperty searchProperty() {
        return search;
    }

    public ObjectProperty<ImageSort> sortProperty() {
        return sort;
    }

    /** What else images must be; its text is not used, see {@link #searchProperty}. */
    public ObjectProperty<ImageFilter> filterProperty() {
        return filter;
    }

    /** What images can be narrowed by. */
    public ReadOnlyObjectProperty<ImageFacets> facetsProperty() {
        return facets.facetsProperty();
    }

    /** Why an image shows no score, as the end of a sentence. */
    String unscored() {
        return facets.unscored(filter.get());
    }

    /** Every score that the selected image ever got, newest first. */
    public ReadOnlyObjectProperty<List<Score>> historyProperty() {
        return history.scoresProperty();
    }

    /** What people call the scorers. */
    public ScorerNames scorerNames() {
        return scorerNames;
    }

    public ReadOnlyObjectProperty<LibraryState> stateProperty() {
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

    /** The image at a place; empty while its page is on the way. */
    public Optional<ImageRow> row(int place) {
        return pages.row(place);
    }

    /** What is looked at, and what is chosen. */
    public Selection selection() {
        return selection;
    }

    public Optional<ImageRow> selectedRow() {
        return selection.selectedProperty().get().flatMap(this::row);
    }

    /** What is asked now, words included. */
    public LibraryQuestion question() {
        return new LibraryQuestion(filter(), sort.get());
    }

    /** Where the image's file is. */
    public Path path(ImageRow row) {
        return shelf.path(row);
    }

    // Commands

    /** Asks what is asked there, as one question. */
    public void ask(LibraryQuestion wanted) {
        quiet = true;
        search.set(wanted.filter().text());
        sort.set(wanted.sort());
        filter.set(wanted.filter());
        quiet = false;
        offer(facets.facetsProperty().get());
        askAnew();
    }

    /** Asks the catalogue anew, for what can be narrowed by and for the images. */
    public void refresh() {
        worker.execute(
                () -> {
                    ImageFacets now = facets.read();
                    ui.execute(
                            () -> {
                                offer(now);
                                askAnew();
                            });
                });
    }

    private void offer(ImageFacets now) {
        quiet = true;
        filter.set(facets.offer(now, filter.get()));
        quiet = false;
    }

    private void askAnew() {
        if (quiet) {
            return;
        }
        long now = ++question;
        ImageFilter wanted = filter();
        worker.execute(
                () -> {
                    // Only the newest question is worth the disk's time.
                    if (now != question) {
                        return;
                    }
                    try {
                        long matching = shelf.count(wanted);
                        long all = matching > 0 ? matching : shelf.count(ImageFilter.all());
                        ui.execute(() -> begin(now, matching, all));
                    } catch (ImageShelf.ShelfException e) {
                        ui.execute(() -> fail(now, e.getMessage()));
                    }
                });
    }

    /** As {@link Selection#select}, when the images that were asked for have come. */
    public void selectOnceThere(int place) {
        awaited = Optional.of(place);
    }

    /** Finds the files of all that are chosen, and hands them over on the JavaFX thread. */
    public void withChosen(Consumer<List<Path>> then) {
        BitSet wanted = selection.chosen();
        ImageFilter narrowed = filter();
        ImageSort order = sort.get();
        worker.execute(
                () -> {
                    try {
                        List<Path> files = ChosenFiles.of(shelf, wanted, narrowed, order);
                        ui.execute(() -> then.accept(files));
                    } catch (ImageShelf.ShelfException e) {
                        ui.execute(() -> notice.set(Failure.sentence(e)));
                    }
                });
    }

    /** Brings files and folders into the catalogue, then shows them. */
    public void bringIn(List<Path> files) {
        arrivals.bringIn(files);
    }

    /** Says one sentence in the view. */
    public void say(String sentence) {
        notice.set(sentence);
    }

    private ImageFilter filter() {
        return filter.get().withText(search.get().strip());
    }

    private void begin(long then, long matching, long all) {
        if (then != question) {
            return;
        }
        pages.clear();
        // Before the selection, whose change has tiles ask for what is at their places.
        places.become(Math.toIntExact(matching));
        selection.clear();
        pagesLoaded.set(pagesLoaded.get() + 1);
        if (all == 0) {
            state.set(new LibraryState.EmptyCatalogue());
        } else if (matching == 0) {
            state.set(new LibraryState.NoMatch(search.get().strip(), question().narrowed()));
        } else {
            state.set(new LibraryState.Showing(matching));
            awaited.ifPresent(selection::select);
            awaited = Optional.empty();
        }
    }

    private void fail(long then, String reason) {
        if (then == question) {
            state.set(new LibraryState.Failed(reason));
        }
    }

    private void read(int page) {
        long now = question;
        ImageFilter wanted = filter();
        ImageSort order = sort.get();
        worker.execute(
                () -> {
                    // Scrolled past or asked otherwise meanwhile.
                    if (now != question) {
                        return;
                    }
                    try {
                        List<ImageRow> rows =
                                shelf.page(wanted, order, (long) page * Pages.LENGTH, Pages.LENGTH);
                        ui.execute(
                                () -> {
                                    if (now == question) {
                                        pages.put(page, rows);
                                        pagesLoaded.set(pagesLoaded.get() + 1);
                                    }
                                });
                    } catch (ImageShelf.ShelfException e) {
                        ui.execute(() -> fail(now, e.getMessage()));
                    }
                });
    }
}

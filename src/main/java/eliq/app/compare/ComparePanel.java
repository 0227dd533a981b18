package eliq.app.compare;

import eliq.app.picture.PictureLoader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;

/**
 * Pictures compared: a toolbar over one or several panes. Pictures come from a loader; what is in its memory is shown at
 * once.
 *
 * @param <K> what names a picture
 */
public final class ComparePanel<K> extends BorderPane {

    /** What is said under a picture. */
    public interface Remarks {
        /** Under the picture at this place; empty for nothing. */
        Optional<? extends Node> below(int place);

        /** Whether the picture gets a red edge: it was put before the one it should follow. */
        boolean wrong(int place);
    }

    private static final int COLUMNS = 3;

    private final CompareViewModel<K> model;
    private final PictureLoader<K> pictures;
    private final Executor worker;
    private final Executor ui;
    private final Remarks remarks;
    private final CompareToolbar toolbar;
    private final GridPane grid = new GridPane(8, 8);
    private final List<ComparePane> panes = new ArrayList<>();
    private final Map<K, PictureLoader.Request> loading = new HashMap<>();
    private final Set<K> missing = new HashSet<>();
    private long difference;
    private boolean stale;

    /**
     * @param pictures of full size, best as {@link Halved}
     * @param worker computes differences, one after another
     * @param ui runs things on the JavaFX thread
     */
    public ComparePanel(
            CompareViewModel<K> model,
            PictureLoader<K> pictures,
            Executor worker,
            Executor ui,
            Remarks remarks) {
        this.model = model;
        this.pictures = pictures;
        this.worker = worker;
        this.ui = ui;
        this.remarks = remarks;
        this.toolbar = new CompareToolbar(model);
        getStyleClass().add("compare");
        getStylesheets().add(ComparePanel.class.getResource("compare.css").toExternalForm());
        setTop(toolbar);
        setCenter(grid);
        for (int i = 0; i < CompareViewModel.MOST_PANES; i++) {
            ComparePane pane =
                    new ComparePane(model.viewportProperty(), model.dividerProperty()::set);
            pane.setId("compare-pane-" + i);
            panes.add(pane);
            pane.canvas().widthProperty().subscribe(_ -> sayScale());
            pane.canvas().heightProperty().subscribe(_ -> sayScale());
        }
        model.subjectsProperty().subscribe((_, _) -> begin());
        model.modeProperty().subscribe((_, _) -> refresh());
        model.panesProperty().subscribe((_, _) -> refresh());
        model.chosenProperty().subscribe((_, _) -> refresh());
        model.referenceProperty().subscribe((_, _) -> refresh());
        model.blinkingProperty().subscribe((_, _) -> refresh());
        model.dividerProperty()
                .subscribe((_, at) -> panes.getFirst().canvas().divide(at.doubleValue()));
        model.gainProperty().subscribe((_, _) -> refresh());
        model.viewportProperty().subscribe((_, _) -> redraw());
        begin();
    }

    private void begin() {
        loading.values().forEach(PictureLoader.Request::cancel);
        loading.clear();
        missing.clear();
        refresh();
    }

    /** Shows anew what is said of the pictures, once, however much changes at a time. */
    public void refresh() {
        if (!stale) {
            stale = true;
            ui.execute(this::show);
        }
    }

    private void show() {
        stale = false;
        List<Integer> places = places();
        arrange(places.size());
        switch (model.modeProperty().get()) {
            case SIDE_BY_SIDE -> {
                for (int i = 0; i < places.size(); i++) {
                    one(panes.get(i), places.get(i));
                }
            }
            case ONE -> places.forEach(place -> one(panes.getFirst(), place));
            case BLINK -> places.forEach(place -> one(panes.getFirst(), blinked(place)));
            case SWIPE -> swipe();
            case DIFFERENCE -> subtract();
        }
        sayScale();
    }

    /** Places of the panes' pictures. */
    private List<Integer> places() {
        List<Integer> pair = model.pair();
        if (pair.isEmpty()) {
            return List.of();
        }
        return switch (model.modeProperty().get()) {
            case SIDE_BY_SIDE -> model.sideBySide();
            case ONE -> List.of(model.chosenProperty().get());
            case BLINK, SWIPE, DIFFERENCE -> List.of(pair.getLast());
        };
    }

    private int blinked(int chosen) {
        return model.blinkingProperty().get() ? model.pair().getFirst() : chosen;
    }

    private void arrange(int count) {
        if (grid.getChildren().size() == count) {
            return;
        }
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        grid.getRowConstraints().clear();
        int columns = count == 4 ? 2 : Math.clamp(count, 1, COLUMNS);
        int rows = (count + columns - 1) / columns;
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            column.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < rows; i++) {
            RowConstraints row = new RowConstraints();
            row.setPercentHeight(100.0 / Math.max(1, rows));
            row.setVgrow(Priority.ALWAYS);
            grid.getRowConstraints().add(row);
        }
        for (int i = 0; i < count; i++) {
            grid.add(panes.get(i), i % columns, i / columns);
        }
    }

    private void one(ComparePane pane, int place) {
        Subject<K> subject = subject(place);
        pane.say(subject.title(), subject.detail(), remarks.below(place), remarks.wrong(place));
        Optional<Image> image = image(subject.key());
        pane.failed(missing.contains(subject.key()));
        pane.show(image);
    }

    private void swipe() {
        List<Integer> pair = model.pair();
        if (pair.size() < 2) {
            pair.forEach(place -> one(panes.getFirst(), place));
            return;
        }
        Subject<K> left = subject(pair.getFirst());
        Subject<K> right = subject(pair.getLast());
        ComparePane pane = panes.getFirst();
        both(pane, "◧ " + left.title() + "   |   ◨ " + right.title(), right, pair.getLast());
        pane.canvas().show(image(left.key()), image(right.key()), model.dividerProperty().get());
        pane.failed(missing.contains(left.key()) || missing.contains(right.key()));
    }

    private void both(ComparePane pane, String title, Subject<K> second, int place) {
        pane.say(title, second.detail(), remarks.below(place), remarks.wrong(place));
    }

    private void subtract() {
        List<Integer> pair = model.pair();
        if (pair.size() < 2) {
            pair.forEach(place -> one(panes.getFirst(), place));
            return;
        }
        Subject<K> first = subject(pair.getFirst());
        Subject<K> second = subject(pair.getLast());
        ComparePane pane = panes.getFirst();
        both(pane, first.title() + "  −  " + second.title(), second, pair.getLast());
        pane.failed(missing.contains(first.key()) || missing.contains(second.key()));
        Optional<Image> a = image(first.key());
        Optional<Image> b = image(second.key());
        long now = ++difference;
        if (a.isEmpty() || b.isEmpty()) {
            pane.show(Optional.empty());
            return;
        }
        double gain = model.gainProperty().get();
        worker.execute(
                () -> {
                    Image result = Differences.of(a.get(), b.get(), gain);
                    ui.execute(
                            () -> {
                                if (now == difference
                                        && model.modeProperty().get() == CompareMode.DIFFERENCE) {
                                    pane.show(Optional.of(result));
                                    sayScale();
                                }
                            });
                });
    }

    private Subject<K> subject(int place) {
        return model.subjectsProperty().get().get(place);
    }

    /** The picture if it is there; else it is on the way, and the panes are refreshed when it comes. */
    private Optional<Image> image(K key) {
        Optional<Image> known = pictures.cached(key);
        if (known.isEmpty() && !missing.contains(key) && !loading.containsKey(key)) {
            loading.put(
                    key,
                    pictures.load(
                            key,
                            loaded -> {
                                loading.remove(key);
                                if (loaded.isEmpty()) {
                                    missing.add(key);
                                }
                                refresh();
                            }));
        }
        return known;
    }

    private void redraw() {
        panes.forEach(pane -> pane.canvas().draw());
        sayScale();
    }

    private void sayScale() {
        panes.getFirst().canvas().scale().ifPresent(toolbar::scale);
    }
}

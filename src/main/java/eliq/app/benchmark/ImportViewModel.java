package eliq.app.benchmark;

import eliq.benchmark.ImportPreview;
import eliq.benchmark.ImportRatings;
import eliq.benchmark.RatedSetStore;
import eliq.benchmark.RatingColumns;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A rated set on its way in: what was chosen, what its columns are taken for, and what of that the user corrected. */
public final class ImportViewModel {

    /** How the preview stands. */
    public sealed interface State {
        /** Nothing was chosen yet. */
        record Nothing() implements State {}

        /** The index and the images are being looked at. */
        record Looking() implements State {}

        /** No index was found in what was dropped. */
        record NoIndex(String reason) implements State {}

        /** What would be taken for what. */
        record Looked(ImportPreview preview) implements State {}
    }

    private final Function<ImportRatings, ImportPreview> look;
    private final Executor worker;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Nothing());
    private final StringProperty name = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Path>> index =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Path>> images =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Map<ColumnRole, String> named = new EnumMap<>(ColumnRole.class);
    private long generation;

    /**
     * @param look makes the preview; slow
     * @param worker runs one thing after another, off the JavaFX thread
     * @param ui runs things on the JavaFX thread
     */
    ImportViewModel(Function<ImportRatings, ImportPreview> look, Executor worker, Executor ui) {
        this.look = look;
        this.worker = worker;
        this.ui = ui;
    }

    // Properties

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What the set is to be called. */
    public StringProperty nameProperty() {
        return name;
    }

    public ReadOnlyObjectProperty<Optional<Path>> indexProperty() {
        return index.getReadOnlyProperty();
    }

    /** Folder that the images are looked for in. */
    public ReadOnlyObjectProperty<Optional<Path>> imagesProperty() {
        return images.getReadOnlyProperty();
    }

    /** What the chosen name lacks; empty where it is one. */
    public Optional<String> nameProblem() {
        return RatedSetStore.isName(name.get())
                ? Optional.empty()
                : Optional.of("Name the set with letters, digits, '.', '_' and '-'.");
    }

    /** Whether the import can be started as it stands. */
    public boolean ready() {
        return nameProblem().isEmpty()
                && state.get() instanceof State.Looked(ImportPreview preview)
                && preview.set().isPresent();
    }

    // Commands

    /** A table, a folder, or both. */
    public void choose(List<Path> dropped) {
        long now = ++generation;
        state.set(new State.Looking());
        worker.execute(
                () -> {
                    DroppedSet found = DroppedSet.of(dropped);
                    ui.execute(() -> take(found, now));
                });
    }

    private void take(DroppedSet found, long then) {
        if (then != generation) {
            return;
        }
        if (found.index().isEmpty()) {
            state.set(
                    new State.NoIndex(
                            "No table of ratings was found there. Choose a CSV or XLSX file with a column of image names "
                                    + "and a column of mean ratings, or the folder of a known set."));
            return;
        }
        named.clear();
        index.set(found.index());
        images.set(found.images());
        name.set(found.name());
        again();
    }

    /** Looks for the images here; empty: only ratings are wanted. */
    public void imagesIn(Optional<Path> folder) {
        images.set(folder);
        again();
    }

    /** Takes this column for that; empty: no column. */
    public void correct(ColumnRole role, Optional<String> column) {
        named.put(role, column.orElse(RatingColumns.NOTHING));
        again();
    }

    /** Forgets what was chosen. */
    public void clear() {
        generation++;
        named.clear();
        index.set(Optional.empty());
        images.set(Optional.empty());
        name.set("");
        state.set(new State.Nothing());
    }

    private void again() {
        long now = ++generation;
        ImportRatings wanted = wanted().orElseThrow();
        state.set(new State.Looking());
        worker.execute(
                () -> {
                    ImportPreview preview = look.apply(wanted);
                    ui.execute(
                            () -> {
                                if (now == generation) {
                                    state.set(new State.Looked(preview));
                                }
                            });
                });
    }

    /** The import as it stands; empty where nothing was chosen. */
    public Optional<ImportRatings> wanted() {
        return index.get()
                .map(
                        table ->
                                new ImportRatings(
                                        name.get(),
                                        table,
                                        images.get(),
                                        Optional.empty(),
                                        columns(),
                                        Optional.empty(),
                                        true));
    }

    private RatingColumns columns() {
        return new RatingColumns(
                Optional.ofNullable(named.get(ColumnRole.IMAGE)),
                Optional.ofNullable(named.get(ColumnRole.PROMPT)),
                Optional.ofNullable(named.get(ColumnRole.VISUAL)),
                Optional.ofNullable(named.get(ColumnRole.ALIGNMENT)),
                Map.of(),
                Map.of(),
                Optional.ofNullable(named.get(ColumnRole.RATERS)),
                Optional.ofNullable(named.get(ColumnRole.GENERATOR)),
                Optional.ofNullable(named.get(ColumnRole.SPLIT)),
                List.of());
    }
}

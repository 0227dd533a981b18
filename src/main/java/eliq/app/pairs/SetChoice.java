package eliq.app.pairs;

import eliq.catalog.TupleSet;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The sets that there are, which one is shown, and where in it somebody wants to go. */
final class SetChoice {
    private final ObservableList<TupleSet> sets = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<TupleSet>> current =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<ReviewPlace> wanted = Optional.empty();

    ObservableList<TupleSet> sets() {
        return sets;
    }

    ReadOnlyObjectProperty<Optional<TupleSet>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    void want(ReviewPlace place) {
        wanted = Optional.of(place);
    }

    /** Takes the sets that were found: the one to show is the wanted one, that of before, or the newest. */
    Optional<TupleSet> found(List<TupleSet> found) {
        sets.setAll(found);
        Optional<String> name =
                wanted.map(ReviewPlace::set).or(() -> current.get().map(TupleSet::name));
        return found.stream()
                .filter(each -> name.filter(each.name()::equals).isPresent())
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    /** Whether this set is the one that is shown, with as many tuples as then. */
    boolean shows(TupleSet set) {
        return current.get()
                .filter(now -> now.id() == set.id() && now.tuples() == set.tuples())
                .isPresent();
    }

    /**
     * Shows a set.
     *
     * @return the tuple that is wanted in it
     */
    Optional<Long> show(TupleSet set) {
        Optional<Long> tuple =
                wanted.filter(w -> w.set().equals(set.name())).map(ReviewPlace::tuple);
        wanted = Optional.empty();
        current.set(Optional.of(set));
        return tuple;
    }
}

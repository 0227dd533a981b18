package eliq.app.train;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** One of several things with names: what was chosen stays chosen for as long as it is offered. JavaFX thread only. */
final class NamedChoice<T> {
    private final Function<T, String> name;
    private final ObservableList<T> offered = FXCollections.observableArrayList();
    private final ObjectProperty<T> chosen = new SimpleObjectProperty<>();
    private Optional<String> preferred = Optional.empty();

    NamedChoice(Function<T, String> name) {
        this.name = name;
    }

    ObservableList<T> offered() {
        return offered;
    }

    ObjectProperty<T> chosenProperty() {
        return chosen;
    }

    Optional<T> now() {
        return Optional.ofNullable(chosen.get());
    }

    /** Chooses what has this name, where it is offered. */
    void choose(String wanted) {
        named(wanted).ifPresent(chosen::set);
    }

    /** Chooses what has this name as soon as anything is offered. */
    void prefer(Optional<String> wanted) {
        preferred = wanted;
    }

    /** Offers these and no others; chooses what is preferred, else what was chosen, else the first. */
    void offer(List<T> now) {
        Optional<String> before = preferred.or(() -> now().map(name));
        offered.setAll(now);
        chosen.set(before.flatMap(this::named).orElse(now.isEmpty() ? null : now.getFirst()));
        if (!now.isEmpty()) {
            preferred = Optional.empty();
        }
    }

    private Optional<T> named(String wanted) {
        return offered.stream().filter(each -> name.apply(each).equals(wanted)).findFirst();
    }
}

package eliq.app.score;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Which of the installed scorers judges. Changed on the JavaFX thread; {@link #now} may be asked from any.
 */
public final class ScorerChoice {
    private final ObservableList<InstalledScorer> scorers = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<InstalledScorer>> current =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private volatile Optional<InstalledScorer> now = Optional.empty();

    /** @param first in use until another is chosen; absent where none is installed */
    public ScorerChoice(Optional<InstalledScorer> first) {
        first.ifPresent(scorers::add);
        set(first);
    }

    /** Those that can be chosen. */
    public ObservableList<InstalledScorer> scorers() {
        return scorers;
    }

    /** The one in use. */
    public ReadOnlyObjectProperty<Optional<InstalledScorer>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** The one in use, from any thread. */
    public Optional<InstalledScorer> now() {
        return now;
    }

    /** Uses this one from the next image on. */
    public void use(InstalledScorer scorer) {
        set(Optional.of(scorer));
    }

    /** Those that are installed now; where the one in use is gone, the first takes its place. */
    public void offer(List<InstalledScorer> installed) {
        scorers.setAll(installed);
        Optional<Path> used = current.get().map(InstalledScorer::folder);
        set(
                installed.stream()
                        .filter(s -> used.equals(Optional.of(s.folder())))
                        .findFirst()
                        .or(() -> installed.stream().findFirst()));
    }

    private void set(Optional<InstalledScorer> scorer) {
        now = scorer;
        current.set(scorer);
    }
}

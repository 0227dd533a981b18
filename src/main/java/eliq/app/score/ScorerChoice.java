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
    private Optional<Path> awaited = Optional.empty();
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
        awaited = Optional.empty();
        set(Optional.of(scorer));
    }

    /** Uses the one in this folder as soon as it is among the installed, unless another is chosen before. */
    public void useOnceOffered(Path folder) {
        awaited = Optional.of(folder);
        pick(List.copyOf(scorers));
    }

    /** Those that are installed now; where the one in use is gone, the first takes its place. */
    public void offer(List<InstalledScorer> installed) {
        scorers.setAll(installed);
        pick(installed);
    }

    private void pick(List<InstalledScorer> installed) {
        Optional<InstalledScorer> wanted = in(awaited, installed);
        if (wanted.isPresent()) {
            awaited = Optional.empty();
        }
        set(
                wanted.or(() -> in(current.get().map(InstalledScorer::folder), installed))
                        .or(() -> installed.stream().findFirst()));
    }

    private static Optional<InstalledScorer> in(
            Optional<Path> folder, List<InstalledScorer> installed) {
        return installed.stream()
                .filter(scorer -> folder.equals(Optional.of(scorer.folder())))
                .findFirst();
    }

    private void set(Optional<InstalledScorer> scorer) {
        now = scorer;
        current.set(scorer);
    }
}

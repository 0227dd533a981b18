package eliq.app.library;

import eliq.app.words.Failure;
import eliq.catalog.ImageRow;
import eliq.catalog.Score;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Every score that one image ever got, read off the JavaFX thread. Knows no scene graph. */
final class ScoreHistory {
    private final ImageShelf shelf;
    private final Executor worker;
    private final Executor ui;
    private final Consumer<String> say;
    private final ReadOnlyObjectWrapper<List<Score>> scores =
            new ReadOnlyObjectWrapper<>(List.of());
    private Optional<ImageRow> told = Optional.empty();

    ScoreHistory(ImageShelf shelf, Executor worker, Executor ui, Consumer<String> say) {
        this.shelf = shelf;
        this.worker = worker;
        this.ui = ui;
        this.say = say;
    }

    /** Newest first; none while they are on the way. */
    ReadOnlyObjectProperty<List<Score>> scoresProperty() {
        return scores.getReadOnlyProperty();
    }

    /** Reads those of this image, where they are not read already. */
    void of(Optional<ImageRow> row) {
        if (row.equals(told)) {
            return;
        }
        told = row;
        scores.set(List.of());
        row.ifPresent(wanted -> worker.execute(() -> read(wanted)));
    }

    private void read(ImageRow wanted) {
        try {
            List<Score> found = shelf.history(wanted);
            ui.execute(
                    () -> {
                        if (told.equals(Optional.of(wanted))) {
                            scores.set(found);
                        }
                    });
        } catch (ImageShelf.ShelfException e) {
            ui.execute(() -> say.accept(Failure.sentence(e)));
        }
    }
}

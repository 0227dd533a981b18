package eliq.app.library;

import eliq.app.frame.StatusViewModel;
import eliq.app.words.Failure;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Files and folders on their way into the catalogue; the status bar says how far they are. Knows no scene graph. */
final class Arrivals {
    private final ImageShelf shelf;
    private final Executor importer;
    private final Executor ui;
    private final StatusViewModel status;
    private final Consumer<String> say;
    private final Runnable arrived;

    /** @param arrived is told, on the JavaFX thread, when all of them are in */
    Arrivals(
            ImageShelf shelf,
            Executor importer,
            Executor ui,
            StatusViewModel status,
            Consumer<String> say,
            Runnable arrived) {
        this.shelf = shelf;
        this.importer = importer;
        this.ui = ui;
        this.status = status;
        this.say = say;
        this.arrived = arrived;
    }

    /** To be called on the JavaFX thread. */
    void bringIn(List<Path> files) {
        say.accept("");
        status.working("Importing …", -1);
        importer.execute(() -> read(files));
    }

    private void read(List<Path> files) {
        try {
            String result = shelf.bringIn(files, this::advanced);
            ui.execute(
                    () -> {
                        say.accept(result);
                        status.idle("Import finished");
                        arrived.run();
                    });
        } catch (ImageShelf.ShelfException e) {
            ui.execute(
                    () -> {
                        say.accept(Failure.sentence(e));
                        status.idle("Import failed");
                    });
        }
    }

    private void advanced(long done, long total) {
        ui.execute(
                () ->
                        status.working(
                                "Importing " + done + " of " + total,
                                total == 0 ? -1 : (double) done / total));
    }
}

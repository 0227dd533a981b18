package eliq.app.frame;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;

/** Files and folders that are dropped on a view. */
public final class FileDrops {
    private static final String READY = "drop-ready";

    private FileDrops() {}

    /**
     * Takes files dropped anywhere on this region, which wears {@code drop-ready} while they hover over it; whatever else is
     * dragged is not taken.
     */
    public static void accept(Region region, Consumer<List<Path>> then) {
        region.setOnDragOver(
                event -> {
                    if (event.getDragboard().hasFiles()) {
                        event.acceptTransferModes(TransferMode.COPY);
                        if (!region.getStyleClass().contains(READY)) {
                            region.getStyleClass().add(READY);
                        }
                    }
                    event.consume();
                });
        region.setOnDragExited(_ -> region.getStyleClass().remove(READY));
        region.setOnDragDropped(event -> drop(event, region, then));
    }

    private static void drop(DragEvent event, Region region, Consumer<List<Path>> then) {
        region.getStyleClass().remove(READY);
        boolean files = event.getDragboard().hasFiles();
        if (files) {
            then.accept(event.getDragboard().getFiles().stream().map(File::toPath).toList());
        }
        event.setDropCompleted(files);
        event.consume();
    }
}

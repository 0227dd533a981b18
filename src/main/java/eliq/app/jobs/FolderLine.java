package eliq.app.jobs;

import eliq.app.facts.PathText;
import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Where a job's files are. */
final class FolderLine extends HBox {
    private final PathText path = new PathText("", "folder of the job").named("job-folder");

    FolderLine() {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        Label heading = new Label("Folder");
        heading.getStyleClass().add("absent");
        heading.setMinWidth(USE_PREF_SIZE);
        heading.setLabelFor(path);
        HBox.setHgrow(path, Priority.SOMETIMES);
        getChildren().addAll(heading, path);
    }

    void show(Path folder) {
        path.show(folder.toString());
    }
}

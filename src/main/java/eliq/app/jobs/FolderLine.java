package eliq.app.jobs;

import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where a job's files are: in one line, shortened in the middle, whole on hover and on the clipboard. */
final class FolderLine extends HBox {
    private final Label path = new Label();

    FolderLine() {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        Label heading = new Label("Folder");
        heading.getStyleClass().add("absent");
        heading.setMinWidth(USE_PREF_SIZE);
        path.setId("job-folder");
        path.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        path.setMinWidth(0);
        path.setMaxWidth(Double.MAX_VALUE);
        path.setTooltip(new Tooltip());
        path.getTooltip().textProperty().bind(path.textProperty());
        HBox.setHgrow(path, Priority.SOMETIMES);
        heading.setLabelFor(path);
        Button copy = new Button("", new FontIcon("fth-copy"));
        copy.setId("job-folder-copy");
        copy.getStyleClass().addAll("small", "flat");
        copy.setAccessibleText("Copy the path of the job’s folder");
        copy.setTooltip(new Tooltip("Copy the path"));
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setOnAction(
                _ -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(path.getText());
                    Clipboard.getSystemClipboard().setContent(content);
                });
        getChildren().addAll(heading, path, copy);
    }

    void show(Path folder) {
        path.setText(folder.toString());
    }
}

package eliq.app.facts;

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

/** A path on one line, shortened in the middle where it is long; on hover and in the clipboard it is whole. */
public final class PathText extends HBox {
    private final Label path = new Label();
    private final Button copy = new Button("", new FontIcon("fth-copy"));

    /** @param meaning for screen readers */
    public PathText(String text, String meaning) {
        super(2);
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        getStyleClass().add("path-text");
        path.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        path.setMinWidth(0);
        path.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(path, Priority.ALWAYS);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(path.textProperty());
        whole.setWrapText(true);
        whole.setMaxWidth(420);
        path.setTooltip(whole);
        copy.getStyleClass().addAll("flat", "small", "button-icon");
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setAccessibleText("Copy: " + meaning);
        copy.setTooltip(new Tooltip("Copy the path"));
        copy.setOnAction(_ -> copy());
        getChildren().setAll(path, copy);
        show(text);
    }

    public void show(String text) {
        path.setText(text);
    }

    /** Gives the path this id, and its button the same with {@code -copy}. */
    public PathText named(String id) {
        path.setId(id);
        copy.setId(id + "-copy");
        return this;
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(path.getText());
        Clipboard.getSystemClipboard().setContent(content);
    }
}

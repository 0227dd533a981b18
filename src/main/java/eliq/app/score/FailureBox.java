package eliq.app.score;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Why an image has no score, and what can be done about it. */
final class FailureBox extends VBox {
    private static final int LONGEST_PATH = 36;

    private final ScoreViewModel model;
    private final Label words = new Label();
    private final Tooltip whole = new Tooltip();

    FailureBox(ScoreViewModel model) {
        super(8);
        this.model = model;
        words.setId("score-failure");
        words.getStyleClass().add("failure");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        whole.setWrapText(true);
        whole.setMaxWidth(480);
        words.setTooltip(whole);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** Says why this row was not scored. */
    void show(ScoreRow row, String reason) {
        words.setText(shortened(reason, row.path()));
        whole.setText(reason);
        Button out = new Button("Take out of the list", new FontIcon("fth-x"));
        out.setId("score-take-out");
        out.setOnAction(
                _ -> {
                    model.choice().look(row);
                    model.remove();
                });
        Button copy = new Button("Copy details", new FontIcon("fth-copy"));
        copy.setId("score-copy-failure");
        copy.setOnAction(_ -> copy(details(row, reason)));
        // Side by side in the narrowest window.
        List.of(out, copy).forEach(button -> button.getStyleClass().add("small"));
        getChildren().setAll(words, new FlowPane(8, 8, out, copy));
        setVisible(true);
    }

    /** There is nothing to say. */
    void hide() {
        setVisible(false);
    }

    private void copy(String details) {
        ClipboardContent content = new ClipboardContent();
        content.putString(details);
        Clipboard.getSystemClipboard().setContent(content);
        model.say("Copied: the file and why it was not scored.");
    }

    /** All that helps somebody else to find the fault. */
    private String details(ScoreRow row, String reason) {
        return "Not scored by "
                + model.judgeProperty().get().name()
                + ": "
                + row.path()
                + "\n"
                + reason;
    }

    /** The reason with a long path cut in its middle: where it begins and the file's name say which it is. */
    static String shortened(String reason, Path file) {
        String path = file.toString();
        if (path.length() <= LONGEST_PATH) {
            return reason;
        }
        int end = Math.min(file.getFileName().toString().length() + 1, LONGEST_PATH - 10);
        return reason.replace(
                path,
                path.substring(0, LONGEST_PATH - 1 - end)
                        + "…"
                        + path.substring(path.length() - end));
    }
}

package eliq.app.frame;

import javafx.beans.binding.StringExpression;
import javafx.scene.control.Label;

/** The line of a view that says what has just happened or gone wrong; not there while there is nothing to say. */
public final class Notice extends Label {

    /** Of what went wrong alone, and looks like it. */
    public static Notice ofProblem(String id, StringExpression text) {
        Notice notice = new Notice(id, text);
        notice.getStyleClass().add("problem");
        return notice;
    }

    /** @param text empty for nothing */
    public Notice(String id, StringExpression text) {
        setId(id);
        getStyleClass().add("notice");
        setWrapText(true);
        setMaxWidth(Double.MAX_VALUE);
        textProperty().bind(text);
        visibleProperty().bind(text.isNotEmpty());
        managedProperty().bind(visibleProperty());
    }
}

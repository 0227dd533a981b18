package eliq.app.frame;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.control.Label;

/** The line of a view that says what has just happened or gone wrong; not there while there is nothing to say. */
public final class Notice extends Label {

    /** @param text empty for nothing */
    public Notice(String id, ReadOnlyStringProperty text) {
        setId(id);
        getStyleClass().add("notice");
        setWrapText(true);
        setMaxWidth(Double.MAX_VALUE);
        textProperty().bind(text);
        visibleProperty().bind(text.isNotEmpty());
        managedProperty().bind(visibleProperty());
    }
}

package eliq.app.facts;

import javafx.scene.Node;
import javafx.scene.control.TitledPane;

/** A part of an inspector, which folds. */
public final class Section extends TitledPane {
    public Section(String title, Node content) {
        super(title, content);
        getStyleClass().addAll("dense", "inspector-section");
        setAnimated(false);
    }
}

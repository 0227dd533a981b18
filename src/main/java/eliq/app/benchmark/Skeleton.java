package eliq.app.benchmark;

import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The shape of the results before they are there. */
final class Skeleton extends VBox {
    private static final int ROWS = 4;

    Skeleton() {
        super(10);
        getStyleClass().add("document");
        setAccessibleText("Loading");
        for (int i = 0; i < ROWS; i++) {
            getChildren().add(bar(34));
        }
        Region below = bar(200);
        VBox.setVgrow(below, Priority.ALWAYS);
        below.setMaxHeight(Double.MAX_VALUE);
        getChildren().add(below);
    }

    private static Region bar(double height) {
        Region bar = new Region();
        bar.getStyleClass().add("skeleton");
        bar.setMinHeight(height);
        return bar;
    }
}

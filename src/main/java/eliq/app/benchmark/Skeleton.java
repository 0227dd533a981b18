package eliq.app.benchmark;

import eliq.app.placeholder.SkeletonRows;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The shape of the results before they are there: the table of methods, below it a scatter beside a list of images. */
final class Skeleton extends VBox {
    private static final int METHODS = 3;
    private static final int IMAGES = 30;
    private static final double LIST = 290;

    Skeleton() {
        super(10);
        getStyleClass().add("document");
        setAccessibleText("Loading");
        for (int i = 0; i < METHODS; i++) {
            getChildren().add(bar(34));
        }
        Region scatter = bar(200);
        HBox.setHgrow(scatter, Priority.ALWAYS);
        SkeletonRows list = SkeletonRows.alike(IMAGES, 48);
        list.setMinWidth(LIST);
        // As many as a high window has room for.
        list.setPrefHeight(0);
        HBox below = new HBox(14, scatter, list);
        VBox.setVgrow(below, Priority.ALWAYS);
        getChildren().add(below);
    }

    private static Region bar(double height) {
        Region bar = new Region();
        bar.getStyleClass().add("skeleton");
        bar.setMinHeight(height);
        bar.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return bar;
    }
}

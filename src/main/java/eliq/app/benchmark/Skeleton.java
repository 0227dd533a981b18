package eliq.app.benchmark;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

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
        VBox list = new VBox(10);
        list.setMinWidth(LIST);
        for (int i = 0; i < IMAGES; i++) {
            list.getChildren().add(bar(48));
        }
        // As many as a high window has room for.
        list.setMinHeight(0);
        list.setPrefHeight(0);
        Rectangle room = new Rectangle(LIST, 0);
        room.heightProperty().bind(list.heightProperty());
        list.setClip(room);
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

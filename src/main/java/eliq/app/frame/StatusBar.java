package eliq.app.frame;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Work that is going on, and what it runs on. */
final class StatusBar extends HBox {

    StatusBar(StatusViewModel model) {
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);

        Label work = new Label();
        work.setId("status-work");
        work.textProperty().bind(model.workProperty());
        ProgressBar bar = new ProgressBar();
        bar.setPrefWidth(120);
        bar.setAccessibleText("Progress of the running work");
        bar.progressProperty().bind(model.progressProperty());
        bar.visibleProperty().bind(model.busyProperty());
        bar.managedProperty().bind(model.busyProperty());

        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);

        Label scorer = new Label();
        scorer.setId("status-model");
        scorer.textProperty().bind(Bindings.concat("Model: ", model.modelProperty()));
        Label memory = new Label();
        memory.textProperty().bind(model.memoryProperty());
        getChildren().addAll(work, bar, gap, scorer, memory);
    }
}

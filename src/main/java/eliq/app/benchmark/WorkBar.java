package eliq.app.benchmark;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** How far the job is that the view waits for; nothing where it waits for none. */
final class WorkBar extends HBox {
    WorkBar(Work work) {
        setId("benchmark-work");
        getStyleClass().add("work-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label what = new Label();
        what.getStyleClass().add("text-bold");
        what.setMinWidth(Region.USE_PREF_SIZE);
        ProgressBar bar = new ProgressBar();
        bar.setPrefWidth(220);
        bar.setAccessibleText("Progress");
        Label stage = new Label();
        HBox.setHgrow(stage, Priority.ALWAYS);
        stage.setMaxWidth(Double.MAX_VALUE);
        Label left = new Label();
        left.setMinWidth(Region.USE_PREF_SIZE);
        left.getStyleClass().add("absent");
        Button cancel = new Button("Stop", new FontIcon("fth-square"));
        cancel.setId("benchmark-cancel");
        cancel.setOnAction(_ -> work.cancel());
        getChildren().addAll(what, bar, stage, left, cancel);
        work.nowProperty()
                .subscribe(
                        now -> {
                            setVisible(now.isPresent());
                            setManaged(now.isPresent());
                            now.ifPresent(
                                    n -> {
                                        what.setText(n.what());
                                        bar.setProgress(n.share());
                                        stage.setText(n.stage());
                                        left.setText(n.left());
                                        cancel.setDisable(n.stage().equals("stopping"));
                                    });
                        });
    }
}

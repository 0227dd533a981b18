package eliq.app.frame;

import java.util.OptionalDouble;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
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
        memory.textProperty()
                .bind(model.memoryProperty().map(used -> used.isEmpty() ? "" : "Memory: " + used));
        getChildren().addAll(jobs(model), work, bar, gap, scorer, memory);
    }

    private static Node jobs(StatusViewModel model) {
        ProgressBar share = new ProgressBar();
        share.setPrefWidth(80);
        share.setFocusTraversable(false);
        Hyperlink jobs = new Hyperlink("", share);
        jobs.setId("status-jobs");
        jobs.getStyleClass().add("status-jobs");
        jobs.setTooltip(new Tooltip("Show the jobs"));
        jobs.setOnAction(
                _ -> {
                    jobs.setVisited(false);
                    model.openJobs();
                });
        jobs.managedProperty().bind(jobs.visibleProperty());
        model.jobsProperty()
                .subscribe(
                        now -> {
                            jobs.setVisible(now.isPresent());
                            jobs.setText(now.map(StatusViewModel.Jobs::text).orElse(""));
                            share.setProgress(
                                    now.map(StatusViewModel.Jobs::share)
                                            .orElse(OptionalDouble.empty())
                                            .orElse(-1));
                        });
        return jobs;
    }
}

package eliq.app.models;

import eliq.app.follow.FollowedJob;
import eliq.catalog.JobState;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A download: how far it is, and pause, resume, cancel. */
final class DownloadRow extends VBox {

    DownloadRow(DownloadsModel model, Download download) {
        FollowedJob job = download.job();
        getStyleClass().add("download");
        Label title = new Label(job.title());
        title.getStyleClass().add("text-bold");
        title.setMinWidth(Region.USE_PREF_SIZE);
        ProgressBar bar = new ProgressBar();
        bar.setAccessibleText("Progress of the download");
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        bar.progressProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                () ->
                                        job.isActive() || job.fractionProperty().get() >= 0
                                                ? job.fractionProperty().get()
                                                : 0,
                                job.fractionProperty(),
                                job.stateProperty()));
        Label pace = new Label();
        pace.getStyleClass().add("absent");
        pace.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> words(job), job.paceProperty(), job.stateProperty()));
        Button pause = new Button("Pause", new FontIcon("fth-pause"));
        pause.getStyleClass().add("download-pause");
        pause.setOnAction(_ -> model.pause(download));
        Button resume = new Button("Resume", new FontIcon("fth-play"));
        resume.getStyleClass().add("download-resume");
        resume.setOnAction(_ -> model.resume(download));
        Button cancel = new Button("Cancel", new FontIcon("fth-x"));
        cancel.getStyleClass().add("download-cancel");
        cancel.setOnAction(_ -> model.cancel(download));
        job.stateProperty()
                .subscribe(
                        _ -> {
                            pause.setVisible(job.isActive());
                            pause.setManaged(job.isActive());
                            resume.setVisible(!job.isActive());
                            resume.setManaged(!job.isActive());
                        });
        HBox line = new HBox(10, title, bar, pace, pause, resume, cancel);
        line.setAlignment(Pos.CENTER_LEFT);
        Label error = new Label();
        error.setWrapText(true);
        error.getStyleClass().add("failure");
        error.textProperty().bind(job.errorProperty());
        error.visibleProperty().bind(job.errorProperty().isNotEmpty());
        error.managedProperty().bind(error.visibleProperty());
        getChildren().addAll(line, error);
    }

    private static String words(FollowedJob job) {
        JobState state = job.stateProperty().get();
        return switch (state) {
            case RUNNING ->
                    job.paceProperty().get().isEmpty() ? "starting …" : job.paceProperty().get();
            case QUEUED -> "waits for its turn";
            case PAUSED -> "paused";
            case INTERRUPTED -> "was interrupted; what has come is kept";
            case FAILED -> "failed; what has come is kept";
            case CANCELLED, DONE -> state.key();
        };
    }
}

package eliq.app.jobs;

import eliq.catalog.JobState;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Work that stopped before its end when the program did: offered, never taken up by itself. */
final class OfferPane extends VBox {
    private static final int MOST = 3;

    private final JobsViewModel model;

    OfferPane(JobsViewModel model) {
        this.model = model;
        setId("jobs-offer");
        getStyleClass().addAll("notice", "job-offer");
        managedProperty().bind(visibleProperty());
        model.offered().subscribe(this::show);
        show();
    }

    private void show() {
        setVisible(!model.offered().isEmpty());
        getChildren().clear();
        model.offered().stream().limit(MOST).map(this::line).forEach(getChildren()::add);
        int others = model.offered().size() - MOST;
        Label rest =
                new Label(
                        others > 0
                                ? "and " + others + " more, listed under “Unfinished”"
                                : "Nothing is resumed by itself.");
        rest.getStyleClass().add("absent");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button leave = new Button("Leave them");
        leave.setId("jobs-leave");
        leave.getStyleClass().addAll("small", "flat");
        leave.setOnAction(_ -> model.leave());
        HBox foot = new HBox(8, rest, gap, leave);
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(foot);
    }

    private Node line(JobRow row) {
        boolean waiting = row.job().state() == JobState.QUEUED;
        Label text =
                new Label(
                        "Job "
                                + row.id()
                                + ", "
                                + row.title()
                                + (waiting
                                        ? ", was still waiting when the program ended."
                                        : ", was interrupted"
                                                + (row.share().isPresent()
                                                        ? " at "
                                                                + (int)
                                                                        (100
                                                                                * row.share()
                                                                                        .getAsDouble())
                                                                + " %"
                                                        : "")
                                                + "."));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button resume = new Button(waiting ? "Start" : "Resume", new FontIcon("fth-play"));
        resume.setId("jobs-resume-" + row.id());
        resume.getStyleClass().add("small");
        resume.setAccessibleText(resume.getText() + " job " + row.id());
        resume.setOnAction(_ -> model.resume(row.id()));
        HBox line = new HBox(8, text, gap, resume);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}

package eliq.app.jobs;

import eliq.app.facts.FactGrid;
import eliq.app.frame.Keys;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The selected job: what can be done with it, its log, its parameters, its result. */
final class JobPane extends StackPane {
    private final Label title = new Label();
    private final Label standing = new Label();
    private final Label error = new Label();
    private final Button cancel = button("Cancel", "fth-square", "job-cancel");
    private final Button pause = button("Pause", "fth-pause", "job-pause");
    private final Button resume = button("Resume", "fth-play", "job-resume");
    private final Button repeat = button("Run again", "fth-repeat", "job-repeat");
    private final Button copy = button("Copy details", "fth-copy", "job-copy");
    private final TextArea log = new TextArea();
    private final FactGrid parameters = grid();
    private final FactGrid result = grid();
    private final Label noResult = new Label("There is no result yet.");
    private final FolderLine folder = new FolderLine();
    private final VBox content;
    private final Label nothing = new Label("Select a job to see its log, parameters and result.");

    JobPane(JobsViewModel model, Runnable copyDetails) {
        getStyleClass().add("job-pane");
        title.getStyleClass().add("headline");
        title.setId("job-title");
        standing.setWrapText(true);
        standing.setId("job-standing");
        error.setWrapText(true);
        error.setId("job-error");
        error.getStyleClass().add("failure");
        error.managedProperty().bind(error.textProperty().isNotEmpty());
        cancel.setOnAction(_ -> model.cancel());
        pause.setOnAction(_ -> model.pause());
        resume.setOnAction(_ -> model.resume());
        repeat.setOnAction(_ -> model.repeat());
        cancel.setTooltip(tip("Stop it for good", "."));
        pause.setTooltip(tip("Stop it until it is resumed", "P"));
        resume.setTooltip(tip("From where it stopped", "G"));
        repeat.setTooltip(tip("As a new job with the same parameters, from the beginning", "R"));
        copy.setTooltip(tip("Everything about the job, as text", "Shift+C"));
        copy.setOnAction(_ -> copyDetails.run());
        FlowPane actions = new FlowPane(6, 6, resume, pause, cancel, repeat, copy);
        log.setEditable(false);
        log.setWrapText(true);
        log.setId("job-log");
        log.setAccessibleText("Log of the selected job");
        log.getStyleClass().add("log");
        noResult.getStyleClass().add("absent");
        TabPane tabs =
                new TabPane(
                        new Tab("Log", log),
                        new Tab("Parameters", scrolling(parameters)),
                        new Tab("Result", new StackPane(scrolling(result), noResult)));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getStyleClass().add("dense");
        VBox.setVgrow(tabs, Priority.ALWAYS);
        // Buttons stand above what changes its height while the job runs: they never move under a
        // hand.
        content = new VBox(title, actions, standing, error, folder, tabs);
        content.getStyleClass().add("job-content");
        nothing.getStyleClass().add("absent");
        nothing.setWrapText(true);
        getChildren().addAll(content, nothing);
        model.detailsProperty().subscribe(this::show);
    }

    private static Button button(String text, String icon, String id) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add("small");
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private static Tooltip tip(String text, String key) {
        return new Tooltip(text + " (" + Keys.COMMAND_NAME + "+" + key + ")");
    }

    private static Node scrolling(FactGrid grid) {
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        return scroll;
    }

    private static FactGrid grid() {
        FactGrid grid = new FactGrid(140);
        grid.getStyleClass().add("job-grid");
        return grid;
    }

    private void show(Optional<JobDetails> now) {
        content.setVisible(now.isPresent());
        nothing.setVisible(now.isEmpty());
        if (now.isEmpty()) {
            return;
        }
        JobDetails details = now.get();
        JobRow row = details.row();
        title.setText("Job " + row.id() + ": " + row.title());
        standing.setText(
                row.sentence()
                        + (row.job().attempts() > 1
                                ? " (attempt " + row.job().attempts() + ")"
                                : ""));
        error.setText(row.job().error().orElse(""));
        cancel.setVisible(row.stoppable());
        pause.setVisible(row.running());
        resume.setVisible(row.resumable());
        resume.setText(row.failed() ? "Retry" : "Resume");
        repeat.setVisible(!row.running());
        folder.show(details.folder());
        String lines = String.join("\n", details.log());
        if (!lines.equals(log.getText())) {
            log.setText(lines);
            log.setScrollTop(Double.MAX_VALUE);
        }
        parameters.show(details.parameters());
        result.show(details.result());
        noResult.setVisible(details.result().isEmpty());
    }
}

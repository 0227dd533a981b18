package eliq.app.train;

import eliq.app.chart.Chart;
import eliq.app.chart.ChartView;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The selected run: how it stands, what can be done with it, its curves. */
final class RunPane extends VBox {
    private static final String WAITING = "Appears with the first step.";

    private final Label name = new Label();
    private final Label standing = new Label();
    private final Label words = new Label();
    private final Tooltip whole = new Tooltip();
    private final ProgressBar bar = new ProgressBar();
    private final Button cancel = new Button("Cancel", new FontIcon("fth-square"));
    private final Button resume = new Button("Resume", new FontIcon("fth-play"));
    private final Button keep = new Button("Keep as critic", new FontIcon("fth-save"));
    private final Button again = new Button("Use these settings", new FontIcon("fth-repeat"));
    private final Button command =
            new Button("Copy this run’s command", new FontIcon("fth-terminal"));
    private final ChartView loss = new ChartView(RunCharts.NONE.loss(), WAITING);
    private final ChartView accuracy =
            new ChartView(
                    RunCharts.NONE.accuracy(),
                    "Appears when it is tested on held-out prompts: see 'Test every'.");
    private final ChartView learningRate = new ChartView(RunCharts.NONE.learningRate(), WAITING);
    private final ChartView rate = new ChartView(RunCharts.NONE.rate(), WAITING);
    private final ChartView memory =
            new ChartView(RunCharts.NONE.memory(), "This system does not tell it.");

    RunPane(TrainViewModel model, Runnable copyCommand) {
        getStyleClass().add("train-run");
        setMinWidth(0);
        name.getStyleClass().add("headline");
        name.setId("train-run-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        standing.setId("train-run-standing");
        words.setId("train-run-words");
        words.setWrapText(true);
        words.setTooltip(whole);
        whole.setWrapText(true);
        whole.setMaxWidth(480);
        words.setMinHeight(Region.USE_PREF_SIZE);
        bar.setAccessibleText("Progress of the training");
        bar.setPrefWidth(120);
        cancel.setId("train-cancel");
        cancel.setOnAction(_ -> model.cancel());
        resume.setId("train-resume");
        resume.setOnAction(_ -> model.resume());
        keep.setId("train-keep");
        keep.setTooltip(
                new Tooltip(
                        "Makes a critic of where it stopped; the training can still be resumed"));
        keep.setOnAction(_ -> model.keep());
        again.setId("train-again");
        again.setOnAction(_ -> model.again());
        command.setId("train-run-copy");
        command.setOnAction(_ -> copyCommand.run());
        for (Button each : List.of(cancel, resume, keep, again, command)) {
            each.getStyleClass().add("small");
            each.setMinWidth(Region.USE_PREF_SIZE);
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(10, name, bar, standing, gap, keep, resume, cancel);
        head.setAlignment(Pos.CENTER_LEFT);
        HBox foot = new HBox(8, words, again, command);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        foot.setAlignment(Pos.CENTER_LEFT);
        Node charts = charts();
        VBox.setVgrow(charts, Priority.ALWAYS);
        getChildren().addAll(head, foot, charts);
        model.runs().shownProperty().subscribe(this::show);
    }

    private Node charts() {
        GridPane grid = new GridPane(8, 4);
        for (int column = 0; column < 6; column++) {
            ColumnConstraints sixth = new ColumnConstraints();
            sixth.setPercentWidth(100.0 / 6);
            grid.getColumnConstraints().add(sixth);
        }
        for (double share : new double[] {58, 42}) {
            RowConstraints row = new RowConstraints();
            row.setPercentHeight(share);
            row.setVgrow(Priority.ALWAYS);
            grid.getRowConstraints().add(row);
        }
        grid.add(loss, 0, 0, 3, 1);
        grid.add(accuracy, 3, 0, 3, 1);
        grid.add(learningRate, 0, 1, 2, 1);
        grid.add(rate, 2, 1, 2, 1);
        grid.add(memory, 4, 1, 2, 1);
        grid.setMinHeight(300);
        // As narrow as the window wants: a chart draws itself at any width.
        grid.setMinWidth(0);
        return grid;
    }

    private void show(Optional<RunsModel.Shown> now) {
        setVisible(now.isPresent());
        if (now.isEmpty()) {
            return;
        }
        Run run = now.get().run();
        name.setText(run.stage().title() + " " + run.name());
        standing.setText(Words.standing(run));
        bar.setVisible(run.running());
        bar.setManaged(run.running());
        bar.setProgress(run.total() > 0 ? (double) run.done() / run.total() : -1);
        cancel.setVisible(run.running());
        cancel.setManaged(run.running());
        resume.setVisible(run.resumable());
        resume.setManaged(run.resumable());
        keep.setVisible(run.keepable());
        keep.setManaged(run.keepable());
        again.setDisable(run.training().isEmpty());
        command.setDisable(run.training().isEmpty());
        words.getStyleClass().setAll("label", run.error().isPresent() ? "failure" : "absent");
        words.setText(
                run.error()
                        .or(() -> run.result().map(RunRecords::withoutPlace))
                        .orElse(run.message()));
        whole.setText(run.error().or(run::result).orElse(run.message()));
        RunCharts charts = RunCharts.of(run.stage(), now.get().curves());
        put(loss, charts.loss());
        put(accuracy, charts.accuracy());
        put(learningRate, charts.learningRate());
        put(rate, charts.rate());
        put(memory, charts.memory());
    }

    /** Drawn anew only where something is new. */
    private static void put(ChartView view, Chart chart) {
        if (!chart.equals(view.chartProperty().get())) {
            view.chartProperty().set(chart);
        }
    }
}

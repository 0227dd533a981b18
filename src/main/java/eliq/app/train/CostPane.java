package eliq.app.train;

import eliq.app.frame.Keys;
import eliq.app.words.Amounts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the training that is set up would cost, and the button that starts it. */
final class CostPane extends VBox {
    private static final String GUESSED = "≈ ";

    private final Label time = figure("train-cost-time");
    private final Label memory = figure("train-cost-memory");
    private final Label disk = figure("train-cost-disk");
    private final Label steps = figure("train-cost-steps");
    private final Label basis = new Label();

    CostPane(SetupModel model, Runnable start, Runnable copy) {
        getStyleClass().add("train-cost");
        Button go = new Button("Start", new FontIcon("fth-play"));
        go.setId("train-start");
        go.getStyleClass().add("accent");
        go.setTooltip(new Tooltip(Keys.COMMAND_NAME + "+Enter"));
        go.setOnAction(_ -> start.run());
        go.disableProperty().bind(model.problemProperty().isNotEmpty());
        Button command = new Button("Copy as command", new FontIcon("fth-terminal"));
        command.setId("train-copy");
        command.setTooltip(new Tooltip("The command line that runs the same"));
        command.setOnAction(_ -> copy.run());
        command.disableProperty().bind(model.problemProperty().isNotEmpty());
        go.setMinWidth(Region.USE_PREF_SIZE);
        command.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row =
                new HBox(
                        22,
                        tile("Time", time),
                        tile("Memory", memory),
                        tile("Disk", disk),
                        tile("Steps", steps),
                        gap,
                        new HBox(8, command, go));
        ((HBox) row.getChildren().getLast()).setAlignment(Pos.CENTER_RIGHT);
        row.setAlignment(Pos.CENTER_LEFT);
        basis.setWrapText(true);
        basis.setMinHeight(Region.USE_PREF_SIZE);
        basis.setId("train-cost-basis");
        getChildren().addAll(row, basis);
        model.cost().nowProperty().subscribe(cost -> show(cost, model.problemProperty().get()));
        model.problemProperty()
                .subscribe(problem -> show(model.cost().nowProperty().get(), problem));
    }

    private void show(CostModel.Cost cost, String problem) {
        basis.getStyleClass().setAll("label");
        switch (cost) {
            case CostModel.Cost.Known(Estimate e) when problem.isEmpty() -> {
                figures(
                        (e.timeGuessed() ? GUESSED : "") + Amounts.time(e.time()),
                        (e.memoryGuessed() ? GUESSED : "") + Words.bytes(e.memory()),
                        GUESSED + Words.bytes(e.disk()),
                        String.format("%,d", e.steps()));
                basis.setText(e.work() + ". " + e.basis());
                basis.getStyleClass().add("absent");
            }
            case CostModel.Cost.Working() when problem.isEmpty() ->
                    // The old figures stay until the new ones are there: nothing flickers.
                    basis.getStyleClass().add("absent");
            case CostModel.Cost.Failed(String reason) when problem.isEmpty() -> {
                figures("–", "–", "–", "–");
                basis.setText(reason);
                basis.getStyleClass().add("failure");
            }
            case CostModel.Cost _ -> {
                figures("–", "–", "–", "–");
                basis.setText(problem);
                basis.getStyleClass().add("failure");
            }
        }
    }

    private void figures(String ofTime, String ofMemory, String ofDisk, String ofSteps) {
        time.setText(ofTime);
        memory.setText(ofMemory);
        disk.setText(ofDisk);
        steps.setText(ofSteps);
    }

    private static Label figure(String id) {
        Label label = new Label("–");
        label.setId(id);
        label.getStyleClass().add("headline");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Node tile(String name, Label value) {
        Label label = new Label(name);
        label.getStyleClass().add("absent");
        return new VBox(value, label);
    }
}

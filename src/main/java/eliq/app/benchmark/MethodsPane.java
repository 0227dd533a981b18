package eliq.app.benchmark;

import eliq.benchmark.ScoreSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is to be held against which ratings. */
final class MethodsPane extends BorderPane {
    private final BenchmarkViewModel model;
    private final MethodsViewModel methods;
    private final FileChoice files;
    private final VBox metrics = new VBox(8);
    private final VBox imported = new VBox(8);
    private final Label problem = new Label();
    private final Button start = new Button("Evaluate", new FontIcon("fth-play"));

    MethodsPane(BenchmarkViewModel model, FileChoice files) {
        this.model = model;
        this.methods = model.methods();
        this.files = files;
        setId("benchmark-methods");
        VBox left = new VBox(12, head("Rated set"), setChoice(), head("Scorer"), scorerChoice());
        left.getChildren().addAll(head("Metrics, measured here"), metrics);
        VBox right =
                new VBox(
                        12,
                        head("Scores of other tools"),
                        importedPart(),
                        head("How it is counted"),
                        new StatisticsForm(methods));
        left.setPrefWidth(520);
        right.setPrefWidth(520);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox sides = new HBox(40, left, right);
        sides.getStyleClass().add("document");
        ScrollPane scroll = new ScrollPane(sides);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        setCenter(scroll);
        setBottom(foot());
        methods.metrics()
                .addListener((ListChangeListener<MethodsViewModel.Ticked>) _ -> showMetrics());
        methods.imported().addListener((ListChangeListener<ScoreSource>) _ -> showImported());
        for (Observable each :
                List.<Observable>of(
                        methods.setProperty(),
                        methods.scorerProperty(),
                        model.work().nowProperty())) {
            each.addListener(_ -> showReady());
        }
        showMetrics();
        showImported();
        showReady();
    }

    private static Label head(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("title-4");
        return label;
    }

    private Node setChoice() {
        ComboBox<SetSummary> choice = new ComboBox<>(model.sets());
        choice.setId("benchmark-set");
        choice.setAccessibleText("Rated set");
        choice.setPrefWidth(320);
        choice.setConverter(Converters.shown(SetSummary::name));
        choice.setPromptText("No rated set yet");
        Label facts = new Label();
        facts.setWrapText(true);
        facts.getStyleClass().add("absent");
        methods.setProperty()
                .subscribe(
                        set -> {
                            choice.setValue(set.orElse(null));
                            facts.setText(set.map(SetSummary::facts).orElse(""));
                        });
        choice.valueProperty()
                .subscribe(
                        set -> {
                            // The list is filled anew now and then: nothing chosen is no choice.
                            if (set != null) {
                                methods.setProperty().set(Optional.of(set));
                            }
                        });
        return new VBox(6, choice, facts);
    }

    private Node scorerChoice() {
        ComboBox<Optional<Choice>> choice = new ComboBox<>();
        choice.setId("benchmark-scorer");
        choice.setAccessibleText("Scorer");
        choice.setPrefWidth(320);
        choice.setConverter(Converters.shown(c -> c.map(Choice::title).orElse("none")));
        Label facts = new Label();
        facts.setWrapText(true);
        facts.getStyleClass().add("absent");
        Runnable fill =
                () -> {
                    List<Optional<Choice>> all = new ArrayList<>(List.of(Optional.empty()));
                    methods.scorers().forEach(c -> all.add(Optional.of(c)));
                    Optional<Choice> chosen = methods.scorerProperty().get();
                    choice.getItems().setAll(all);
                    choice.setValue(chosen);
                };
        methods.scorers().addListener((ListChangeListener<Choice>) _ -> fill.run());
        methods.scorerProperty()
                .subscribe(
                        chosen -> {
                            choice.setValue(chosen);
                            facts.setText(chosen.map(Choice::facts).orElse(""));
                        });
        choice.valueProperty()
                .subscribe(
                        chosen -> {
                            if (chosen != null) {
                                methods.scorerProperty().set(chosen);
                            }
                        });
        fill.run();
        return new VBox(6, choice, facts);
    }

    private void showMetrics() {
        metrics.getChildren().clear();
        for (MethodsViewModel.Ticked each : methods.metrics()) {
            metrics.getChildren().add(new MetricChoice(each, this::showReady));
        }
    }

    private Node importedPart() {
        Label what =
                new Label(
                        "CSV or XLSX files with a column of image names and one of scores, joined to the set by name.");
        what.setWrapText(true);
        what.getStyleClass().add("absent");
        Button add = new Button("Add a file of scores …", new FontIcon("fth-plus"));
        add.setId("benchmark-add-scores");
        add.setOnAction(
                _ ->
                        files.tables("Scores of another tool")
                                .forEach(file -> methods.addScores(file, false)));
        return new VBox(8, what, imported, add);
    }

    private void showImported() {
        imported.getChildren().clear();
        for (ScoreSource source : methods.imported()) {
            Label name = new Label(source.name());
            name.getStyleClass().add("text-bold");
            name.setMinWidth(140);
            ComboBox<String> direction = new ComboBox<>();
            direction.getItems().setAll("higher is better", "lower is better");
            direction.setAccessibleText("Direction of " + source.name());
            direction.setValue(direction.getItems().get(source.lowerIsBetter() ? 1 : 0));
            direction.setOnAction(
                    _ ->
                            methods.turn(
                                    source, direction.getSelectionModel().getSelectedIndex() == 1));
            Button remove = new Button("", new FontIcon("fth-x"));
            remove.setAccessibleText("Leave out " + source.name());
            remove.setOnAction(_ -> methods.imported().remove(source));
            HBox row = new HBox(10, name, direction, remove);
            row.setAlignment(Pos.CENTER_LEFT);
            imported.getChildren().add(row);
        }
        showReady();
    }

    private Node foot() {
        start.setId("benchmark-evaluate-start");
        start.getStyleClass().add("accent");
        start.setOnAction(_ -> model.evaluate());
        Button back = new Button("Back");
        back.setOnAction(_ -> model.pageProperty().set(BenchmarkViewModel.Page.RESULTS));
        problem.setWrapText(true);
        problem.getStyleClass().add("absent");
        HBox.setHgrow(problem, Priority.ALWAYS);
        problem.setMaxWidth(Double.MAX_VALUE);
        HBox foot = new HBox(10, problem, back, start);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("page-foot");
        return foot;
    }

    private void showReady() {
        Optional<String> lacking = methods.problem();
        boolean working = model.work().nowProperty().get().isPresent();
        problem.setText(
                lacking.orElse(working ? "Another job of this view is still running." : ""));
        start.setDisable(lacking.isPresent() || working);
    }
}

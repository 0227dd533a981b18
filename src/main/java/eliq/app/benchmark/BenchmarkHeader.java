package eliq.app.benchmark;

import eliq.benchmark.Residual;
import eliq.benchmark.Target;
import eliq.report.ReportForm;
import eliq.report.ScatterChart;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.javafx.FontIcon;

/** Title, which evaluation and which target, and the actions of the view. */
final class BenchmarkHeader extends HBox {
    private final BenchmarkViewModel model;
    private final Supplier<ScatterPlot> plot;
    private final FileChoice files;

    BenchmarkHeader(BenchmarkViewModel model, Supplier<ScatterPlot> plot, FileChoice files) {
        this.model = model;
        this.plot = plot;
        this.files = files;
        getStyleClass().add("view-header");
        setAlignment(Pos.CENTER_LEFT);
        Label title = new Label("Benchmark");
        title.getStyleClass().add("title-3");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button bringIn = new Button("Import …", new FontIcon("fth-upload"));
        bringIn.setId("benchmark-to-import");
        bringIn.setOnAction(_ -> model.pageProperty().set(BenchmarkViewModel.Page.IMPORT));
        Button evaluate = new Button("Evaluate …", new FontIcon("fth-play"));
        evaluate.setId("benchmark-to-methods");
        evaluate.setOnAction(_ -> model.pageProperty().set(BenchmarkViewModel.Page.METHODS));
        for (Button button : new Button[] {bringIn, evaluate}) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        getChildren().addAll(title, runs(), targets(), gap, bringIn, evaluate, export());
    }

    /** The chosen evaluation, in little room. */
    private static final class BriefCell extends ListCell<PastRun> {
        @Override
        protected void updateItem(PastRun run, boolean empty) {
            super.updateItem(run, empty);
            setText(empty || run == null ? "Choose an evaluation" : run.brief());
        }
    }

    private BooleanBinding results() {
        return Bindings.createBooleanBinding(
                () ->
                        model.pageProperty().get() == BenchmarkViewModel.Page.RESULTS
                                && model.stateProperty().get() instanceof BenchmarkState.Shown,
                model.pageProperty(),
                model.stateProperty());
    }

    private Node runs() {
        ComboBox<PastRun> runs = new ComboBox<>(model.runs());
        runs.setId("benchmark-runs");
        runs.setAccessibleText("Evaluations");
        runs.setMaxWidth(420);
        runs.setButtonCell(new BriefCell());
        // What a narrow window cuts can be read whole.
        Tooltip whole = new Tooltip();
        whole.textProperty()
                .bind(runs.valueProperty().map(PastRun::toString).orElse("Evaluations"));
        runs.setTooltip(whole);
        // An evaluation that cannot be opened must not hide the others.
        runs.visibleProperty()
                .bind(
                        model.pageProperty()
                                .isEqualTo(BenchmarkViewModel.Page.RESULTS)
                                .and(Bindings.isNotEmpty(model.runs())));
        runs.managedProperty().bind(runs.visibleProperty());
        model.runProperty().subscribe(run -> runs.setValue(run.orElse(null)));
        runs.valueProperty()
                .subscribe(
                        run -> {
                            if (run != null
                                    && !Optional.of(run).equals(model.runProperty().get())) {
                                model.open(run);
                            }
                        });
        return runs;
    }

    private Node targets() {
        SegmentedButton segments = new SegmentedButton();
        for (Target target : Target.values()) {
            ToggleButton button = new ToggleButton(target.title());
            button.setId("benchmark-target-" + target.key());
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(
                    _ -> {
                        button.setSelected(true);
                        model.result().targetProperty().set(target);
                    });
            model.result().targetProperty().subscribe(now -> button.setSelected(now == target));
            segments.getButtons().add(button);
        }
        segments.visibleProperty().bind(results());
        segments.managedProperty().bind(segments.visibleProperty());
        return segments;
    }

    private Node export() {
        MenuButton menu = new MenuButton("Export", new FontIcon("fth-download"));
        menu.setId("benchmark-export");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.disableProperty().bind(results().not());
        menu.getItems()
                .addAll(
                        report("HTML …", EnumSet.of(ReportForm.HTML)),
                        report("PDF …", EnumSet.of(ReportForm.PDF)),
                        report("CSV tables …", EnumSet.of(ReportForm.CSV)),
                        report("LaTeX tables …", EnumSet.of(ReportForm.LATEX)),
                        report("All forms …", EnumSet.allOf(ReportForm.class)),
                        new SeparatorMenuItem(),
                        item("Scatter as SVG …", this::svg),
                        item("Scatter as PNG …", this::png),
                        item("Images of the scatter as CSV …", this::images));
        return menu;
    }

    private MenuItem report(String title, Set<ReportForm> forms) {
        return item(title, () -> export(forms));
    }

    private static MenuItem item(String title, Runnable action) {
        MenuItem item = new MenuItem(title);
        item.setOnAction(_ -> action.run());
        return item;
    }

    /** The report in every form. */
    void exportAll() {
        if (results().get()) {
            export(EnumSet.allOf(ReportForm.class));
        }
    }

    private void export(Set<ReportForm> forms) {
        files.folder("Folder for the report").ifPresent(folder -> model.export(forms, folder));
    }

    private String chartName() {
        return model.result()
                .methodProperty()
                .get()
                .flatMap(MethodRow::method)
                .orElse("scatter")
                .replaceAll("[^A-Za-z0-9._-]+", "-");
    }

    private void images() {
        List<Residual> images = model.result().pointsProperty().get().images();
        files.save("Images of the scatter as CSV", chartName() + "-images", "csv")
                .ifPresent(
                        file ->
                                model.questions()
                                        .write(
                                                file,
                                                () -> ImageTable.write(images, file),
                                                model::say));
    }

    private void svg() {
        Optional<ScatterChart> chart = model.result().pointsProperty().get().chart();
        if (chart.isEmpty()) {
            model.say("This method has no scatter to export.");
            return;
        }
        files.save("Scatter as SVG", chartName(), "svg")
                .ifPresent(
                        file -> {
                            model.say("Writing " + file + " …");
                            model.questions()
                                    .write(
                                            file,
                                            () -> ChartFile.svg(chart.get(), file),
                                            model::say);
                        });
    }

    private void png() {
        if (model.result().pointsProperty().get().chart().isEmpty()) {
            model.say("This method has no scatter to export.");
            return;
        }
        files.save("Scatter as PNG", chartName(), "png")
                .ifPresent(
                        file -> {
                            WritableImage picture =
                                    ChartFile.picture(plot.get(), Color.TRANSPARENT);
                            model.questions()
                                    .write(file, () -> ChartFile.png(picture, file), model::say);
                        });
    }
}

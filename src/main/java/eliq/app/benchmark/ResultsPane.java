package eliq.app.benchmark;

import eliq.app.picture.PictureLoader;
import eliq.benchmark.Evaluation;
import eliq.report.Document.Block;
import eliq.report.EvaluationParts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/** The table of methods, and below it what is behind its numbers. */
final class ResultsPane extends SplitPane {
    private static final double HEADER = 50;

    private final ResultViewModel result;
    private final ScatterTab scatter;
    private final DocumentPane strata = new DocumentPane();
    private final DocumentPane pairs = new DocumentPane();
    private final DocumentPane labels = new DocumentPane();
    private final DocumentPane monotonicity = new DocumentPane();
    private final TabPane tabs = new TabPane();
    private final MethodTable table;

    ResultsPane(
            BenchmarkViewModel model,
            PictureLoader<Path> thumbnails,
            PictureLoader<Path> pictures,
            FileChoice files) {
        this.result = model.result();
        setOrientation(Orientation.VERTICAL);
        table = new MethodTable(result);
        scatter = new ScatterTab(result, thumbnails, pictures);
        RunsPane eras =
                new RunsPane(
                        model,
                        PastRun.Kind.ERAS,
                        "No comparison of eras yet",
                        "“eliq eras” scores images of several generator eras and says how far their scores drift; "
                                + "finished comparisons are opened here.");
        RunsPane ablations =
                new RunsPane(
                        model,
                        PastRun.Kind.ABLATION,
                        "No ablations yet",
                        "“eliq ablate” trains the method without its parts, one by one, and says what each is worth; "
                                + "finished ones are opened here.");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setId("benchmark-tabs");
        tabs.getTabs()
                .addAll(
                        tab("Scatter", scatter),
                        tab("Strata", strata),
                        tab("Pairs of methods", pairs),
                        tab("Few labels", labels),
                        tab("Leak check", new LeakPane(model, files)),
                        tab("Monotonicity", monotonicity),
                        runs("Eras", eras),
                        runs("Ablations", ablations));
        getItems().addAll(table, tabs);
        SplitPane.setResizableWithParent(table, false);
        heightProperty().subscribe(_ -> placeDivider());
        result.evaluationProperty().subscribe(_ -> show());
        result.targetProperty().subscribe(_ -> show());
    }

    private static Tab tab(String title, Node content) {
        Tab tab = new Tab(title, content);
        tab.setId("tab-" + title.toLowerCase(Locale.ROOT).replace(' ', '-'));
        return tab;
    }

    private static Tab runs(String title, RunsPane pane) {
        Tab tab = tab(title, pane);
        tab.selectedProperty()
                .subscribe(
                        shown -> {
                            if (shown) {
                                pane.refresh();
                            }
                        });
        return tab;
    }

    /** The table, which gets the keyboard first. */
    MethodTable table() {
        return table;
    }

    ScatterPlot plot() {
        return scatter.plot();
    }

    /** Place of the tab that is shown, from 0. */
    int tab() {
        return Math.max(0, tabs.getSelectionModel().getSelectedIndex());
    }

    /** Shows the tab of this place, from 0. */
    void openTab(int place) {
        if (place < tabs.getTabs().size()) {
            tabs.getSelectionModel().select(place);
            // What had the keyboard may be in the tab that went; the keys of the view must go on.
            tabs.requestFocus();
        }
    }

    private void show() {
        placeDivider();
        Optional<Evaluation> shown = result.evaluationProperty().get();
        fill(
                strata,
                shown.flatMap(e -> result.result().map(t -> EvaluationParts.strata(e, t))),
                "The set has no parts to look at: no generators, splits or prompts are known.");
        fill(
                pairs,
                shown.flatMap(e -> result.result().map(t -> EvaluationParts.comparisons(e, t))),
                "Two methods or more are needed to be compared.");
        fill(
                labels,
                shown.map(EvaluationParts::labels),
                "What a few labels add was left out of this evaluation; “Label splits” asks for it.");
        fill(
                monotonicity,
                shown.map(e -> EvaluationParts.monotonicity(e.monotonicity())),
                "No images were degraded in this evaluation; “Images to degrade” asks for it, and a scorer is needed.");
    }

    /** The table has the room that its rows need, up to a few. */
    private void placeDivider() {
        double rows = Math.clamp(result.rows().size(), 2, 6);
        double wanted = rows * MethodTable.ROW + HEADER;
        if (getHeight() > 0) {
            setDividerPositions(Math.clamp(wanted / getHeight(), 0.1, 0.5));
        }
    }

    private static void fill(DocumentPane pane, Optional<List<Block>> blocks, String nothing) {
        List<Block> found = blocks.orElse(List.of());
        pane.show(found.isEmpty() ? List.of(new Block.Paragraph(nothing)) : found);
    }
}

package eliq.app.benchmark;

import eliq.app.frame.Action;
import eliq.app.frame.Keys;
import eliq.app.frame.Notice;
import eliq.app.frame.View;
import eliq.app.picture.PictureLoader;
import eliq.app.placeholder.Placeholder;
import eliq.app.words.Amounts;
import eliq.benchmark.Target;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Rated sets, evaluations on them, and what is behind their numbers. */
public final class BenchmarkView implements View {
    private static final List<KeyCode> TABS =
            List.of(
                    KeyCode.DIGIT1,
                    KeyCode.DIGIT2,
                    KeyCode.DIGIT3,
                    KeyCode.DIGIT4,
                    KeyCode.DIGIT5,
                    KeyCode.DIGIT6,
                    KeyCode.DIGIT7,
                    KeyCode.DIGIT8);

    private static final String TARGET = "target";
    private static final String TAB = "tab";
    private static final String RUN = "run";

    private final BenchmarkViewModel model;
    private final FileChoice files;
    private final BorderPane root = new BorderPane();
    private final StackPane pages = new StackPane();
    private final ResultsPane results;
    private final ImportPane imports;
    private final MethodsPane methods;
    private final BenchmarkHeader header;

    /**
     * @param thumbnails small, for lists
     * @param pictures large enough for one image
     */
    public BenchmarkView(
            BenchmarkViewModel model,
            PictureLoader<Path> thumbnails,
            PictureLoader<Path> pictures,
            FileChoice files) {
        this.model = model;
        this.files = files;
        root.setId("benchmark-view");
        root.getStylesheets()
                .add(BenchmarkView.class.getResource("benchmark.css").toExternalForm());
        results = new ResultsPane(model, thumbnails, pictures, files);
        imports = new ImportPane(model, files);
        methods = new MethodsPane(model, files);
        header = new BenchmarkHeader(model, results::plot, files);
        root.setTop(
                new VBox(
                        header,
                        new Notice("benchmark-notice", model.noticeProperty()),
                        new WorkBar(model.work())));
        root.setCenter(pages);
        model.pageProperty().subscribe(_ -> show());
        model.stateProperty().subscribe(_ -> show());
        model.work().nowProperty().map(Optional::isPresent).subscribe(_ -> show());
        acceptDrops();
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    @Override
    public String title() {
        return "Benchmark";
    }

    @Override
    public String icon() {
        return "fth-bar-chart-2";
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node firstFocus() {
        boolean shown = pages.getChildren().contains(results);
        return shown ? results.table() : root;
    }

    @Override
    public List<String> keys() {
        return List.of(
                Keys.COMMAND_NAME + "+O  import a rated set",
                Keys.COMMAND_NAME + "+Shift+O  open an evaluation",
                Keys.COMMAND_NAME + "+Enter  import, or evaluate what was chosen",
                Keys.COMMAND_NAME + "+M  choose methods",
                Keys.COMMAND_NAME + "+E  export the report in all forms",
                "Alt+1 to Alt+8  the tabs: scatter, strata, pairs, labels, leaks, monotonicity, eras, ablations",
                "Arrows  in the scatter: the image with the next higher or lower score",
                "Escape  in the scatter: no image, worst disagreements; elsewhere: back to the results",
                "F5  look again at sets and runs");
    }

    @Override
    public List<Action> actions() {
        return List.of(
                new Action(
                        "Import a rated set …",
                        Keys.COMMAND_NAME + "+O",
                        () -> {
                            toImport();
                            imports.chooseTable();
                        }),
                new Action(
                        "Choose methods to evaluate …", Keys.COMMAND_NAME + "+M", this::toMethods),
                new Action(
                        "Open an evaluation …",
                        Keys.COMMAND_NAME + "+Shift+O",
                        this::openEvaluation),
                new Action(
                        "Export the report in all forms …",
                        Keys.COMMAND_NAME + "+E",
                        header::exportAll),
                new Action("Look again at sets and runs", "F5", model::refresh));
    }

    @Override
    public Map<String, String> remembered() {
        long run = model.runProperty().get().map(PastRun::job).orElse(0L);
        return Map.of(
                TARGET, model.result().targetProperty().get().name(),
                TAB, Integer.toString(results.tab()),
                RUN, Long.toString(run));
    }

    @Override
    public void restore(Map<String, String> remembered) {
        for (Target target : Target.values()) {
            if (target.name().equals(remembered.get(TARGET))) {
                model.result().targetProperty().set(target);
            }
        }
        String tab = remembered.getOrDefault(TAB, "");
        if (tab.matches("[0-9]")) {
            results.openTab(Integer.parseInt(tab));
        }
        String run = remembered.getOrDefault(RUN, "");
        if (run.matches("[0-9]{1,9}")) {
            model.want(Long.parseLong(run));
        }
    }

    private void show() {
        pages.getChildren()
                .setAll(
                        switch (model.pageProperty().get()) {
                            case IMPORT -> imports;
                            case METHODS -> methods;
                            case RESULTS -> results(model.stateProperty().get());
                        });
    }

    private Node results(BenchmarkState state) {
        return switch (state) {
            case BenchmarkState.Loading _ -> new Skeleton();
            case BenchmarkState.NoSets _ ->
                    Placeholder.empty(
                            "fth-bar-chart-2",
                            "How well do scores agree with people?",
                            "Import a rated set: images with people's mean opinions. Scorers, metrics and scores of other tools are "
                                    + "then held against it, with intervals, comparisons and the images they get wrong.",
                            List.of(
                                    new Placeholder.Door(
                                            "Import a rated set …", "fth-upload", this::toImport),
                                    new Placeholder.Door(
                                            "Open an evaluation …",
                                            "fth-folder",
                                            this::openEvaluation)));
            case BenchmarkState.NoRuns _ when model.work().nowProperty().get().isPresent() ->
                    Placeholder.empty(
                            "fth-clock",
                            "The table appears here once it is counted",
                            "The job goes on while you do other things; what it has done is kept when it is stopped.",
                            List.of());
            case BenchmarkState.NoRuns _ ->
                    Placeholder.empty(
                            "fth-bar-chart-2",
                            "Nothing was evaluated yet",
                            Amounts.count(model.sets().size(), "rated set")
                                    + " here. Choose methods to hold against the ratings; their table appears here.",
                            List.of(
                                    new Placeholder.Door(
                                            "Choose methods …", "fth-play", this::toMethods),
                                    new Placeholder.Door(
                                            "Open an evaluation …",
                                            "fth-folder",
                                            this::openEvaluation)));
            case BenchmarkState.Shown _ -> results;
            case BenchmarkState.Failed failed ->
                    Placeholder.failed(
                            failed.what(),
                            failed.reason(),
                            failed.job()
                                    .map(
                                            job ->
                                                    new Placeholder.Door(
                                                            "Try again",
                                                            "fth-refresh-cw",
                                                            () -> model.goOn(job)))
                                    .orElse(
                                            new Placeholder.Door(
                                                    "Try again",
                                                    "fth-refresh-cw",
                                                    model::refresh)));
        };
    }

    private void toImport() {
        model.pageProperty().set(BenchmarkViewModel.Page.IMPORT);
    }

    private void toMethods() {
        model.pageProperty().set(BenchmarkViewModel.Page.METHODS);
    }

    private void openEvaluation() {
        files.folder("Folder with evaluation.json").ifPresent(model::open);
    }

    private void acceptDrops() {
        root.setOnDragOver(
                event -> {
                    if (event.getDragboard().hasFiles()) {
                        event.acceptTransferModes(TransferMode.COPY);
                        if (!root.getStyleClass().contains("drop-ready")) {
                            root.getStyleClass().add("drop-ready");
                        }
                    }
                    event.consume();
                });
        root.setOnDragExited(_ -> root.getStyleClass().remove("drop-ready"));
        root.setOnDragDropped(
                event -> {
                    boolean dropped = event.getDragboard().hasFiles();
                    if (dropped) {
                        toImport();
                        model.imports()
                                .choose(
                                        event.getDragboard().getFiles().stream()
                                                .map(File::toPath)
                                                .toList());
                    }
                    event.setDropCompleted(dropped);
                    event.consume();
                });
    }

    private void key(KeyEvent event) {
        if (Keys.command(KeyCode.O).match(event)) {
            toImport();
            imports.chooseTable();
        } else if (Keys.command(KeyCode.M).match(event)) {
            toMethods();
        } else if (Keys.command(KeyCode.E).match(event)) {
            header.exportAll();
        } else if (Keys.command(KeyCode.ENTER).match(event)) {
            if (model.pageProperty().get() == BenchmarkViewModel.Page.IMPORT) {
                model.startImport();
            } else if (model.pageProperty().get() == BenchmarkViewModel.Page.METHODS) {
                model.evaluate();
            }
        } else if (event.isAltDown() && TABS.contains(event.getCode())) {
            results.openTab(TABS.indexOf(event.getCode()));
        } else if (event.getCode() == KeyCode.ESCAPE) {
            model.pageProperty().set(BenchmarkViewModel.Page.RESULTS);
        } else if (event.getCode() == KeyCode.F5) {
            model.refresh();
        } else {
            return;
        }
        event.consume();
    }
}

package eliq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.app.benchmark.Bench;
import eliq.app.benchmark.BenchmarkView;
import eliq.app.benchmark.BenchmarkViewModel;
import eliq.app.benchmark.FileChoice;
import eliq.app.benchmark.ImportViewModel;
import eliq.app.benchmark.ScatterPlot;
import eliq.app.frame.Appearance;
import eliq.app.frame.MainWindow;
import eliq.app.frame.StatusViewModel;
import eliq.app.picture.PictureLoader;
import eliq.app.picture.Pictures;
import eliq.image.ImageDecoder;
import eliq.image.ImageException;
import eliq.metric.nss.FitPristineParameters;
import eliq.metric.nss.PristineFit;
import eliq.workbench.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.prefs.Preferences;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A rated set from its files to a report, by keys and mouse, over a real workspace. Needs no display. */
@ExtendWith(ApplicationExtension.class)
class BenchmarkJourneyTest {
    private static final Path CROPS = Path.of("src/test/resources/eliq/metric/kodak-crops");

    private final Preferences preferences =
            Preferences.userRoot().node("eliq-workbench-benchmark-test");
    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private final PictureLoader<Path> loader =
            new PictureLoader<>(BenchmarkJourneyTest::picture, 200, Platform::runLater);
    private final StatusViewModel status = new StatusViewModel();
    private Path folder;
    private Workbench workbench;
    private BenchmarkViewModel model;
    private Appearance appearance;
    private Stage stage;

    /** What the dialogs would answer. */
    private final class Answers implements FileChoice {
        private List<Path> tables = List.of();
        private Optional<Path> folder = Optional.empty();
        private Optional<Path> saved = Optional.empty();

        @Override
        public List<Path> tables(String title) {
            return tables;
        }

        @Override
        public Optional<Path> folder(String title) {
            return folder;
        }

        @Override
        public Optional<Path> save(String title, String name, String extension) {
            return saved.map(place -> place.resolve(name + "." + extension));
        }
    }

    private final Answers answers = new Answers();

    private static Optional<Image> picture(Path file) {
        try {
            return Optional.of(Pictures.toFx(ImageDecoder.decode(file).pixels()));
        } catch (ImageException e) {
            return Optional.empty();
        }
    }

    @Start
    void start(Stage given) throws Exception {
        stage = given;
        folder = Files.createTempDirectory("benchmark-journey");
        workbench = Workbench.open(folder.resolve("workspace"), Map.of(), folder);
        preferences.put("appearance", "LIGHT");
        appearance = new Appearance(preferences);
        appearance.start();
        model = new BenchmarkViewModel(new Bench(workbench), worker, Platform::runLater, status);
        BenchmarkView view = new BenchmarkView(model, loader, loader, answers);
        MainWindow window = new MainWindow(List.of(view), status, appearance);
        stage.setScene(window.scene(1280, 800));
        stage.show();
    }

    @AfterEach
    void close() throws Exception {
        model.close();
        loader.close();
        worker.shutdown();
        assertTrue(worker.awaitTermination(20, TimeUnit.SECONDS));
        workbench.close();
        preferences.removeNode();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** NIQE's model of sound pictures, as {@code eliq metric fit niqe} makes it. */
    private void fitNiqe() throws Exception {
        List<Path> crops;
        try (Stream<Path> files = Files.list(CROPS)) {
            crops = files.filter(f -> f.toString().endsWith(".png")).sorted().toList();
        }
        workbench
                .jobs()
                .run(
                        workbench.fitPristine(),
                        new FitPristineParameters(
                                PristineFit.NIQE,
                                crops.stream().map(Path::toAbsolutePath).toList(),
                                0,
                                workbench.catalog().folder().resolve("metrics/niqe.mat")));
    }

    @Test
    void aRatedSetIsImportedEvaluatedLookedIntoAndExported(FxRobot robot) throws Exception {
        RatedPictures.paint(Files.createDirectories(folder.resolve("waves")));
        fitNiqe();
        snapshot(robot, "benchmark-loading");
        robot.interact(model::refresh);
        until(robot, () -> model.stateProperty().get() instanceof BenchmarkViewModel.State.NoSets);
        both(robot, "benchmark-empty");

        // Import: what is recognised is shown before anything is kept.
        robot.clickOn("Import a rated set …");
        snapshot(robot, "benchmark-import-empty");
        answers.tables = List.of(folder.resolve("waves/ratings.csv"));
        robot.clickOn("Choose a table …");
        until(robot, this::looked);
        assertEquals(
                "Table of ratings: 24 images of 8 prompts, 24 files found",
                robot.lookup("#benchmark-import-summary").queryAs(Label.class).getText());
        assertEquals("quality", column(robot, "visual").getValue());
        both(robot, "benchmark-import");
        robot.interact(() -> column(robot, "visual").setValue("alignment"));
        until(robot, this::looked);
        robot.interact(() -> column(robot, "visual").setValue("quality"));
        until(robot, this::looked);
        robot.interact(() -> robot.lookup("#benchmark-import-start").queryButton().fire());
        until(robot, () -> model.pageProperty().get() == BenchmarkViewModel.Page.METHODS);
        until(robot, () -> model.methods().setProperty().get().isPresent());
        assertTrue(model.noticeProperty().get().startsWith("Imported waves: 24 images"));

        // Methods: a metric that is measured here, and scores of another tool.
        answers.tables = List.of(folder.resolve("waves/other.csv"));
        robot.clickOn("#benchmark-add-scores");
        robot.interact(() -> robot.lookup("#benchmark-metric-niqe").queryAs(CheckBox.class).fire());
        robot.interact(
                () -> {
                    model.methods().scorerProperty().set(Optional.empty());
                    model.methods().drawsProperty().set(200);
                    model.methods().splitsProperty().set(0);
                    model.methods().degradedProperty().set(0);
                });
        both(robot, "benchmark-methods");
        robot.clickOn("#benchmark-evaluate-start");
        until(robot, () -> model.stateProperty().get() instanceof BenchmarkViewModel.State.Shown);

        // The table.
        TableView<?> table = robot.lookup("#benchmark-table").queryTableView();
        assertEquals(2, table.getItems().size());
        assertEquals(
                "24 of 24",
                model.result()
                        .rows()
                        .getFirst()
                        .result()
                        .map(r -> r.scored() + " of 24")
                        .orElseThrow());
        assertEquals(23, model.result().rows().get(1).result().orElseThrow().scored());
        both(robot, "benchmark-results");

        // A point, its picture.
        Node plot = robot.lookup("#benchmark-scatter").query();
        Point2D point = onScreen(robot, plot, 3);
        robot.moveTo(point);
        snapshot(robot, "benchmark-hover");
        robot.clickOn(point, MouseButton.PRIMARY);
        until(robot, () -> model.result().selectedProperty().get().isPresent());
        String name = model.result().selectedProperty().get().orElseThrow().image().name();
        assertEquals(name, robot.lookup("#benchmark-image-name").queryAs(Label.class).getText());
        both(robot, "benchmark-point");

        // The next by key, and several by lasso.
        robot.type(KeyCode.RIGHT);
        assertFalse(
                model.result().selectedProperty().get().orElseThrow().image().name().equals(name));
        Bounds bounds = plot.localToScreen(plot.getBoundsInLocal());
        robot.drag(new Point2D(bounds.getMinX() + 60, bounds.getMinY() + 14), MouseButton.PRIMARY)
                .moveTo(new Point2D(bounds.getMinX() + 60, bounds.getMaxY() - 50))
                .moveTo(new Point2D(bounds.getCenterX(), bounds.getMaxY() - 50))
                .moveTo(new Point2D(bounds.getCenterX(), bounds.getMinY() + 14))
                .drop();
        assertTrue(model.result().pickedTitleProperty().get().endsWith("in the lasso"));
        assertTrue(model.result().picked().size() < RatedPictures.COUNT);
        snapshot(robot, "benchmark-lasso");

        // The tabs by keys.
        for (String tab :
                List.of(
                        "2-strata",
                        "3-pairs",
                        "4-labels",
                        "5-leaks",
                        "6-monotonicity",
                        "7-eras",
                        "8-ablations")) {
            KeyCode digit = KeyCode.valueOf("DIGIT" + tab.charAt(0));
            robot.press(KeyCode.ALT).type(digit).release(KeyCode.ALT);
            int place = tab.charAt(0) - '1';
            TabPane tabs = robot.lookup("#benchmark-tabs").queryAs(TabPane.class);
            until(robot, () -> tabs.getSelectionModel().getSelectedIndex() == place);
            settled(robot);
            snapshot(robot, "benchmark-tab-" + tab.substring(2));
        }

        // Export of report and chart.
        Path out = Files.createDirectories(folder.resolve("out"));
        answers.folder = Optional.of(out);
        answers.saved = Optional.of(out);
        choose(robot, "All forms …");
        until(robot, () -> Files.exists(out.resolve("report.md")));
        choose(robot, "Scatter as SVG …");
        until(
                robot,
                () ->
                        Files.exists(out.resolve("NIQE.svg"))
                                || Files.exists(out.resolve("niqe.svg")));
        choose(robot, "Scatter as PNG …");
        until(robot, () -> model.noticeProperty().get().startsWith("Written: "));
        for (String file :
                List.of("report.html", "report.pdf", "tables.tex", "tables/visual-agreement.csv")) {
            assertTrue(Files.size(out.resolve(file)) > 100, file);
        }
    }

    /** What the worker was asked is answered and shown. */
    private void settled(FxRobot robot) throws Exception {
        worker.submit(() -> {}).get(20, TimeUnit.SECONDS);
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {});
    }

    private ComboBox<?> anyColumn(FxRobot robot, String role) {
        return robot.lookup("#benchmark-column-" + role).queryComboBox();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> column(FxRobot robot, String role) {
        return (ComboBox<String>) anyColumn(robot, role);
    }

    private boolean looked() {
        return model.imports().stateProperty().get() instanceof ImportViewModel.State.Looked;
    }

    private Point2D onScreen(FxRobot robot, Node plot, int place) {
        Point2D[] found = new Point2D[1];
        robot.interact(
                () -> found[0] = plot.localToScreen(((ScatterPlot) plot).at(place).orElseThrow()));
        return found[0];
    }

    private void choose(FxRobot robot, String title) {
        robot.interact(
                () ->
                        ((MenuButton) robot.lookup("#benchmark-export").query())
                                .getItems().stream()
                                        .filter(i -> title.equals(i.getText()))
                                        .findFirst()
                                        .map(MenuItem.class::cast)
                                        .orElseThrow()
                                        .fire());
    }

    /** In both themes. */
    private void both(FxRobot robot, String name) {
        snapshot(robot, name);
        robot.interact(appearance::toggle);
        snapshot(robot, name + "-dark");
        robot.interact(appearance::toggle);
    }

    private void snapshot(FxRobot robot, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> Snapshots.write(stage.getScene(), name));
    }

    private static void until(FxRobot robot, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    40,
                    TimeUnit.SECONDS,
                    () -> {
                        boolean[] met = new boolean[1];
                        robot.interact(
                                () -> {
                                    try {
                                        met[0] = condition.call();
                                    } catch (Exception e) {
                                        throw new IllegalStateException(e);
                                    }
                                });
                        return met[0];
                    });
        } catch (TimeoutException e) {
            throw new AssertionError("did not happen within forty seconds", e);
        }
    }
}

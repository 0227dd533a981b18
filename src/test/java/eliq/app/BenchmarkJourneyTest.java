package eliq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.app.benchmark.BenchmarkState;
import eliq.app.benchmark.BenchmarkViewModel;
import eliq.app.benchmark.ImportViewModel;
import eliq.app.benchmark.ScatterPlot;
import eliq.benchmark.Residual;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A rated set from its files to a report, by keys and mouse. */
@ExtendWith(ApplicationExtension.class)
class BenchmarkJourneyTest extends BenchmarkWindow {

    @Start
    void start(Stage stage) throws Exception {
        open(stage);
    }

    @Test
    void aRatedSetIsImportedEvaluatedLookedIntoAndExported(FxRobot robot) throws Exception {
        RatedPictures.paint(Files.createDirectories(folder.resolve("waves")));
        fitNiqe();
        snapshot(robot, "benchmark-loading");
        robot.interact(model::refresh);
        Patience.until(() -> model.stateProperty().get() instanceof BenchmarkState.NoSets);
        both(robot, "benchmark-empty");

        // Import: what is recognised is shown before anything is kept.
        robot.clickOn("Import a rated set …");
        snapshot(robot, "benchmark-import-empty");
        answers.tables = List.of(folder.resolve("waves/ratings.csv"));
        robot.clickOn("Choose a table …");
        Patience.until(this::looked);
        assertEquals(
                "Table of ratings: 24 images of 8 prompts, 24 files found",
                robot.lookup("#benchmark-import-summary").queryAs(Label.class).getText());
        assertEquals("quality", column(robot, "visual").getValue());
        both(robot, "benchmark-import");
        robot.interact(() -> column(robot, "visual").setValue("alignment"));
        Patience.until(this::looked);
        robot.interact(() -> column(robot, "visual").setValue("quality"));
        Patience.until(this::looked);
        robot.interact(() -> robot.lookup("#benchmark-import-start").queryButton().fire());
        Patience.until(() -> model.pageProperty().get() == BenchmarkViewModel.Page.METHODS);
        Patience.until(() -> model.methods().setProperty().get().isPresent());
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
        everyButtonHasAName(robot);
        both(robot, "benchmark-methods");
        robot.clickOn("#benchmark-evaluate-start");
        Patience.until(() -> model.stateProperty().get() instanceof BenchmarkState.Shown);

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
        everyButtonHasAName(robot);
        both(robot, "benchmark-results");

        // A point, its picture.
        Node plot = robot.lookup("#benchmark-scatter").query();
        Point2D point = onScreen(robot, plot, 3);
        robot.moveTo(point);
        snapshot(robot, "benchmark-hover");
        robot.clickOn(point, MouseButton.PRIMARY);
        Patience.until(() -> model.result().selectedProperty().get().isPresent());
        String name = model.result().selectedProperty().get().orElseThrow().image().name();
        assertEquals(name, robot.lookup("#benchmark-image-name").queryAs(Label.class).getText());
        both(robot, "benchmark-point");
        ImageView picture = robot.lookup("#benchmark-image-picture").queryAs(ImageView.class);
        double small = picture.getLayoutBounds().getWidth();
        resize(robot, 2560, 1440);
        both(robot, "benchmark-point-2560");
        assertTrue(
                picture.getLayoutBounds().getWidth() > 2.5 * small,
                picture.getLayoutBounds() + " after " + small);
        assertTrue(
                robot.lookup("#benchmark-scatter").query().getLayoutBounds().getWidth() > 1000,
                "the plot grows as well");
        resize(robot, 1280, 800);
        assertEquals(small, picture.getLayoutBounds().getWidth(), 2);

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

        // What is shown large is marked in every list that holds it.
        ListView<?> picked = robot.lookup("#benchmark-picked").queryListView();
        robot.interact(() -> model.result().select(Optional.of(model.result().picked().getLast())));
        Residual large = model.result().selectedProperty().get().orElseThrow();
        assertEquals(large, picked.getSelectionModel().getSelectedItem());
        robot.interact(
                () ->
                        model.result()
                                .pick(
                                        IntStream.range(
                                                        0,
                                                        model.result()
                                                                .pointsProperty()
                                                                .get()
                                                                .images()
                                                                .size())
                                                .toArray()));
        robot.interact(() -> {});
        assertEquals(Optional.of(large), model.result().selectedProperty().get());
        assertEquals(large, picked.getSelectionModel().getSelectedItem());

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
            Patience.until(() -> tabs.getSelectionModel().getSelectedIndex() == place);
            settled(robot);
            snapshot(robot, "benchmark-tab-" + tab.substring(2));
        }

        // Export of report and chart.
        Path out = Files.createDirectories(folder.resolve("out"));
        answers.folder = Optional.of(out);
        answers.saved = Optional.of(out);
        choose(robot, "All forms …");
        Patience.until(() -> Files.exists(out.resolve("report.md")));
        choose(robot, "Scatter as SVG …");
        Patience.until(
                () ->
                        Files.exists(out.resolve("NIQE.svg"))
                                || Files.exists(out.resolve("niqe.svg")));
        choose(robot, "Scatter as PNG …");
        Patience.until(() -> model.noticeProperty().get().startsWith("Written: "));
        choose(robot, "Images of the scatter as CSV …");
        Patience.until(() -> model.noticeProperty().get().endsWith("-images.csv"));
        Path images = Path.of(model.noticeProperty().get().substring("Written: ".length()));
        assertEquals(1 + RatedPictures.COUNT, Files.readAllLines(images).size());
        for (String file :
                List.of("report.html", "report.pdf", "tables.tex", "tables/visual-agreement.csv")) {
            assertTrue(Files.size(out.resolve(file)) > 100, file);
        }
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
}

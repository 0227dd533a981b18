package eliq.app;

import static eliq.app.ScoreWindow.press;
import static eliq.app.ScoreWindow.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.app.score.Chosen;
import eliq.app.score.RowOrder;
import eliq.app.score.ScoreRow;
import eliq.app.score.ScoreViewModel;
import eliq.app.score.SortColumn;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Two images of the Score view beside one another, by keyboard. Needs no display. */
@ExtendWith(ApplicationExtension.class)
class ScoreCompareTest {
    private static final List<Path> FILES =
            List.of(
                    Path.of("first.png"),
                    Path.of("second.png"),
                    Path.of("third.png"),
                    Path.of("fourth.png"));

    private ScoreWindow window;
    private ScoreViewModel model;

    @Start
    void start(Stage stage) {
        window = new ScoreWindow(stage, Runnable::run);
        model = window.model();
        model.add(FILES);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void keysGoOnAgainstThePinnedImageTakeOneOutAndUndoThat(FxRobot robot) {
        comparing(robot);
        assertEquals(List.of("first.png", "second.png"), compared(robot));

        press(robot, KeyCode.J);
        assertEquals(List.of("first.png", "third.png"), compared(robot));
        assertEquals(
                Set.of(0, 2), Set.copyOf(table(robot).getSelectionModel().getSelectedIndices()));
        press(robot, KeyCode.DELETE);
        assertEquals(List.of("first.png", "fourth.png"), compared(robot));
        assertEquals(3, model.rows().size());
        press(robot, KeyCode.U);
        assertEquals(List.of("first.png", "third.png"), compared(robot));
        assertEquals(4, model.rows().size());
        press(robot, KeyCode.K);
        assertEquals(List.of("first.png", "second.png"), compared(robot));
        press(robot, KeyCode.T);
        assertEquals(List.of("second.png", "first.png"), compared(robot));
        assertTrue(robot.lookup("#score-compare").query().isVisible());
        window.snapshot(robot, "score-pinned", FILES.getFirst());
    }

    @Test
    void sortingTheTableKeepsWhatIsPinned(FxRobot robot) {
        comparing(robot);
        press(robot, KeyCode.T);
        robot.interact(() -> model.orderProperty().set(new RowOrder(SortColumn.IMAGE, true)));
        WaitForAsyncUtils.waitForFxEvents();

        assertEquals(List.of("second.png", "first.png"), compared(robot));
        press(robot, KeyCode.J);
        assertEquals(
                List.of("second.png", "first.png"),
                compared(robot),
                "it is the last one but the pinned");
    }

    @Test
    void whatIsOnTwoScalesIsNotSubtracted(FxRobot robot) {
        comparing(robot);
        assertEquals(4, differences(robot), "visual, alignment, technical and aesthetic");

        robot.interact(() -> model.add(List.of(Path.of("holiday.png"))));
        int without = model.rows().size() - 1;
        robot.interact(
                () -> {
                    table(robot).getSelectionModel().clearSelection();
                    table(robot).getSelectionModel().selectIndices(0, without);
                });
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(List.of("first.png", "holiday.png"), compared(robot));
        assertEquals(2, differences(robot), "technical and aesthetic");
    }

    private static long differences(FxRobot robot) {
        return robot.lookup("#score-compare .label").queryAllAs(Label.class).stream()
                .filter(label -> label.getText().contains("(+"))
                .count();
    }

    @Test
    void lettersOfAspectsHaveTheColoursThatTheyHaveEverywhere(FxRobot robot) {
        comparing(robot);
        Set<Color> colours = new java.util.HashSet<>();
        for (String letter : List.of("T", "A", "P")) {
            Label label =
                    robot.from(robot.lookup("#score-compare"))
                            .lookup(".aspect-letter")
                            .match((Label each) -> each.getText().equals(letter))
                            .queryAs(Label.class);
            colours.add((Color) label.getTextFill());
        }
        assertEquals(
                Set.of(Color.web("#0a5fb4"), Color.web("#a34a00"), Color.web("#7a3fb5")), colours);
    }

    @Test
    void aColumnIsInTheTableWholeOrNotAtAll(FxRobot robot) {
        double[] shares = {0.7, 0.3, 0.4, 0.5, 0.6};
        comparing(robot);
        for (double share : shares) {
            robot.interact(
                    () ->
                            robot.lookup("#score-view .split-pane")
                                    .queryAs(SplitPane.class)
                                    .setDividerPositions(share));
            WaitForAsyncUtils.waitForFxEvents();
            TableView<?> table = table(robot);
            Bounds room = table.localToScene(table.getBoundsInLocal());
            table.lookupAll(".column-header").stream()
                    .filter(
                            each ->
                                    each.isVisible()
                                            && each.getStyleClass().contains("table-column"))
                    .map(each -> each.localToScene(each.getBoundsInLocal()))
                    .forEach(
                            header ->
                                    assertTrue(
                                            header.getMaxX() <= room.getMaxX() + 1,
                                            share + ": " + header + " in " + room));
            assertFalse(table.getVisibleLeafColumns().isEmpty());
        }
        robot.interact(() -> model.choice().look(model.rows().getFirst()));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(9, table(robot).getVisibleLeafColumns().size());
    }

    private void comparing(FxRobot robot) {
        robot.interact(() -> table(robot).getSelectionModel().selectIndices(0, 1));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> table(robot).requestFocus());
    }

    private List<String> compared(FxRobot robot) {
        assertTrue(model.choice().now() instanceof Chosen.Two);
        List<String> titles =
                robot.lookup("#score-compare .compare-title").queryAllAs(Label.class).stream()
                        .map(Label::getText)
                        .toList();
        assertEquals(model.choice().now().rows().stream().map(ScoreRow::name).toList(), titles);
        return titles;
    }
}

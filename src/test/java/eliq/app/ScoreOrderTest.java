package eliq.app;

import static eliq.app.ScoreWindow.press;
import static eliq.app.ScoreWindow.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.app.frame.ViewMemory;
import eliq.app.score.RowOrder;
import eliq.app.score.ScoreRow;
import eliq.app.score.ScoreViewModel;
import eliq.app.score.SortColumn;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The table of the Score view, ordered by keys and by clicks on its headers. Needs no display. */
@ExtendWith(ApplicationExtension.class)
class ScoreOrderTest {
    private ScoreWindow window;
    private ScoreViewModel model;
    private Stage stage;

    @Start
    void start(Stage given) {
        stage = given;
        window = new ScoreWindow(stage, Runnable::run);
        model = window.model();
        model.add(ScriptedScoring.FILES);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void aKeyChoosesTheColumnAndAnotherTurnsTheOrderRound(FxRobot robot) {
        robot.interact(() -> table(robot).requestFocus());
        assertEquals(dropped(), names(robot));
        assertFalse(robot.lookup("#score-turn").query().isVisible());

        press(robot, KeyCode.R);
        assertTrue(isFalling(visuals(robot)), visuals(robot).toString());
        assertEquals(Optional.of("column-visual"), sortedBy(robot));
        assertEquals(SortColumn.VISUAL, choice(robot).getValue());
        assertEquals("best first", robot.lookup("#score-turn").queryAs(Labeled.class).getText());
        window.snapshot(robot, "score-ordered", ScriptedScoring.FILES.getFirst());

        robot.press(KeyCode.SHIFT);
        press(robot, KeyCode.R);
        robot.release(KeyCode.SHIFT);
        assertTrue(isFalling(visuals(robot).reversed()), visuals(robot).toString());
        assertEquals("worst first", robot.lookup("#score-turn").queryAs(Labeled.class).getText());
        assertEquals(
                TableColumn.SortType.ASCENDING,
                table(robot).getSortOrder().getFirst().getSortType());
        robot.interact(window.appearance()::toggle);
        window.snapshot(robot, "score-ordered-dark", ScriptedScoring.FILES.getFirst());
    }

    @Test
    void aClickOnAHeaderOrdersBestFirstThenTurnsThenGoesBackToTheOrderOfDropping(FxRobot robot) {
        click(robot, "visual", false);
        assertEquals(RowOrder.by(SortColumn.VISUAL), model.orderProperty().get());
        assertTrue(isFalling(visuals(robot)), visuals(robot).toString());
        click(robot, "visual", false);
        assertEquals(new RowOrder(SortColumn.VISUAL, true), model.orderProperty().get());
        click(robot, "alignment", true);
        assertEquals(RowOrder.by(SortColumn.ALIGNMENT), model.orderProperty().get());
        assertEquals(Optional.of("column-alignment"), sortedBy(robot));
        click(robot, "alignment", false);
        click(robot, "alignment", false);
        assertEquals(RowOrder.DROPPING, model.orderProperty().get());
        assertEquals(Optional.empty(), sortedBy(robot));
        assertEquals(dropped(), names(robot));
    }

    @Test
    void theOrderIsChosenFromItsListByKeysAlone(FxRobot robot) {
        robot.interact(() -> choice(robot).requestFocus());
        robot.type(KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();
        robot.type(KeyCode.DOWN);
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(RowOrder.by(SortColumn.VISUAL), model.orderProperty().get());

        robot.type(KeyCode.TAB);
        assertEquals("score-turn", stage.getScene().getFocusOwner().getId());
        robot.type(KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(new RowOrder(SortColumn.VISUAL, true), model.orderProperty().get());
    }

    @Test
    void theOrderIsThereAgainAtTheNextStartAndItsColumnInSight(FxRobot robot) {
        ViewMemory memory = new ViewMemory(window.preferences());
        robot.interact(
                () -> {
                    window.window().remember(memory);
                    model.orderProperty().set(new RowOrder(SortColumn.STATE, true));
                    window.window().keep();
                    model.orderProperty().set(RowOrder.DROPPING);
                    window.window().remember(memory);
                });
        assertEquals(new RowOrder(SortColumn.STATE, true), model.orderProperty().get());

        robot.interact(
                () -> model.choice().compare(model.rows().getFirst(), model.rows().getLast()));
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(robot.lookup("#score-compare").query().isVisible());
        assertTrue(
                table(robot).getSortOrder().getFirst().isVisible(),
                "a narrow table shows what it is ordered by");
    }

    @Test
    void theRowThatIsLookedAtStaysChosenInEveryOrder(FxRobot robot) {
        robot.interact(
                () -> {
                    model.choice().look(model.rows().get(2));
                    table(robot).requestFocus();
                });
        for (int i = 0; i < SortColumn.values().length; i++) {
            press(robot, KeyCode.R);
            assertEquals(List.of(model.rows().get(2)), model.choice().now().rows());
            assertEquals(
                    choice(robot).getValue().title(),
                    ((Text) choice(robot).lookup(".text")).getText(),
                    "the order is read whole");
            assertEquals(model.rows().get(2), table(robot).getSelectionModel().getSelectedItem());
        }
        assertEquals(RowOrder.DROPPING, model.orderProperty().get());
    }

    @Test
    void scoresThatDoNotCompareAreSaidToInOneLineAboveTheTableUntilAPromptIsGiven(FxRobot robot) {
        Label line = robot.lookup("#score-mixed").queryAs(Label.class);
        assertTrue(line.isVisible());
        assertEquals(
                "Scored with a prompt: 2, without: 1. Compare visual scores within each of the two only.",
                line.getText());
        assertTrue(line.getHeight() < 2 * line.getFont().getSize() + 20, "it is one line, not two");

        robot.interact(
                () ->
                        model.prompts()
                                .use(
                                        model.rows().stream()
                                                .filter(row -> row.name().equals("holiday.jpg"))
                                                .findFirst()
                                                .orElseThrow(),
                                        "a beach"));
        assertFalse(line.isVisible());
    }

    /** The headless robot says of every press that it asks for a menu, which a header does not take for a click. */
    private static void click(FxRobot robot, String column, boolean shift) {
        Node header =
                robot.lookup("#column-" + column)
                        .match(node -> node instanceof TableColumnHeader)
                        .query();
        robot.interact(
                () -> {
                    for (EventType<MouseEvent> type :
                            List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
                        Event.fireEvent(
                                header,
                                new MouseEvent(
                                        type,
                                        20,
                                        20,
                                        20,
                                        20,
                                        MouseButton.PRIMARY,
                                        1,
                                        shift,
                                        false,
                                        false,
                                        false,
                                        type == MouseEvent.MOUSE_PRESSED,
                                        false,
                                        false,
                                        false,
                                        false,
                                        true,
                                        null));
                    }
                });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static List<String> dropped() {
        return ScriptedScoring.FILES.stream().map(Path::toString).toList();
    }

    private static List<String> names(FxRobot robot) {
        return table(robot).getItems().stream().map(ScoreRow::name).toList();
    }

    /** The visual scores that the table shows from top to bottom. */
    private static List<Double> visuals(FxRobot robot) {
        return table(robot).getItems().stream()
                .flatMap(row -> row.judgement().stream())
                .map(judgement -> judgement.visual())
                .toList();
    }

    private static boolean isFalling(List<Double> numbers) {
        return numbers.size() == 3
                && numbers.get(0) > numbers.get(1)
                && numbers.get(1) > numbers.get(2);
    }

    private static Optional<String> sortedBy(FxRobot robot) {
        return table(robot).getSortOrder().stream().map(TableColumn::getId).findFirst();
    }

    @SuppressWarnings("unchecked")
    private static ChoiceBox<SortColumn> choice(FxRobot robot) {
        return robot.lookup("#score-order").queryAs(ChoiceBox.class);
    }
}

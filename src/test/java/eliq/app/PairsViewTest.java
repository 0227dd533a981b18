package eliq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.app.facts.PlainText;
import eliq.app.pairs.PairFilter;
import eliq.catalog.Verdict;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The review of pairs by keyboard. Needs no display. */
@ExtendWith(ApplicationExtension.class)
class PairsViewTest extends PairsWindow {
    @Start
    void start(Stage stage) {
        begin(stage);
    }

    @Test
    void thousandsOfTuplesBuildOnlyTheCellsInSight(FxRobot robot) {
        show(robot);

        assertTrue(robot.lookup(".tuple-cell").queryAll().size() < 40);
        assertEquals("reviewed 0 of 3,000", text(robot, "#pairs-count"));
    }

    @Test
    void aPairIsRejectedByOneKeyTakenBackByAnotherAndNoted(FxRobot robot) {
        show(robot);
        robot.type(KeyCode.J);
        assertEquals(2, model.shown().tupleProperty().get().orElseThrow().id());
        robot.type(KeyCode.RIGHT);
        robot.type(KeyCode.R);

        assertEquals(Verdict.REJECTED, model.shown().negative().orElseThrow().verdict());
        assertEquals(Verdict.REJECTED, pairs.kept().getLast().verdict());
        assertEquals(21, pairs.kept().getLast().negative().getAsLong());
        both(robot, "pairs-rejected");
        robot.type(KeyCode.U);
        assertEquals(Verdict.NONE, model.shown().negative().orElseThrow().verdict());
        assertEquals(Verdict.NONE, pairs.kept().getLast().verdict());

        robot.type(KeyCode.N);
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> robot.lookup("#pairs-note").queryAs(TextField.class).setText("jaru"));
        robot.type(KeyCode.ENTER);
        assertEquals("jaru", pairs.kept().getLast().note());
        assertEquals("jaru", model.shown().negative().orElseThrow().note());
        // The letters of a note are no commands.
        assertEquals(2, model.shown().tupleProperty().get().orElseThrow().id());
    }

    @Test
    void aLongValueOfARecipeIsReadToItsEnd(FxRobot robot) {
        show(robot);
        int last = model.shown().compare().subjectsProperty().get().size() - 1;
        for (int i = 0; i < last; i++) {
            robot.type(KeyCode.RIGHT);
        }
        loaded(robot);
        both(robot, "pairs-recipe");

        PlainText value =
                robot.lookup("#pairs-inspector .plain-text").queryAllAs(PlainText.class).stream()
                        .filter(text -> text.getText().equals(ScriptedPairs.WRONG))
                        .findFirst()
                        .orElseThrow();
        assertTrue(
                value.getHeight() >= value.lookup(".text").getLayoutBounds().getHeight(),
                "nothing of it is cut");
    }

    @Test
    void aWholeTupleIsAcceptedAndTheNextOneShown(FxRobot robot) {
        show(robot);
        robot.press(KeyCode.SHIFT).type(KeyCode.A).release(KeyCode.SHIFT);
        WaitForAsyncUtils.waitForFxEvents();

        assertEquals(2, model.shown().tupleProperty().get().orElseThrow().id());
        assertEquals("reviewed 1 of 3,000", text(robot, "#pairs-count"));
        robot.type(KeyCode.LEFT).type(KeyCode.R);
        assertEquals(Verdict.REJECTED, model.shown().tupleProperty().get().orElseThrow().verdict());
        assertTrue(pairs.kept().getLast().negative().isEmpty());
    }

    @Test
    void theListsStatesSayWhatIsThereAndWhatToDo(FxRobot robot) {
        Deque<Runnable> waiting = new ArrayDeque<>();
        robot.interact(() -> open(new ScriptedPairs(MANY), waiting::add));
        both(robot, "pairs-loading");
        assertEquals(List.of(true, true, true), disabled(robot));
        assertEquals("", text(robot, "#pairs-notice"));
        robot.interact(() -> open(new ScriptedPairs(MANY)));
        show(robot);
        robot.interact(
                () -> model.filterProperty().set(PairFilter.ALL.with(PairFilter.Show.AUDIT)));
        both(robot, "pairs-no-match");
        assertEquals(
                List.of(false, false, false),
                disabled(robot),
                "a filter without a match is taken off");
        robot.interact(() -> button(robot, "Audit").fire());
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(1, model.listed().size());
        loaded(robot);
        both(robot, "pairs-audit");

        robot.interact(
                () -> {
                    pairs.failWith("The catalogue's file is locked by another program; close it.");
                    model.refresh();
                });
        both(robot, "pairs-failed");
        assertEquals(List.of(true, true, true), disabled(robot));
        robot.interact(() -> open(new ScriptedPairs(0)));
        robot.interact(model::refresh);
        assertTrue(robot.lookup("Build a set").tryQuery().isPresent());
        both(robot, "pairs-empty");
        assertEquals(List.of(true, true, true), disabled(robot));
        assertFalse(robot.lookup("#pairs-critic").query().isVisible());
        assertTrue(robot.from(robot.lookup("#pairs-sets")).lookup("No set").tryQuery().isPresent());
    }

    @Test
    void aCriticThatCannotSpeakLeavesDashesWithTheReason(FxRobot robot) {
        robot.interact(
                () -> {
                    open(new ScriptedPairs(3));
                    pairs.silence("No scorer is installed; train one with “./eliq demo”.");
                });
        show(robot);
        loaded(robot);

        assertEquals("–", model.opinion(1).margin());
        ListCell<?> cell = robot.lookup(".tuple-cell").queryAs(ListCell.class);
        String tip = cell.getTooltip().getText();
        assertTrue(tip.startsWith("A lighthouse on a rocky coast at dusk"), tip);
        assertTrue(
                tip.endsWith("margin –: No scorer is installed; train one with “./eliq demo”."),
                tip);
        assertFalse(model.critic().silenceProperty().get().isEmpty());
        assertEquals(
                "No scorer is installed; train one with “./eliq demo”.",
                text(robot, "#pairs-critic"));
        both(robot, "pairs-no-critic");
    }

    private static List<Boolean> disabled(FxRobot robot) {
        return Stream.of("#pairs-sets", "#pairs-filter", "#pairs-order")
                .map(id -> robot.lookup(id).query().isDisabled())
                .toList();
    }

    private static Button button(FxRobot robot, String text) {
        return robot.lookup(
                        (Node node) ->
                                node instanceof Button button && button.getText().equals(text))
                .queryAs(Button.class);
    }
}

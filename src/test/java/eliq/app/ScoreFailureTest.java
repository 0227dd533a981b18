package eliq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.app.score.ScoreViewModel;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What the Score view says before there are scores, and where there will be none. Needs no display. */
@ExtendWith(ApplicationExtension.class)
class ScoreFailureTest {
    private static final Path BROKEN = Path.of("broken.png");

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private ScoreWindow window;
    private ScoreViewModel model;

    @Start
    void start(Stage stage) {
        window = new ScoreWindow(stage, waiting::add);
        model = window.model();
        model.add(List.of(BROKEN));
        waiting.remove().run();
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void whatWaitsIsNotExportedAndItsPromptIsNotCalledAbsent(FxRobot robot) {
        assertTrue(robot.lookup("#score-export").query().isDisabled());
        assertEquals("Reading the prompt …", hint(robot));
        assertEquals("No score yet", text(robot, "#score-spread-says"));

        robot.interact(() -> waiting.remove().run());
        assertEquals("No prompt was read", hint(robot));
    }

    @Test
    void aFailureCanBeTakenOutOfTheListOrToldToSomebody(FxRobot robot) {
        robot.interact(() -> waiting.remove().run());
        assertEquals("1 image, 1 not scored", text(robot, "#score-count"));
        assertEquals("No image could be scored", text(robot, "#score-spread-says"));
        assertFalse(robot.lookup("#score-export").query().isDisabled(), "its reason is exported");

        robot.interact(() -> robot.lookup("#score-copy-failure").queryButton().fire());
        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertTrue(copied[0].contains("broken.png is cut off after 1,024 bytes"), copied[0]);

        robot.interact(() -> robot.lookup("#score-take-out").queryButton().fire());
        assertEquals(List.of(), model.rows());
    }

    private static String hint(FxRobot robot) {
        return robot.lookup("#score-prompt").queryAs(TextArea.class).getPromptText();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }
}

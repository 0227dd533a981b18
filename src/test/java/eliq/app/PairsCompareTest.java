package eliq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.app.compare.CompareMode;
import eliq.app.compare.Viewport;
import eliq.image.ContentHash;
import java.util.Arrays;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A tuple's pictures compared, by keyboard. Needs no display. */
@ExtendWith(ApplicationExtension.class)
class PairsCompareTest extends PairsWindow {
    @Start
    void start(Stage stage) {
        begin(stage);
    }

    @Test
    void everyModeOfComparingHasItsKeyAndSaysWhatItShows(FxRobot robot) {
        show(robot);
        robot.type(KeyCode.J).type(KeyCode.J);
        loaded(robot);
        assertEquals("positive", title(robot, 0));
        assertTrue(title(robot, 1).startsWith("technical, conventional: repeated jpeg noise"));
        snapshot(robot, "pairs-side-by-side");
        robot.type(KeyCode.PERIOD, KeyCode.PERIOD);
        loaded(robot);
        assertEquals(4, robot.lookup(".compare-pane").queryAll().size());
        snapshot(robot, "pairs-four-panes");

        robot.type(KeyCode.W);
        assertEquals(CompareMode.SWIPE, model.shown().compare().modeProperty().get());
        assertEquals(1, robot.lookup(".compare-pane").queryAll().size());
        assertTrue(title(robot, 0).contains("positive"));
        both(robot, "pairs-swipe");

        robot.press(KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("positive", title(robot, 0));
        snapshot(robot, "pairs-blink");
        robot.release(KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(title(robot, 0).startsWith("technical"));

        robot.type(KeyCode.D);
        robot.type(KeyCode.CLOSE_BRACKET);
        assertEquals(8, model.shown().compare().gainProperty().get());
        both(robot, "pairs-difference");

        robot.type(KeyCode.O, KeyCode.DIGIT2);
        assertEquals(
                new Viewport.Zoom.Scale(2),
                model.shown().compare().viewportProperty().get().zoom());
        snapshot(robot, "pairs-one");
        robot.type(KeyCode.Z);
        assertEquals(
                new Viewport.Zoom.Fit(), model.shown().compare().viewportProperty().get().zoom());
        robot.type(KeyCode.S);
        robot.interact(appearance::toggle);
        loaded(robot);
        snapshot(robot, "pairs-dark");
    }

    @Test
    void altAndAnArrowChooseThePictureToCompareWith(FxRobot robot) {
        show(robot);
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT);
        robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        WaitForAsyncUtils.waitForFxEvents();

        assertTrue(title(robot, 0).startsWith("technical, conventional"));
        assertTrue(title(robot, 1).startsWith("aesthetic"));
    }

    @Test
    void atAHundredPercentThePanesShowThePicturesOwnPixels(FxRobot robot) {
        show(robot);
        loaded(robot);
        robot.type(KeyCode.O, KeyCode.DIGIT1);
        WaitForAsyncUtils.waitForFxEvents();
        ContentHash key =
                model.shown()
                        .compare()
                        .subjectsProperty()
                        .get()
                        .get(model.shown().compare().chosenProperty().get())
                        .key();
        var picture = full.cached(key).orElseThrow();
        var seen = new WritableImage[1];
        robot.interact(
                () -> seen[0] = robot.lookup(".compare-canvas").query().snapshot(null, null));
        int left = (int) Math.floor((seen[0].getWidth() - picture.getWidth()) / 2);
        int middle = (int) (picture.getWidth() / 2);
        int top = (int) Math.max(0, Math.floor((seen[0].getHeight() - picture.getHeight()) / 2));
        int hidden = (int) Math.max(0, Math.round((picture.getHeight() - seen[0].getHeight()) / 2));
        for (int i = 0; i < 100; i++) {
            assertEquals(
                    picture.getPixelReader().getArgb(middle + i, hidden + 5 + i),
                    seen[0].getPixelReader().getArgb(left + middle + i, top + 5 + i),
                    "pixel " + i);
        }
    }

    @Test
    void switchingToANeighbourShowsItsPicturesAtOnce(FxRobot robot) {
        show(robot);
        loaded(robot);
        Patience.until(() -> model.ahead().stream().allMatch(key -> full.cached(key).isPresent()));
        long[] millis = new long[5];
        for (int i = 0; i < millis.length; i++) {
            millis[i] = moved(robot, i % 2 == 0 ? 1 : -1);
        }
        Arrays.sort(millis);
        System.out.printf("another tuple after %d ms%n", millis[2]);
        robot.interact(
                () ->
                        model.shown()
                                .compare()
                                .subjectsProperty()
                                .get()
                                .forEach(
                                        each ->
                                                assertTrue(
                                                        full.cached(each.key()).isPresent(),
                                                        each.title())));
        assertTrue(title(robot, 1).startsWith("technical"));
        assertTrue(millis[2] < 500, () -> millis[2] + " ms");
    }

    /** Milliseconds of the JavaFX thread's own time until another tuple is there: other programs may have the processors. */
    private long moved(FxRobot robot, int by) {
        robot.interact(
                () -> {
                    long begun = ownTime();
                    model.move(by);
                    spent = ownTime() - begun;
                });
        WaitForAsyncUtils.waitForFxEvents();
        return spent / 1_000_000;
    }
}

package eliq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.app.compare.CompareMode;
import eliq.app.compare.Viewport;
import eliq.app.facts.PlainText;
import eliq.app.frame.Appearance;
import eliq.app.frame.MainWindow;
import eliq.app.frame.StatusViewModel;
import eliq.app.pairs.PairFilter;
import eliq.app.pairs.PairsView;
import eliq.app.pairs.PairsViewModel;
import eliq.app.pairs.ReviewThreads;
import eliq.app.picture.PictureLoader;
import eliq.catalog.Verdict;
import eliq.image.ContentHash;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.prefs.Preferences;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The review of pairs by keyboard, over services that answer at once. Needs no display. */
@ExtendWith(ApplicationExtension.class)
class PairsViewTest {
    private static final int MANY = 3000;

    private final StatusViewModel status = new StatusViewModel();
    private final Preferences preferences = new MemoryPreferences();
    private final PictureLoader<ContentHash> small =
            new PictureLoader<>(ScriptedPairs::picture, 200, Platform::runLater);
    private final PictureLoader<ContentHash> full =
            new PictureLoader<>(ScriptedPairs::picture, 60, Platform::runLater);
    private Appearance appearance;
    private ScriptedPairs pairs;
    private PairsViewModel model;
    private Stage stage;
    private long spent;

    @Start
    void start(Stage given) {
        stage = given;
        preferences.put("appearance", "LIGHT");
        appearance = new Appearance(preferences);
        appearance.start();
        open(new ScriptedPairs(MANY));
        stage.show();
    }

    private void open(ScriptedPairs shelf) {
        open(shelf, Runnable::run);
    }

    private void open(ScriptedPairs shelf, Executor catalog) {
        pairs = shelf;
        model =
                new PairsViewModel(
                        pairs,
                        pairs,
                        new ReviewThreads(catalog, Runnable::run, Runnable::run, Runnable::run),
                        status);
        PairsView view =
                new PairsView(
                        model,
                        new PairsView.Pictures(small, full, Runnable::run, this::later),
                        () -> {});
        stage.setScene(new MainWindow(List.of(view), status, appearance).scene(1280, 800));
    }

    @AfterEach
    void closeLoaders() throws Exception {
        small.close();
        full.close();
    }

    private void show(FxRobot robot) {
        robot.interact(model::refresh);
        WaitForAsyncUtils.waitForFxEvents();
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
        assertEquals(2, model.tupleProperty().get().orElseThrow().id());
        robot.type(KeyCode.RIGHT);
        robot.type(KeyCode.R);

        assertEquals(Verdict.REJECTED, model.negative().orElseThrow().verdict());
        assertEquals(Verdict.REJECTED, pairs.kept().getLast().verdict());
        assertEquals(21, pairs.kept().getLast().negative().getAsLong());
        both(robot, "pairs-rejected");
        robot.type(KeyCode.U);
        assertEquals(Verdict.NONE, model.negative().orElseThrow().verdict());
        assertEquals(Verdict.NONE, pairs.kept().getLast().verdict());

        robot.type(KeyCode.N);
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> robot.lookup("#pairs-note").queryAs(TextField.class).setText("jaru"));
        robot.type(KeyCode.ENTER);
        assertEquals("jaru", pairs.kept().getLast().note());
        assertEquals("jaru", model.negative().orElseThrow().note());
        // The letters of a note are no commands.
        assertEquals(2, model.tupleProperty().get().orElseThrow().id());
    }

    @Test
    void aLongValueOfARecipeIsReadToItsEnd(FxRobot robot) {
        show(robot);
        int last = model.compare().subjectsProperty().get().size() - 1;
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

        assertEquals(2, model.tupleProperty().get().orElseThrow().id());
        assertEquals("reviewed 1 of 3,000", text(robot, "#pairs-count"));
        robot.type(KeyCode.LEFT).type(KeyCode.R);
        assertEquals(Verdict.REJECTED, model.tupleProperty().get().orElseThrow().verdict());
        assertTrue(pairs.kept().getLast().negative().isEmpty());
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
        assertEquals(CompareMode.SWIPE, model.compare().modeProperty().get());
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
        assertEquals(8, model.compare().gainProperty().get());
        both(robot, "pairs-difference");

        robot.type(KeyCode.O, KeyCode.DIGIT2);
        assertEquals(new Viewport.Zoom.Scale(2), model.compare().viewportProperty().get().zoom());
        snapshot(robot, "pairs-one");
        robot.type(KeyCode.Z);
        assertEquals(new Viewport.Zoom.Fit(), model.compare().viewportProperty().get().zoom());
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
    void theListsStatesSayWhatIsThereAndWhatToDo(FxRobot robot) {
        Deque<Runnable> waiting = new ArrayDeque<>();
        robot.interact(() -> open(new ScriptedPairs(MANY), waiting::add));
        both(robot, "pairs-loading");
        robot.interact(() -> open(new ScriptedPairs(MANY)));
        show(robot);
        robot.interact(
                () -> model.filterProperty().set(PairFilter.ALL.with(PairFilter.Show.AUDIT)));
        both(robot, "pairs-no-match");
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
        robot.interact(() -> open(new ScriptedPairs(0)));
        robot.interact(model::refresh);
        assertTrue(robot.lookup("Build a set").tryQuery().isPresent());
        both(robot, "pairs-empty");
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
        assertFalse(model.critic().silenceProperty().get().isEmpty());
        assertEquals(
                "No scorer is installed; train one with “./eliq demo”.",
                text(robot, "#pairs-critic"));
        both(robot, "pairs-no-critic");
    }

    @Test
    void atAHundredPercentThePanesShowThePicturesOwnPixels(FxRobot robot) {
        show(robot);
        loaded(robot);
        robot.type(KeyCode.O, KeyCode.DIGIT1);
        WaitForAsyncUtils.waitForFxEvents();
        ContentHash key =
                model.compare()
                        .subjectsProperty()
                        .get()
                        .get(model.compare().chosenProperty().get())
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
        waitFor(() -> model.ahead().stream().allMatch(key -> full.cached(key).isPresent()));
        long[] millis = new long[5];
        for (int i = 0; i < millis.length; i++) {
            millis[i] = moved(robot, i % 2 == 0 ? 1 : -1);
        }
        Arrays.sort(millis);
        System.out.printf("another tuple after %d ms%n", millis[2]);
        robot.interact(
                () ->
                        model.compare()
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

    /** What the view leaves for later, with what it means for the layout, belongs to the time that is spent. */
    private void later(Runnable task) {
        Platform.runLater(
                () -> {
                    long begun = ownTime();
                    task.run();
                    stage.getScene().getRoot().applyCss();
                    stage.getScene().getRoot().layout();
                    spent += ownTime() - begun;
                });
    }

    private static long ownTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private static String title(FxRobot robot, int pane) {
        return robot.from(robot.lookup("#compare-pane-" + pane))
                .lookup(".compare-title")
                .queryAs(Label.class)
                .getText();
    }

    private static Button button(FxRobot robot, String text) {
        return robot.lookup(
                        (Node node) ->
                                node instanceof Button button && button.getText().equals(text))
                .queryAs(Button.class);
    }

    private void loaded(FxRobot robot) {
        waitFor(
                () ->
                        model.compare().subjectsProperty().get().stream()
                                .allMatch(
                                        each ->
                                                full.cached(each.key()).isPresent()
                                                        && small.cached(each.key()).isPresent()));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void snapshot(FxRobot robot, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> Snapshots.write(stage.getScene(), name));
    }

    private void both(FxRobot robot, String name) {
        snapshot(robot, name);
        robot.interact(appearance::toggle);
        snapshot(robot, name + "-dark");
        robot.interact(appearance::toggle);
    }

    private static void waitFor(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    10,
                    TimeUnit.SECONDS,
                    () -> {
                        boolean[] met = new boolean[1];
                        WaitForAsyncUtils.waitForAsyncFx(
                                5000,
                                () -> {
                                    met[0] = condition.call();
                                    return null;
                                });
                        return met[0];
                    });
        } catch (TimeoutException e) {
            throw new AssertionError("it did not come to be", e);
        }
    }
}

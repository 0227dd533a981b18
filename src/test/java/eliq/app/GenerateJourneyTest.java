package eliq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.app.frame.Appearance;
import eliq.app.frame.MainWindow;
import eliq.app.frame.StatusViewModel;
import eliq.app.generate.BackendsViewModel;
import eliq.app.generate.BankViewModel;
import eliq.app.generate.BuildViewModel;
import eliq.app.generate.GenerateView;
import eliq.app.picture.PictureLoader;
import eliq.app.picture.Pictures;
import eliq.catalog.JobState;
import eliq.image.ImageException;
import eliq.image.Thumbnails;
import eliq.pairs.NegativeKind;
import eliq.workbench.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.prefs.Preferences;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** From an empty bank to a set of pairs, in a window, with the painter. Needs no display. */
@ExtendWith(ApplicationExtension.class)
class GenerateJourneyTest {

    private static final int TUPLES = 24;

    private final StatusViewModel status = new StatusViewModel();
    private final Preferences preferences = Preferences.userRoot().node("eliq-generate-test");
    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private final ExecutorService network = Executors.newSingleThreadExecutor();
    private Workbench workbench;
    private Thumbnails thumbnails;
    private PictureLoader<Path> pictures;
    private Appearance appearance;
    private BankViewModel bank;
    private BackendsViewModel backends;
    private BuildViewModel build;
    private Stage stage;

    @Start
    void start(Stage given) throws Exception {
        stage = given;
        Path home = Files.createTempDirectory("eliq-generate-journey");
        workbench = Workbench.open(home.resolve("workspace"), Map.of(), home);
        thumbnails = new Thumbnails(workbench.catalog().thumbnailsFolder(), 256);
        pictures = new PictureLoader<>(this::picture, 100, Platform::runLater);
        preferences.put("appearance", "LIGHT");
        appearance = new Appearance(preferences);
        appearance.start();
        bank = new BankViewModel(workbench, worker, Platform::runLater, Map.of());
        backends = new BackendsViewModel(workbench.generators(), network, Platform::runLater);
        build = new BuildViewModel(workbench, bank.shown(), worker, Platform::runLater, status);
        GenerateView view = new GenerateView(bank, backends, build, pictures);
        bank.refresh();
        backends.refresh();
        stage.setScene(new MainWindow(List.of(view), status, appearance).scene(1280, 800));
        stage.show();
    }

    private Optional<Image> picture(Path file) {
        try {
            return Optional.of(Pictures.toFx(thumbnails.of(file)));
        } catch (ImageException e) {
            return Optional.empty();
        }
    }

    @AfterEach
    void close() throws Exception {
        workbench.close();
        pictures.close();
        worker.shutdown();
        network.shutdown();
        preferences.removeNode();
    }

    @Test
    void promptsAreWrittenAndLabelledAndASetIsBuiltPausedAndResumed(FxRobot robot)
            throws Exception {
        Patience.until(() -> bank.stateProperty().get() instanceof BankViewModel.State.Empty);
        snapshot(robot, "generate-bank-empty");
        robot.clickOn("#bank-text").write("a bowl of tomato soup").type(KeyCode.ENTER);
        Patience.until(() -> bank.all().size() == 1);
        robot.interact(bank::addShipped);
        Patience.until(() -> bank.all().size() == 401);
        snapshot(robot, "generate-bank-full");
        robot.interact(() -> bank.writing().ask(70, "qwen3:8b", "http://127.0.0.1:11434/v1"));
        robot.interact(appearance::toggle);
        snapshot(robot, "generate-bank-offer-dark");
        robot.interact(appearance::toggle);
        robot.interact(bank.writing()::decline);

        robot.press(KeyCode.ALT).type(KeyCode.DIGIT3).release(KeyCode.ALT);
        snapshot(robot, "generate-build-empty");
        robot.interact(() -> build.settings().countProperty().set(TUPLES));
        robot.press(KeyCode.SHORTCUT).type(KeyCode.P).release(KeyCode.SHORTCUT);
        Patience.until(() -> build.planProperty().get().isPresent());
        snapshot(robot, "generate-plan");
        // Few drawings for each tuple, many tuples: quick, and there is time to pause.
        robot.interact(
                () ->
                        List.of(NegativeKind.values())
                                .forEach(kind -> build.settings().negativesProperty(kind).set(0)));
        robot.interact(() -> build.settings().negativesProperty(NegativeKind.DISTORTED).set(1));
        robot.press(KeyCode.SHORTCUT).type(KeyCode.P).release(KeyCode.SHORTCUT);
        Patience.until(() -> build.planProperty().get().isPresent());
        robot.press(KeyCode.SHORTCUT).type(KeyCode.ENTER).release(KeyCode.SHORTCUT);
        Patience.until(() -> !build.run().previews().isEmpty());
        robot.type(KeyCode.F6);
        Patience.until(() -> !build.run().jobProperty().get().orElseThrow().isActive());
        assertEquals(
                JobState.PAUSED,
                build.run().jobProperty().get().orElseThrow().stateProperty().get());
        int before = build.run().previews().size();
        robot.interact(appearance::toggle);
        snapshot(robot, "generate-paused-dark");
        robot.interact(appearance::toggle);
        robot.type(KeyCode.F6);
        Patience.until(
                () ->
                        build.run().jobProperty().get().orElseThrow().stateProperty().get()
                                != JobState.PAUSED);
        snapshot(robot, "generate-building");
        Patience.until(() -> build.noticeProperty().get().contains("has " + TUPLES + " tuples"));
        assertTrue(build.run().previews().size() >= before);
        Patience.until(
                () ->
                        build.run().previews().stream()
                                .allMatch(file -> pictures.cached(file).isPresent()));
        assertFalse(robot.lookup("#build-previews .image-view").queryAll().isEmpty());
        snapshot(robot, "generate-built");
    }

    @Test
    void aBackendThatIsDownSaysWhyInItsRow(FxRobot robot) throws Exception {
        robot.press(KeyCode.ALT).type(KeyCode.DIGIT2).release(KeyCode.ALT);
        robot.clickOn("#backend-name").write("studio");
        robot.clickOn("#backend-place").write("http://127.0.0.1:9");
        robot.interact(() -> robot.lookup("#backend-add").queryAs(Button.class).fire());
        Patience.until(() -> backends.rows().size() == 2);
        robot.type(KeyCode.F5);
        Patience.until(() -> backends.rows().stream().allMatch(r -> r.health().isPresent()));
        assertTrue(backends.rows().getLast().isDown());
        snapshot(robot, "generate-backends");
        robot.interact(appearance::toggle);
        snapshot(robot, "generate-backends-dark");
        for (Node each : robot.lookup(".button").queryAll()) {
            Button button = (Button) each;
            assertTrue(
                    !button.getText().isBlank() || button.getAccessibleText() != null,
                    () -> "a button without text or accessible text: " + button);
        }
    }

    @Test
    void whyNothingCanBeReadIsSaidOnceInEachStepThatNeedsIt(FxRobot robot) throws Exception {
        Patience.until(() -> bank.stateProperty().get() instanceof BankViewModel.State.Empty);
        workbench.catalog().close();
        robot.interact(
                () -> {
                    bank.refresh();
                    build.run().refresh();
                });
        Patience.until(() -> bank.stateProperty().get() instanceof BankViewModel.State.Failed);
        Patience.until(() -> !build.problemProperty().get().isEmpty());
        snapshot(robot, "generate-bank-failed");
        assertEquals(1, saidThatItIsClosed(robot));
        robot.interact(bank::addShipped);
        worker.submit(() -> {}).get();
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(1, saidThatItIsClosed(robot), "also after one more try");
        disabled(robot, "#bank-text", "#bank-add", "#bank-shipped");
        disabled(robot, "#writing-count", "#writing-model", "#writing-address", "#writing-ask");

        robot.press(KeyCode.ALT).type(KeyCode.DIGIT2).release(KeyCode.ALT);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(0, saidThatItIsClosed(robot), "backends do not stand in the catalogue");
        robot.press(KeyCode.ALT).type(KeyCode.DIGIT3).release(KeyCode.ALT);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(1, saidThatItIsClosed(robot));
        assertTrue(robot.lookup("#build-problem").query().isVisible());
        disabled(robot, "#build-plan", "#build-start");
        assertTrue(robot.lookup(".placeholder .button").queryAll().isEmpty(), "nor another way");
        snapshot(robot, "generate-build-failed");
    }

    private static void disabled(FxRobot robot, String... ids) {
        for (String id : ids) {
            assertTrue(robot.lookup(id).query().isDisabled(), id);
        }
    }

    private static long saidThatItIsClosed(FxRobot robot) {
        return robot.lookup(".label").queryAllAs(Label.class).stream()
                .filter(label -> label.isVisible() && label.getText().contains("is closed"))
                .count();
    }

    private void snapshot(FxRobot robot, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> Snapshots.write(stage.getScene(), name));
    }
}

package eliq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.app.frame.Appearance;
import eliq.app.frame.MainWindow;
import eliq.app.frame.Navigation;
import eliq.app.frame.StatusViewModel;
import eliq.catalog.JobRecord;
import eliq.catalog.JobState;
import eliq.pairs.DegradeImagesParameters;
import eliq.pairs.degrade.Operation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.prefs.Preferences;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The desktop is closed while a job runs; the next start offers to go on with it, by one key. Needs no display. */
@ExtendWith(ApplicationExtension.class)
class ClosedDuringAJobTest {
    private static final int PICTURES = 60;

    @TempDir Path folder;

    private final Preferences preferences = new MemoryPreferences();
    private Stage stage;
    private Appearance appearance;
    private Services services;

    @Start
    void start(Stage given) {
        stage = given;
        appearance = new Appearance(preferences);
        appearance.start();
    }

    @AfterEach
    void close() {
        services.close();
    }

    /** As the desktop does at its start. */
    private void open(FxRobot robot) throws Exception {
        services = Services.open(folder.resolve("home"));
        robot.interact(
                () -> {
                    Desk desk = new Desk(services, new StatusViewModel(), new Navigation());
                    MainWindow window =
                            new MainWindow(
                                    List.of(LibrarySection.view(desk), JobsSection.view(desk)),
                                    desk.status(),
                                    appearance);
                    desk.navigation().goesTo(window::open);
                    new Unfinished(services).offerIn(window, desk.navigation());
                    stage.setScene(window.scene(1280, 800));
                    stage.show();
                });
    }

    @Test
    void theNextStartOffersWhatWasInterruptedAndOneKeyGoesOnWithIt(FxRobot robot) throws Exception {
        Path pictures = StripedPictures.write(folder.resolve("pictures"), 0, PICTURES);
        Path copies = folder.resolve("copies");
        open(robot);
        JobRecord job =
                services.workbench()
                        .jobs()
                        .submit(services.workbench().degradeImages(), of(pictures, copies));
        until("some copies are written", () -> count(copies) > 2);
        robot.interact(stage::hide);
        services.close();
        int before = count(copies);
        assertTrue(before < PICTURES, "the job was over before the window was closed");

        open(robot);
        until("the work is offered", () -> robot.lookup("#offer").tryQuery().isPresent());
        assertEquals(JobState.INTERRUPTED, state(job));
        assertEquals(
                "A job was not finished: degrade images.",
                robot.from(robot.lookup("#offer").<javafx.scene.Node>query())
                        .lookup(".label")
                        .queryAs(Label.class)
                        .getText());
        robot.interact(() -> Snapshots.write(stage.getScene(), "offer"));
        robot.interact(appearance::toggle);
        robot.interact(() -> Snapshots.write(stage.getScene(), "offer-dark"));
        // Typing in a field is no obstacle.
        robot.interact(
                () -> robot.lookup("#library-search").queryAs(TextField.class).requestFocus());
        robot.type(KeyCode.F7);
        until("the job is done", () -> state(job) == JobState.DONE);
        assertTrue(robot.lookup("#offer").tryQuery().isEmpty());
        assertEquals(PICTURES, count(copies));
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT2).release(KeyCode.CONTROL);
        until(
                "the list of jobs offers it no more",
                () ->
                        robot.lookup("#jobs-view").tryQuery().isPresent()
                                && !robot.lookup("#jobs-offer").query().isVisible());
    }

    @Test
    void whatIsNotWantedNowStaysInTheListOfJobs(FxRobot robot) throws Exception {
        services = Services.open(folder.resolve("home"));
        JobRecord job =
                services.workbench()
                        .catalog()
                        .jobs()
                        .create("degrade-images", "{}", JobState.INTERRUPTED);
        services.close();
        open(robot);
        until("the work is offered", () -> robot.lookup("#offer").tryQuery().isPresent());

        robot.type(KeyCode.F9);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(robot.lookup("#offer").tryQuery().isEmpty());
        assertEquals(JobState.INTERRUPTED, state(job));
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT2).release(KeyCode.CONTROL);
        until(
                "it is listed",
                () -> robot.lookup("#jobs-resume-" + job.id()).tryQuery().isPresent());
    }

    private static DegradeImagesParameters of(Path pictures, Path copies) throws Exception {
        try (Stream<Path> files = Files.list(pictures)) {
            return new DegradeImagesParameters(
                    files.sorted().toList(), copies, Operation.REPEATED_JPEG_NOISE.key(), 0.5, 1);
        }
    }

    private static int count(Path copies) throws Exception {
        if (!Files.isDirectory(copies)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(copies)) {
            return (int) files.filter(file -> file.toString().endsWith(".png")).count();
        }
    }

    private JobState state(JobRecord job) throws Exception {
        return services.workbench().catalog().jobs().find(job.id()).orElseThrow().state();
    }

    private static void until(String what, Callable<Boolean> condition) throws Exception {
        try {
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError("did not happen in time: " + what, e);
        }
    }
}

package eliq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.app.frame.Appearance;
import eliq.app.frame.MainWindow;
import eliq.app.frame.Navigation;
import eliq.app.frame.StatusViewModel;
import eliq.app.jobs.JobsView;
import eliq.app.jobs.JobsViewModel;
import eliq.app.jobs.WorkbenchJobs;
import eliq.app.picture.PictureLoader;
import eliq.app.picture.Pictures;
import eliq.app.train.Machine;
import eliq.app.train.TrainView;
import eliq.app.train.TrainViewModel;
import eliq.app.train.WorkbenchTrainings;
import eliq.catalog.JobRecord;
import eliq.catalog.JobState;
import eliq.critic.CriticCard;
import eliq.image.ImageException;
import eliq.image.Thumbnails;
import eliq.workbench.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.prefs.Preferences;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Training as a user does it: over a real workspace, real jobs and a very small model. Needs no display. */
@ExtendWith(ApplicationExtension.class)
class TrainJourneyTest {
    /** Seconds; a busy machine is no failure. */
    private static final long PATIENCE = 120;

    private final Preferences preferences = Preferences.userRoot().node("eliq-train-test");
    private final StatusViewModel status = new StatusViewModel();
    private final Navigation navigation = new Navigation();
    private final ExecutorService trainThread = Services.thread("train-test");
    private final ExecutorService jobsThread = Services.thread("jobs-test");
    private Path folder;
    private Workbench workbench;
    private PictureLoader<Path> thumbnails;
    private Appearance appearance;
    private TrainViewModel train;
    private JobsViewModel jobs;
    private Stage stage;

    @Start
    void start(Stage given) throws Exception {
        Locale.setDefault(Locale.US);
        stage = given;
        folder = Files.createTempDirectory("eliq-train-journey");
        workbench = TinyWorkspace.open(folder);
        Thumbnails small = new Thumbnails(workbench.catalog().thumbnailsFolder(), 128);
        thumbnails =
                new PictureLoader<>(
                        path -> {
                            try {
                                return Optional.of(Pictures.toFx(small.of(path)));
                            } catch (ImageException e) {
                                return Optional.empty();
                            }
                        },
                        200,
                        Platform::runLater);
        preferences.put("appearance", "LIGHT");
        appearance = new Appearance(preferences);
        appearance.start();
        train =
                new TrainViewModel(
                        new WorkbenchTrainings(
                                workbench,
                                new Machine(1, 8_000_000_000L, Optional.empty()),
                                Optional::empty),
                        trainThread,
                        Platform::runLater);
        jobs =
                new JobsViewModel(
                        new WorkbenchJobs(workbench.catalog(), workbench.jobs()),
                        jobsThread,
                        Platform::runLater,
                        status);
        jobs.begin();
        status.jobsOpenedBy(() -> navigation.open("Jobs"));
        status.model("tiny-qwen on cpu");
        MainWindow window =
                new MainWindow(
                        List.of(
                                new TrainView(train, thumbnails, () -> navigation.open("Jobs")),
                                new JobsView(jobs, () -> {})),
                        status,
                        appearance);
        navigation.goesTo(window::open);
        stage.setScene(window.scene(1280, 800));
        stage.show();
    }

    @AfterEach
    void close() throws Exception {
        Platform.runLater(stage::hide);
        WaitForAsyncUtils.waitForFxEvents();
        trainThread.shutdown();
        jobsThread.shutdown();
        trainThread.awaitTermination(10, TimeUnit.SECONDS);
        jobsThread.awaitTermination(10, TimeUnit.SECONDS);
        thumbnails.close();
        workbench.close();
        preferences.removeNode();
    }

    @Test
    void withoutPairsTheViewSaysWhatIsMissing(FxRobot robot) {
        Patience.until(() -> train.stateProperty().get() instanceof TrainViewModel.State.NoPairs);
        snapshot(robot, "train-no-pairs");
        robot.clickOn("Build pairs");
        Patience.until(() -> jobs.stateProperty().get() instanceof JobsViewModel.State.Empty);
        snapshot(robot, "jobs-empty");
    }

    @Test
    void aTrainingIsStartedCancelledResumedAndComparedWithAnother(FxRobot robot) throws Exception {
        TinyWorkspace.addPairs(workbench.catalog(), 30);
        robot.interact(train::refresh);
        Patience.until(() -> robot.lookup("#train-start").tryQuery().isPresent());
        Patience.until(
                () ->
                        robot.lookup("#train-cost-steps")
                                .queryAs(Label.class)
                                .getText()
                                .matches("\\d+"));
        for (String guessed : List.of("#train-cost-memory", "#train-cost-disk")) {
            assertTrue(text(robot, guessed).startsWith("≈ "), guessed);
        }
        snapshot(robot, "train-before-the-first-run");
        robot.interact(
                () ->
                        train.setup().models().stream()
                                .filter(model -> model.name().equals(TinyWorkspace.MODEL))
                                .forEach(train.setup().modelProperty()::set));

        robot.clickOn("#train-preset-try");
        Patience.until(() -> train.setup().presetProperty().get().isPresent());
        type(robot, "#field-training-length-count", "4000");
        type(robot, "#field-training-batchSize", "2");
        robot.interact(
                () -> {
                    train.setup()
                            .critic()
                            .field("training.rhythm.validationSteps")
                            .textProperty()
                            .set("10");
                    train.setup()
                            .critic()
                            .field("training.learningRate.peak")
                            .textProperty()
                            .set("0.05");
                });
        robot.clickOn("#train-start");
        Patience.until(() -> curves() > 40 && !wrong());
        snapshot(robot, "train-running");
        robot.moveTo(".chart .plot");
        Patience.until(() -> robot.lookup(".chart-readout").queryAs(Label.class).isVisible());
        snapshot(robot, "train-hover");
        Patience.until(() -> robot.lookup("#status-jobs").query().isVisible());
        robot.clickOn("#train-cancel");
        Patience.until(() -> is(1, JobState.CANCELLED));
        Patience.until(() -> text(robot, "#train-run-words").contains("is kept in"));
        String kept = text(robot, "#train-run-words");
        assertTrue(Files.isDirectory(Path.of(kept.substring(kept.indexOf(" in ") + 4))), kept);
        snapshot(robot, "train-cancelled");
        int before = curves();
        robot.clickOn("#train-keep");
        Patience.until(() -> text(robot, "#train-notice").contains("my-critic-at-"));
        String critic = text(robot, "#train-notice").replaceAll(".*“|”.*", "");
        Patience.until(() -> is(2, JobState.DONE));
        assertTrue(CriticCard.isIn(workbench.catalog().modelsFolder().resolve(critic)), critic);

        robot.clickOn("#train-resume");
        Patience.until(() -> is(1, JobState.RUNNING) && curves() > before + 3);
        assertEquals(2, job(1).attempts());
        robot.clickOn("#status-jobs");
        Patience.until(() -> robot.lookup("#jobs-view").tryQuery().isPresent());
        Patience.until(() -> jobs.rows().size() == 2);
        robot.interact(() -> jobs.select(1));
        Patience.until(
                () ->
                        robot.lookup("#job-log")
                                .queryAs(TextArea.class)
                                .getText()
                                .contains("resumed"));
        snapshot(robot, "jobs-running");
        robot.clickOn("#job-cancel");
        Patience.until(() -> is(1, JobState.CANCELLED));

        robot.interact(() -> navigation.open("Train"));
        type(robot, "#field-training-length-count", "40");
        robot.clickOn("#train-start");
        Patience.until(() -> is(3, JobState.DONE));
        robot.interact(() -> train.runs().compare(1, true));
        Patience.until(() -> train.runs().shownProperty().get().orElseThrow().curves().size() == 2);
        Patience.until(() -> text(robot, "#train-cost-basis").contains("as in “my-critic-2”"));
        assertTrue(text(robot, "#train-cost-memory").matches("\\d.*"), "it was measured");
        snapshot(robot, "train-compared");
        robot.interact(appearance::toggle);
        snapshot(robot, "train-compared-dark");
        robot.interact(() -> train.runs().compare(1, false));
        robot.interact(() -> train.runs().select(1));
        Patience.until(() -> train.runs().shownProperty().get().orElseThrow().run().job() == 1);
        tab(robot, 1);
        snapshot(robot, "train-wrong-dark");
        robot.interact(appearance::toggle);
        snapshot(robot, "train-wrong");
        tab(robot, 2);
        snapshot(robot, "train-log");
        everyControlHasAName(robot);
    }

    @Test
    void aSettingOutOfRangeIsSaidAtItsFieldAndNothingCanBeStarted(FxRobot robot) throws Exception {
        TinyWorkspace.addPairs(workbench.catalog(), 12);
        robot.interact(train::refresh);
        Patience.until(() -> robot.lookup("#train-start").tryQuery().isPresent());
        type(robot, "#field-training-batchSize", "0");
        Patience.until(() -> robot.lookup("#train-start").queryAs(Button.class).isDisabled());
        assertEquals(
                "It must be at least 1",
                train.setup().critic().field("training.batchSize").errorProperty().get());
        snapshot(robot, "train-setting-wrong");

        type(robot, "#field-training-batchSize", "4");
        Patience.until(() -> !robot.lookup("#train-start").queryAs(Button.class).isDisabled());
        robot.clickOn("#train-copy");
        String copied = onFx(robot, () -> Clipboard.getSystemClipboard().getString());
        assertEquals(
                "eliq train critic my-critic --pairs first-pairs --model eliq-nano --batch 4",
                copied.replace("--model " + TinyWorkspace.MODEL, "--model eliq-nano"));
        robot.clickOn("#train-stage-scorer");
        robot.interact(() -> more(robot).setExpanded(true));
        snapshot(robot, "train-scorer-settings");
        robot.interact(appearance::toggle);
        snapshot(robot, "train-scorer-settings-dark");
    }

    private static javafx.scene.control.TitledPane more(FxRobot robot) {
        return robot.lookup("#form-more").queryAs(javafx.scene.control.TitledPane.class);
    }

    private void tab(FxRobot robot, int place) {
        robot.interact(
                () ->
                        robot.lookup(".tab-pane")
                                .queryAs(TabPane.class)
                                .getSelectionModel()
                                .select(place));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void everyControlHasAName(FxRobot robot) {
        for (Node each : robot.lookup(".button").queryAll()) {
            if (each instanceof Button button) {
                assertFalse(
                        button.getText().isBlank() && button.getAccessibleText() == null,
                        () -> "a button without text or accessible text: " + button);
            }
        }
    }

    private int curves() {
        return train.runs()
                .shownProperty()
                .get()
                .map(shown -> shown.curves().get(shown.run()).loss().size())
                .orElse(0);
    }

    private boolean wrong() {
        return train.runs().shownProperty().get().orElseThrow().curves().values().stream()
                .allMatch(curves -> curves.accuracy().isEmpty());
    }

    private JobRecord job(long id) throws Exception {
        return workbench.catalog().jobs().find(id).orElseThrow();
    }

    /** False where there is no such job yet. */
    private boolean is(long id, JobState state) throws Exception {
        return workbench.catalog().jobs().find(id).filter(job -> job.state() == state).isPresent();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private static void type(FxRobot robot, String id, String text) {
        robot.interact(() -> robot.lookup(id).queryAs(TextField.class).requestFocus());
        robot.interact(() -> robot.lookup(id).queryAs(TextField.class).selectAll());
        robot.type(KeyCode.DELETE);
        robot.write(text);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static <T> T onFx(FxRobot robot, Callable<T> call) {
        Object[] found = new Object[1];
        robot.interact(
                () -> {
                    try {
                        found[0] = call.call();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
        @SuppressWarnings("unchecked")
        T value = (T) found[0];
        return value;
    }

    private void snapshot(FxRobot robot, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> Snapshots.write(stage.getScene(), name));
    }
}

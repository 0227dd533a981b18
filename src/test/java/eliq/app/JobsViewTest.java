package eliq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.app.frame.Appearance;
import eliq.app.frame.MainWindow;
import eliq.app.frame.StatusViewModel;
import eliq.app.jobs.JobsView;
import eliq.app.jobs.JobsViewModel;
import eliq.app.jobs.WorkbenchJobs;
import eliq.catalog.Catalog;
import eliq.catalog.JobRecord;
import eliq.catalog.JobState;
import eliq.job.Job;
import eliq.job.JobContext;
import eliq.job.JobRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.prefs.Preferences;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The list of jobs as a user meets it, over a real catalogue. Needs no display. */
@ExtendWith(ApplicationExtension.class)
class JobsViewTest {
    private static final String PARAMETERS =
            "{\"name\":\"my-critic\",\"tupleSet\":\"first\",\"training\":{\"length\":{\"type\":\"Epochs\","
                    + "\"count\":1},\"batchSize\":8,\"learningRate\":{\"peak\":2.0E-4}}}";

    record Attempt(int steps) {}

    record Counted(int steps) {}

    /** Fails the first time. */
    private static final class Flaky implements Job<Attempt, Counted> {
        private boolean tried;

        @Override
        public String kind() {
            return "count-things";
        }

        @Override
        public Class<Attempt> parametersType() {
            return Attempt.class;
        }

        @Override
        public Class<Counted> resultType() {
            return Counted.class;
        }

        @Override
        public Counted run(Attempt parameters, JobContext context) throws Exception {
            context.progress("counting", 1, parameters.steps());
            if (!tried) {
                tried = true;
                throw new IllegalStateException("no more fingers");
            }
            return new Counted(parameters.steps());
        }
    }

    private final Flaky flaky = new Flaky();
    private final Preferences preferences = Preferences.userRoot().node("eliq-jobs-test");
    private final StatusViewModel status = new StatusViewModel();
    private Catalog catalog;
    private JobRunner runner;
    private JobsViewModel model;
    private Appearance appearance;
    private Stage stage;
    private boolean libraryOpened;

    @Start
    void start(Stage given) throws Exception {
        Locale.setDefault(Locale.US);
        stage = given;
        catalog = Catalog.open(Files.createTempDirectory("eliq-jobs-view"));
        runner = new JobRunner(catalog, List.of(flaky), "test", Runnable::run);
        preferences.put("appearance", "LIGHT");
        appearance = new Appearance(preferences);
        appearance.start();
        model =
                new JobsViewModel(
                        new WorkbenchJobs(catalog, runner), Runnable::run, Runnable::run, status);
        status.model("eliq-nano on cpu");
        MainWindow window =
                new MainWindow(
                        List.of(new JobsView(model, () -> libraryOpened = true)),
                        status,
                        appearance);
        stage.setScene(window.scene(1280, 800));
        stage.show();
    }

    @AfterEach
    void close() throws Exception {
        runner.close();
        catalog.close();
        preferences.removeNode();
    }

    private long job(String kind, JobState state, long done, long total) throws Exception {
        JobRecord job = catalog.jobs().create(kind, PARAMETERS, JobState.QUEUED);
        catalog.jobs()
                .take(
                        job.id(),
                        Set.of(JobState.QUEUED),
                        new JobRecord.Owner(1, "here", Instant.now()));
        catalog.jobs().progress(job.id(), "training the critic", done, total, "");
        Optional<String> error =
                state == JobState.FAILED
                        ? Optional.of(
                                "there is no tuple set named 'second'; 'eliq pairs list' shows those"
                                        + " there are")
                        : Optional.empty();
        Optional<String> result =
                state == JobState.DONE
                        ? Optional.of("{\"directory\":\"/models/my-critic\",\"steps\":400}")
                        : Optional.empty();
        catalog.jobs().release(job.id(), state, result, error);
        Path folder = Files.createDirectories(catalog.resolve(job.directory()));
        Files.writeString(
                folder.resolve("job.log"),
                "2026-11-25T20:00:00Z started by ELIQ Workbench\n2026-11-25T20:00:09Z "
                        + state.key()
                        + "\n");
        return job.id();
    }

    @Test
    void everyStateIsTellableAndAFailuresDetailsAreCopied(FxRobot robot) throws Exception {
        robot.interact(model::refresh);
        snapshot(robot, "jobs-view-empty");
        for (int i = 0; i < 30; i++) {
            job("import-images", JobState.DONE, 400, 400);
        }
        job("build-pairs", JobState.CANCELLED, 40, 200);
        job("train-scorer", JobState.PAUSED, 12, 60);
        job("train-critic", JobState.INTERRUPTED, 172, 400);
        long failed = job("train-critic", JobState.FAILED, 0, 1);
        catalog.jobs().create("evaluate", PARAMETERS, JobState.QUEUED);
        robot.interact(model::begin);
        robot.interact(() -> model.select(failed));
        robot.interact(
                () ->
                        status.jobs(
                                Optional.of(
                                        new StatusViewModel.Jobs(
                                                "2 jobs: train critic 43 % - 12 min left",
                                                OptionalDouble.of(0.43)))));
        snapshot(robot, "jobs-view-full");
        robot.interact(appearance::toggle);
        snapshot(robot, "jobs-view-full-dark");

        assertEquals(2, model.offered().size());
        robot.clickOn("#job-copy");
        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertTrue(copied[0].contains("there is no tuple set named 'second'"), copied[0]);

        robot.clickOn("#jobs-leave");
        assertTrue(model.offered().isEmpty());
        robot.clickOn("#jobs-failed");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(List.of(failed), model.rows().stream().map(row -> row.id()).toList());
    }

    @Test
    void aFailedJobIsRetriedAndAnInterruptedOneResumedWhereTheyAre(FxRobot robot) throws Exception {
        robot.interact(() -> runner.submit(flaky, new Attempt(3)));
        long failed = catalog.jobs().recent(1).getFirst().id();
        long interrupted =
                catalog.jobs().create(flaky.kind(), "{\"steps\":3}", JobState.INTERRUPTED).id();
        robot.interact(model::begin);
        robot.interact(() -> model.select(failed));
        snapshot(robot, "jobs-view-retry");
        assertEquals("Retry", robot.lookup("#job-resume").queryAs(Button.class).getText());
        robot.clickOn("#job-resume");
        assertEquals(JobState.DONE, catalog.jobs().find(failed).orElseThrow().state());
        assertEquals(2, catalog.jobs().find(failed).orElseThrow().attempts());

        robot.clickOn("#jobs-resume-" + interrupted);
        assertEquals(JobState.DONE, catalog.jobs().find(interrupted).orElseThrow().state());
        assertTrue(model.offered().isEmpty());

        robot.clickOn("#job-repeat");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(3, catalog.jobs().recent(10).size());
        assertEquals(JobState.DONE, catalog.jobs().recent(1).getFirst().state());
        assertEquals(
                catalog.jobs().recent(1).getFirst().id(),
                model.detailsProperty().get().orElseThrow().row().id());
    }

    @Test
    void aCatalogueThatCannotBeReadSaysWhyInPlace(FxRobot robot) throws Exception {
        catalog.close();
        robot.interact(model::refresh);
        assertTrue(model.stateProperty().get() instanceof JobsViewModel.State.Failed);
        snapshot(robot, "jobs-view-failed");
        // Trying again is of no use before the program was started anew.
        assertFalse(robot.lookup("Try again").tryQuery().isPresent());
        assertTrue(robot.lookup("Copy details").tryQuery().isPresent());
        assertFalse(robot.lookup("#jobs-refresh").query().isVisible());
        // The path is for the clipboard.
        assertTrue(
                robot.lookup(".placeholder-text").queryAllAs(Label.class).stream()
                        .noneMatch(label -> label.getText().contains("catalogue.sqlite")));
    }

    @Test
    void numbersStandOnTheFiltersOnlyWhereTheyWereRead(FxRobot robot) throws Exception {
        ToggleButton failed = robot.lookup("#jobs-failed").queryAs(ToggleButton.class);
        job("train-critic", JobState.FAILED, 0, 1);
        robot.interact(model::refresh);
        assertEquals("Failed  1", failed.getText());
        assertFalse(failed.isDisabled());

        catalog.close();
        robot.interact(model::refresh);
        assertEquals("Failed", failed.getText());
        assertTrue(failed.isDisabled());
    }

    @Test
    void whereNothingRanYetADoorLeadsToTheLibrary(FxRobot robot) {
        robot.interact(model::refresh);
        robot.clickOn("Import images in the Library");
        assertTrue(libraryOpened);
    }

    @Test
    void theFolderOfAJobIsCopiedWhole(FxRobot robot) throws Exception {
        long id = job("import-images", JobState.DONE, 16, 16);
        robot.interact(model::refresh);
        robot.interact(() -> model.select(id));
        robot.clickOn("#job-folder-copy");
        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertEquals(
                catalog.resolve(catalog.jobs().find(id).orElseThrow().directory()).toString(),
                copied[0]);
    }

    private void snapshot(FxRobot robot, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> Snapshots.write(stage.getScene(), name));
    }
}

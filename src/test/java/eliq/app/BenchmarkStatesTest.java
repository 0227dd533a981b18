package eliq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.app.benchmark.BenchmarkState;
import eliq.app.benchmark.BenchmarkViewModel;
import eliq.app.benchmark.ImportViewModel;
import eliq.benchmark.ImportRatings;
import eliq.benchmark.RatingColumns;
import eliq.job.JobOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What the Benchmark view shows when things fail, are stopped, or are missing. Needs no display. */
@ExtendWith(ApplicationExtension.class)
class BenchmarkStatesTest extends BenchmarkWindow {
    @Start
    void start(Stage stage) throws Exception {
        open(stage);
    }

    private void importWaves() throws Exception {
        RatedPictures.paint(Files.createDirectories(folder.resolve("waves")));
        JobOutcome<?> outcome =
                workbench
                        .jobs()
                        .run(
                                workbench.importRatings(),
                                new ImportRatings(
                                        "waves",
                                        folder.resolve("waves/ratings.csv"),
                                        Optional.of(folder.resolve("waves/images")),
                                        Optional.empty(),
                                        RatingColumns.none(),
                                        Optional.empty(),
                                        false));
        assertTrue(outcome instanceof JobOutcome.Done, outcome.toString());
    }

    private void chooseScores(FxRobot robot, Path file, int draws) {
        robot.interact(
                () -> {
                    model.methods().scorerProperty().set(Optional.empty());
                    model.methods().addScores(file, false);
                    model.methods().drawsProperty().set(draws);
                    model.methods().splitsProperty().set(0);
                    model.pageProperty().set(BenchmarkViewModel.Page.METHODS);
                });
    }

    @Test
    void anEvaluationThatFailsSaysWhyAndGoesOnOnceTheCauseIsGone(FxRobot robot) throws Exception {
        importWaves();
        robot.interact(model::refresh);
        Patience.until(() -> model.stateProperty().get() instanceof BenchmarkState.NoRuns);
        snapshot(robot, "benchmark-no-runs");
        Path lost = folder.resolve("waves/lost.csv");
        chooseScores(robot, lost, 0);
        robot.press(KeyCode.SHORTCUT).type(KeyCode.ENTER).release(KeyCode.SHORTCUT);
        Patience.until(() -> model.stateProperty().get() instanceof BenchmarkState.Failed);
        BenchmarkState.Failed failed = (BenchmarkState.Failed) model.stateProperty().get();
        assertTrue(failed.reason().contains("lost.csv"), failed.reason());
        both(robot, "benchmark-failed");

        Files.copy(folder.resolve("waves/other.csv"), lost);
        robot.clickOn("Try again");
        Patience.until(() -> model.stateProperty().get() instanceof BenchmarkState.Shown);
        assertEquals("lost ↑", model.result().rows().getFirst().title());
    }

    @Test
    void aRunningEvaluationShowsHowFarItIsAndStopsWhenAsked(FxRobot robot) throws Exception {
        importWaves();
        robot.interact(model::refresh);
        Patience.until(() -> model.methods().setProperty().get().isPresent());
        chooseScores(robot, folder.resolve("waves/other.csv"), 1_000_000);
        robot.interact(model::evaluate);
        Patience.until(
                () ->
                        model.work()
                                .nowProperty()
                                .get()
                                .filter(n -> n.stage().startsWith("Correlating"))
                                .isPresent());
        both(robot, "benchmark-working");
        robot.clickOn("#benchmark-cancel");
        Patience.until(() -> model.work().nowProperty().get().isEmpty());
        assertTrue(
                model.noticeProperty().get().contains("was stopped"), model.noticeProperty().get());
        snapshot(robot, "benchmark-stopped");
    }

    @Test
    void aFolderWithoutATableSaysWhatIsMissing(FxRobot robot) throws Exception {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        robot.interact(
                () -> {
                    model.pageProperty().set(BenchmarkViewModel.Page.IMPORT);
                    model.imports().choose(List.of(empty));
                });
        Patience.until(
                () ->
                        model.imports().stateProperty().get()
                                instanceof ImportViewModel.State.NoIndex);
        snapshot(robot, "benchmark-import-nothing");
        Path odd =
                Files.writeString(
                        empty.resolve("odd.csv"), "picture of it,mean\na.png,1\nb.png,2\n");
        robot.interact(() -> model.imports().choose(List.of(odd)));
        Patience.until(
                () ->
                        model.imports().stateProperty().get()
                                instanceof ImportViewModel.State.Looked);
        assertTrue(!model.imports().ready());
        snapshot(robot, "benchmark-import-problem");
    }
}

package eliq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eliq.app.frame.Appearance;
import eliq.app.frame.MainWindow;
import eliq.app.frame.Navigation;
import eliq.app.frame.StatusViewModel;
import eliq.app.frame.View;
import eliq.catalog.Aspect;
import eliq.catalog.Catalog;
import eliq.catalog.JobRecord;
import eliq.catalog.JobState;
import eliq.catalog.Negative;
import eliq.catalog.NegativeContent;
import eliq.catalog.Tuple;
import eliq.catalog.Verdict;
import eliq.critic.TrainCriticResult;
import eliq.image.ContentHash;
import eliq.job.JobJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What is rejected among the pairs is not trained on: over a real workspace and real jobs. Needs no display. */
@ExtendWith(ApplicationExtension.class)
class PairsJourneyTest {
    private static final int TUPLES = 12;
    private static final long PATIENCE_SECONDS = 120;

    private final Appearance appearance = new Appearance(new MemoryPreferences());
    private Services services;
    private Catalog catalog;
    private Stage stage;

    @Start
    void start(Stage given) throws Exception {
        Locale.setDefault(Locale.US);
        stage = given;
        services =
                Services.over(TinyWorkspace.open(Files.createTempDirectory("eliq-pairs-journey")));
        catalog = services.workbench().catalog();
        TinyWorkspace.addPairs(catalog, TUPLES);
        appearance.choiceProperty().set(Appearance.Choice.LIGHT);
        appearance.start();
        StatusViewModel status = new StatusViewModel();
        Desk desk = new Desk(services, status, new Navigation());
        List<View> views = List.of(PairsSection.view(desk), TrainSection.view(desk));
        MainWindow window = new MainWindow(views, status, appearance);
        desk.navigation().goesTo(window::open);
        stage.setScene(window.scene(1280, 800));
        stage.show();
    }

    @AfterEach
    void close() {
        Platform.runLater(stage::hide);
        WaitForAsyncUtils.waitForFxEvents();
        services.close();
    }

    @Test
    void aNegativeThatIsRejectedByAKeyIsNotReadByATraining(FxRobot robot) throws Exception {
        Patience.untilHere("tuples", () -> robot.lookup(".tuple-cell").tryQuery().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        robot.type(KeyCode.J, KeyCode.J).type(KeyCode.R);
        Patience.untilHere("rejected", () -> noise().verdict() == Verdict.REJECTED);
        snapshot(robot, "pairs-journey");
        assertEquals(1, rejected(), "one negative of one tuple");

        // A training that wanted the rejected picture could not have it.
        Path file = catalog.path(catalog.images().find(picture(noise())).orElseThrow());
        Path aside = file.resolveSibling("aside");
        Files.move(file, aside);
        JobRecord trained = train(robot, "without", 1);
        assertEquals(JobState.DONE, trained.state(), () -> trained.error().orElse(""));
        TrainCriticResult without =
                JobJson.read(trained.result().orElseThrow(), TrainCriticResult.class, "result");

        // Taken back, it is wanted again.
        robot.press(KeyCode.SHORTCUT).type(KeyCode.DIGIT1).release(KeyCode.SHORTCUT);
        robot.type(KeyCode.U);
        Patience.untilHere("taken back", () -> noise().verdict() == Verdict.NONE);
        Files.move(aside, file);
        JobRecord whole = train(robot, "whole", 2);
        TrainCriticResult with =
                JobJson.read(whole.result().orElseThrow(), TrainCriticResult.class, "result");
        assertEquals(1, with.trainingImages() - without.trainingImages());
    }

    private JobRecord train(FxRobot robot, String name, long job) throws Exception {
        robot.press(KeyCode.SHORTCUT).type(KeyCode.DIGIT2).release(KeyCode.SHORTCUT);
        Patience.untilHere("form", () -> robot.lookup("#train-start").tryQuery().isPresent());
        ComboBox<?> models = robot.lookup("#train-model").queryComboBox();
        Patience.untilHere("models", () -> !models.getItems().isEmpty());
        robot.interact(() -> chooseModel(models));
        write(robot, "#train-name", name);
        write(robot, "#field-training-length-count", "40");
        write(robot, "#field-training-batchSize", "2");
        robot.clickOn("#train-start");
        Patience.untilHere(
                "end of the training",
                () ->
                        catalog.jobs()
                                .find(job)
                                .filter(
                                        j ->
                                                j.state() == JobState.DONE
                                                        || j.state() == JobState.FAILED)
                                .isPresent());
        return catalog.jobs().find(job).orElseThrow();
    }

    private static <T> void chooseModel(ComboBox<T> box) {
        box.getItems().stream()
                .filter(each -> box.getConverter().toString(each).startsWith(TinyWorkspace.MODEL))
                .findFirst()
                .ifPresent(box::setValue);
    }

    private static void write(FxRobot robot, String field, String text) {
        robot.interact(
                () -> {
                    TextField found = robot.lookup(field).queryAs(TextField.class);
                    found.requestFocus();
                    found.selectAll();
                });
        robot.type(KeyCode.DELETE).write(text);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** The technical negative of the third tuple. */
    private Negative noise() throws Exception {
        return tuples().get(2).negatives(Aspect.TECHNICAL).getFirst();
    }

    private List<Tuple> tuples() throws Exception {
        return catalog.tuples().all(catalog.tuples().findSet(TinyWorkspace.SET).orElseThrow().id());
    }

    private long rejected() throws Exception {
        return tuples().stream()
                .flatMap(tuple -> tuple.negatives().stream())
                .filter(negative -> negative.verdict() == Verdict.REJECTED)
                .count();
    }

    private static ContentHash picture(Negative negative) {
        return ((NegativeContent.Image) negative.content()).hash();
    }

    private void snapshot(FxRobot robot, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> Snapshots.write(stage.getScene(), name));
    }
}

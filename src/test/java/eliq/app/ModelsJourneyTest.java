package eliq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.app.frame.Appearance;
import eliq.app.frame.MainWindow;
import eliq.app.frame.StatusViewModel;
import eliq.app.models.ModelsView;
import eliq.app.models.ModelsViewModel;
import eliq.app.models.ScorerHub;
import eliq.app.score.InstalledScoring;
import eliq.app.score.Judgement;
import eliq.app.score.ScorerChoice;
import eliq.catalog.JobState;
import eliq.generate.painter.Painter;
import eliq.image.ImageEncoding;
import eliq.image.Pixels;
import eliq.scorer.OpenedScorer;
import eliq.workbench.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.prefs.Preferences;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
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

/** From a model that is missing to one that scores, in a window, with a hub on this machine. Needs no display. */
@ExtendWith(ApplicationExtension.class)
class ModelsJourneyTest {

    private final StatusViewModel status = new StatusViewModel();
    private final Preferences preferences = Preferences.userRoot().node("eliq-models-test");
    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private final ExecutorService network = Executors.newSingleThreadExecutor();
    private final ScorerChoice scorers = new ScorerChoice(Optional.empty());
    private Path home;
    private ScorerHub hub;
    private Workbench workbench;
    private Appearance appearance;
    private ModelsViewModel model;
    private Stage stage;

    @Start
    void start(Stage given) throws Exception {
        stage = given;
        home = Files.createTempDirectory("eliq-models-journey");
        hub = new ScorerHub();
        workbench = Workbench.open(home.resolve("workspace"), hub.environment(home), home);
        preferences.put("appearance", "LIGHT");
        appearance = new Appearance(preferences);
        appearance.start();
        model =
                new ModelsViewModel(
                        workbench,
                        worker,
                        network,
                        Platform::runLater,
                        status,
                        found -> scorers.offer(InstalledScorers.among(found)));
        ModelsView view = new ModelsView(model, scorer -> scorers.use(InstalledScorers.of(scorer)));
        stage.setScene(
                new MainWindow(java.util.List.of(view), status, appearance).scene(1280, 800));
        stage.show();
    }

    @AfterEach
    void close() throws Exception {
        workbench.close();
        worker.shutdown();
        network.shutdown();
        hub.close();
        preferences.removeNode();
    }

    @Test
    void aMissingScorerIsPulledPausedResumedAndThenScores(FxRobot robot) throws Exception {
        snapshot(robot, "models-loading");
        robot.interact(model::refresh);
        Patience.until(() -> !model.models().isEmpty());
        snapshot(robot, "models-full");

        hub.stallOnce();
        robot.press(KeyCode.SHORTCUT).type(KeyCode.F).release(KeyCode.SHORTCUT);
        robot.write(ScorerHub.MODEL).type(KeyCode.ENTER);
        Patience.until(() -> model.consent().questionProperty().get().isPresent());
        snapshot(robot, "models-question");
        robot.type(KeyCode.ENTER);
        Patience.until(
                () ->
                        !model.downloads().all().isEmpty()
                                && model.downloads().all().getFirst().job().fractionProperty().get()
                                        > 0.1);
        snapshot(robot, "models-downloading");
        fire(robot, ".download-pause");
        Patience.until(
                () ->
                        model.downloads().all().getFirst().job().stateProperty().get()
                                == JobState.PAUSED);
        robot.interact(appearance::toggle);
        snapshot(robot, "models-paused-dark");
        robot.interact(appearance::toggle);
        fire(robot, ".download-resume");
        Patience.until(
                () ->
                        model.models().stream()
                                .anyMatch(m -> m.model().name().equals(ScorerHub.MODEL)));

        robot.interact(
                () ->
                        model.selectedProperty()
                                .set(
                                        model.models().stream()
                                                .filter(
                                                        m ->
                                                                m.model()
                                                                        .name()
                                                                        .equals(ScorerHub.MODEL))
                                                .findFirst()
                                                .orElseThrow()));
        snapshot(robot, "models-pulled");
        fire(robot, "#models-use");
        assertEquals(ScorerHub.MODEL, scorers.now().orElseThrow().name());
        assertTrue(scorers.now().orElseThrow().folder().startsWith(home.resolve("hf")));

        Path picture = home.resolve("picture.png");
        Files.write(picture, ImageEncoding.png(painted("a red apple on a table")));
        try (InstalledScoring scoring =
                new InstalledScoring(scorers, new OpenedScorer(workbench.backbones()))) {
            Judgement judged = scoring.score(picture, Optional.of("a red apple on a table"));
            assertTrue(Double.isFinite(judged.visual()));
            assertTrue(judged.alignment().isPresent());
            assertEquals(ScorerHub.MODEL + " on the CPU", scoring.name());
        }
    }

    @Test
    void whatCannotBeUsedOrReachedIsSaidInPlace(FxRobot robot) throws Exception {
        Path lost = Files.createDirectories(home.resolve("scorer-without-critic"));
        Path shipped = Path.of("models", "eliq-nano-scorer");
        Files.copy(shipped.resolve("scorer.safetensors"), lost.resolve("scorer.safetensors"));
        Files.writeString(
                lost.resolve("scorer.json"),
                Files.readString(shipped.resolve("scorer.json"))
                        .replaceFirst("\"model\" : \"critic\"", "\"model\" : \"/data/critic-7\""));
        robot.interact(() -> model.bringIn(lost, false));
        Patience.until(
                () ->
                        model.models().stream()
                                .anyMatch(m -> m.model().name().equals("scorer-without-critic")));
        robot.interact(
                () ->
                        model.selectedProperty()
                                .set(
                                        model.models().stream()
                                                .filter(m -> m.problem().isPresent())
                                                .findFirst()
                                                .orElseThrow()));
        assertTrue(robot.lookup("#models-use").queryAs(Button.class).isDisabled());
        snapshot(robot, "models-broken-bond");

        robot.interact(() -> robot.lookup("#models-table").query().requestFocus());
        robot.type(KeyCode.DELETE);
        Patience.until(() -> model.consent().questionProperty().get().isPresent());
        robot.interact(appearance::toggle);
        snapshot(robot, "models-remove-dark");
        robot.type(KeyCode.ESCAPE);
        assertFalse(model.consent().questionProperty().get().isPresent());

        robot.interact(() -> model.askFor("org/absent"));
        Patience.until(() -> !model.consent().askingProperty().get());
        snapshot(robot, "models-refused-dark");
        assertTrue(model.noticeProperty().get().contains("org/absent"));
    }

    @Test
    void overAClosedCatalogueNoModelIsPulledOrBroughtIn(FxRobot robot) throws Exception {
        workbench.catalog().close();
        robot.interact(model::refresh);
        Patience.until(() -> model.stateProperty().get() instanceof ModelsViewModel.State.Failed);

        for (String id : java.util.List.of("#models-name", "#models-pull", "#models-import")) {
            assertTrue(robot.lookup(id).query().isDisabled(), id);
        }
        robot.press(KeyCode.SHORTCUT).type(KeyCode.O).release(KeyCode.SHORTCUT);
        Patience.until(
                () ->
                        model.noticeProperty()
                                .get()
                                .equals("No model can be brought in, for the reason below."));
    }

    @Test
    void keysOfTheViewAreNotTypedIntoTheFieldForNames(FxRobot robot) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        robot.type(KeyCode.X);
        robot.interact(model::refresh);
        Patience.until(() -> !model.models().isEmpty());
        WaitForAsyncUtils.waitForFxEvents();
        robot.type(KeyCode.V);
        Patience.until(() -> !model.verifications().all().isEmpty());

        assertEquals("", robot.lookup("#models-name").queryAs(TextField.class).getText());
        assertEquals("models-table", stage.getScene().getFocusOwner().getId());
        assertTrue(robot.lookup("#models-others").query().isVisible());
    }

    @Test
    void everyControlHasANameForScreenReadersOrAText(FxRobot robot) throws Exception {
        robot.interact(model::refresh);
        Patience.until(() -> !model.models().isEmpty());
        for (Node each : robot.lookup(".button").queryAll()) {
            Button button = (Button) each;
            assertTrue(
                    !button.getText().isBlank() || button.getAccessibleText() != null,
                    () -> "a button without text or accessible text: " + button);
        }
    }

    private static Pixels painted(String prompt) {
        Painter painter = new Painter();
        return painter.paint(painter.scene(prompt), 1, 256, 256);
    }

    private void fire(FxRobot robot, String query) {
        robot.interact(() -> robot.lookup(query).queryAs(Button.class).fire());
    }

    private void snapshot(FxRobot robot, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> Snapshots.write(stage.getScene(), name));
    }
}

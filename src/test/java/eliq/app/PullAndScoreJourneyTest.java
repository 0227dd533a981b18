package eliq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.app.frame.Appearance;
import eliq.app.frame.MainWindow;
import eliq.app.frame.Navigation;
import eliq.app.frame.StatusViewModel;
import eliq.app.models.ScorerHub;
import eliq.app.score.Judgement;
import eliq.app.score.ScoreRow;
import eliq.generate.painter.Painter;
import eliq.image.ImageEncoding;
import eliq.workbench.ModelDetails;
import eliq.workbench.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.prefs.Preferences;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A scorer that is missing is pulled in the Models view and judges in the Score view. Needs no display. */
@ExtendWith(ApplicationExtension.class)
class PullAndScoreJourneyTest {
    /** Seconds; a busy machine is no failure. */
    private static final long PATIENCE = 120;

    private final Preferences preferences = Preferences.userRoot().node("eliq-pull-test");
    private Path home;
    private ScorerHub hub;
    private Services services;
    private Desk desk;
    private Stage stage;

    @Start
    void start(Stage given) throws Exception {
        stage = given;
        home = Files.createTempDirectory("eliq-pull-journey");
        hub = new ScorerHub();
        services =
                Services.over(
                        Workbench.open(home.resolve("workspace"), hub.environment(home), home));
        StatusViewModel status = new StatusViewModel();
        desk = new Desk(services, status, new Navigation());
        Appearance appearance = new Appearance(preferences);
        appearance.start();
        MainWindow window =
                new MainWindow(
                        List.of(ModelsSection.view(desk), ScoreSection.view(desk)),
                        status,
                        appearance);
        desk.navigation().goesTo(window::open);
        stage.setScene(window.scene(1280, 800));
        stage.show();
    }

    @AfterEach
    void close() throws Exception {
        services.close();
        hub.close();
        preferences.removeNode();
    }

    @Test
    void aScorerThatIsMissingIsPulledAndJudgesInTheScoreView(FxRobot robot) throws Exception {
        Patience.until("models are listed", () -> find("#models-table").isPresent());
        assertTrue(pulled().isEmpty());

        robot.press(KeyCode.SHORTCUT).type(KeyCode.F).release(KeyCode.SHORTCUT);
        robot.write(ScorerHub.MODEL).type(KeyCode.ENTER);
        Patience.until("it is asked first", () -> find("#models-agree").isPresent());
        assertTrue(hub.ranges().isEmpty());
        robot.type(KeyCode.ENTER);
        Patience.until("it has come", () -> pulled().isPresent());
        robot.interact(() -> table("#models-table").getSelectionModel().select(index()));
        robot.interact(() -> ((Button) find("#models-use").orElseThrow()).fire());

        Path picture = home.resolve("apple.png");
        Painter painter = new Painter();
        Files.write(
                picture,
                ImageEncoding.png(
                        painter.paint(painter.scene("a red apple on a table"), 1, 256, 256)));
        robot.interact(() -> desk.score().accept(List.of(picture)));
        Patience.until("it is scored", () -> judged().isPresent());

        assertEquals(ScorerHub.MODEL + " on the CPU", services.scoring().name());
        assertTrue(Double.isFinite(judged().orElseThrow().visual()));
        robot.interact(() -> Snapshots.write(stage.getScene(), "score-by-the-pulled-scorer"));
    }

    private Optional<Node> find(String query) {
        return Optional.ofNullable(stage.getScene().lookup(query));
    }

    private TableView<?> table(String query) {
        return (TableView<?>) find(query).orElseThrow();
    }

    private int index() {
        return table("#models-table").getItems().indexOf(pulled().orElseThrow());
    }

    private Optional<ModelDetails> pulled() {
        return table("#models-table").getItems().stream()
                .map(ModelDetails.class::cast)
                .filter(m -> m.model().name().equals(ScorerHub.MODEL))
                .findFirst();
    }

    private Optional<Judgement> judged() {
        return find("#score-view").stream()
                .flatMap(view -> view.lookupAll(".table-view").stream())
                .flatMap(found -> ((TableView<?>) found).getItems().stream())
                .map(ScoreRow.class::cast)
                .flatMap(row -> row.judgement().stream())
                .findFirst();
    }
}

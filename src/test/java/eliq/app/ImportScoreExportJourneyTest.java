package eliq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eliq.app.frame.Appearance;
import eliq.app.frame.MainWindow;
import eliq.app.frame.Navigation;
import eliq.app.frame.StatusViewModel;
import eliq.app.score.FileChoice;
import eliq.app.score.Judgement;
import eliq.app.score.ScoreRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.prefs.Preferences;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A folder is dragged into the Library, scored, and its scores exported: the real catalogue, jobs and shipped scorer. */
@ExtendWith(ApplicationExtension.class)
class ImportScoreExportJourneyTest {
    @TempDir private static Path folder;
    private static Services services;

    private final Preferences preferences = new MemoryPreferences();
    private final Answers answers = new Answers();
    private Stage stage;

    /** What the dialogs would answer. */
    private static final class Answers implements FileChoice {
        private Optional<Path> export = Optional.empty();

        @Override
        public List<Path> images() {
            return List.of();
        }

        @Override
        public Optional<Path> folder() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> prompts() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> export() {
            return export;
        }
    }

    @BeforeAll
    static void openAWorkspace() throws Exception {
        StripedPictures.write(folder.resolve("pictures"), 0, 3);
        Files.writeString(folder.resolve("pictures").resolve("notes.png"), "this is a text");
        services = Services.open(folder.resolve("home"));
    }

    @AfterAll
    static void close() {
        services.close();
    }

    @Start
    void start(Stage given) {
        stage = given;
        Desk desk = new Desk(services, new StatusViewModel(), new Navigation());
        Appearance appearance = new Appearance(preferences);
        appearance.start();
        MainWindow window =
                new MainWindow(
                        List.of(LibrarySection.view(desk), ScoreSection.view(desk, answers)),
                        desk.status(),
                        appearance);
        desk.navigation().goesTo(window::open);
        stage.setScene(window.scene(960, 640));
        stage.show();
    }

    @Test
    void aDraggedFolderIsImportedScoredAndExported(FxRobot robot) throws Exception {
        Patience.until("the view is there", () -> node(robot, "#library-view").isVisible());
        robot.interact(() -> textIsNotTaken(robot));
        robot.interact(
                () -> {
                    FileDrag drag =
                            FileDrag.ofFiles(stage.getScene(), List.of(folder.resolve("pictures")));
                    assertEquals(
                            Optional.of(TransferMode.COPY),
                            drag.over(node(robot, "#library-view")));
                    assertTrue(isReadyForADrop(robot, "#library-view"));
                    assertEquals(Optional.of(TransferMode.COPY), drag.drop());
                });
        Patience.until(
                "the three pictures are in the grid",
                () -> robot.lookup(".tile .tile-name").queryAll().size() >= 3);
        assertFalse(isReadyForADrop(robot, "#library-view"));
        String notice = robot.lookup(".notice").queryAs(Label.class).getText();
        assertTrue(
                notice.startsWith("3 new images, 3 with a prompt; 1 could not be taken"), notice);

        robot.clickOn("#library-grid");
        robot.press(KeyCode.SHORTCUT).type(KeyCode.A).release(KeyCode.SHORTCUT);
        robot.type(KeyCode.S);
        Patience.until("all three are scored", () -> rows(robot).size() == 3 && allScored(robot));
        assertTrue(
                rows(robot).stream()
                        .allMatch(row -> row.promptProperty().get().startsWith("stripes number")));

        dropOnScore(robot);
        Patience.until("the fourth is scored", () -> rows(robot).size() == 4 && allScored(robot));

        exports(robot);
    }

    private void textIsNotTaken(FxRobot robot) {
        FileDrag drag = FileDrag.ofText(stage.getScene(), "no file");
        assertEquals(Optional.empty(), drag.over(node(robot, "#library-view")));
        assertFalse(isReadyForADrop(robot, "#library-view"));
        drag.leave();
    }

    private void dropOnScore(FxRobot robot) throws Exception {
        Path more = StripedPictures.write(folder.resolve("more"), 3, 4);
        robot.interact(
                () -> {
                    FileDrag drag =
                            FileDrag.ofFiles(
                                    stage.getScene(), List.of(more.resolve("picture-003.png")));
                    drag.over(node(robot, "#score-view"));
                    assertTrue(isReadyForADrop(robot, "#score-view"));
                    assertEquals(Optional.of(TransferMode.COPY), drag.drop());
                });
    }

    private void exports(FxRobot robot) throws Exception {
        Judgement first = rows(robot).getFirst().judgement().orElseThrow();
        Path csv = export(robot, "scores.csv");
        List<String> lines = Files.readAllLines(csv);
        assertEquals(5, lines.size());
        assertTrue(lines.getFirst().startsWith("image,prompt,visual,alignment,"));
        assertTrue(lines.get(1).contains("," + first.visual() + ","), lines.get(1));

        JsonNode json = new ObjectMapper().readTree(export(robot, "scores.json").toFile());
        assertEquals(4, json.size());
        assertEquals(first.visual(), json.get(0).get("visual").asDouble());
        assertEquals(
                first.alignment().orElseThrow().score(), json.get(0).get("alignment").asDouble());

        String report = Files.readString(export(robot, "scores.html"));
        assertTrue(
                report.contains("picture-003.png") && report.contains(services.scoring().name()));
    }

    private Path export(FxRobot robot, String name) {
        Path file = folder.resolve(name);
        answers.export = Optional.of(file);
        robot.clickOn("#score-table");
        robot.press(KeyCode.SHORTCUT).type(KeyCode.E).release(KeyCode.SHORTCUT);
        Patience.until(
                name + " is written",
                () ->
                        robot.lookup("#score-notice")
                                .queryAs(Label.class)
                                .getText()
                                .equals("4 rows written to " + file));
        return file;
    }

    private static Node node(FxRobot robot, String selector) {
        return robot.lookup(selector).query();
    }

    private static boolean isReadyForADrop(FxRobot robot, String selector) {
        return node(robot, selector).getStyleClass().contains("drop-ready");
    }

    private static boolean allScored(FxRobot robot) {
        return rows(robot).stream().allMatch(row -> row.judgement().isPresent());
    }

    @SuppressWarnings("unchecked")
    private static List<ScoreRow> rows(FxRobot robot) {
        return robot.lookup("#score-table")
                .tryQueryAs(TableView.class)
                .map(table -> List.copyOf(((TableView<ScoreRow>) table).getItems()))
                .orElse(List.of());
    }
}

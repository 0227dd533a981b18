package eliq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.app.frame.Appearance;
import eliq.app.frame.MainWindow;
import eliq.app.frame.StatusViewModel;
import eliq.app.frame.ViewMemory;
import eliq.app.library.LibraryState;
import eliq.app.library.LibraryView;
import eliq.app.library.LibraryViewModel;
import eliq.app.picture.PictureLoader;
import eliq.app.score.CompareTwo;
import eliq.app.score.FileChoice;
import eliq.app.score.ScoreView;
import eliq.app.score.ScoreViewModel;
import eliq.app.score.ScorerChoice;
import eliq.catalog.ImageRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.prefs.Preferences;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The window as a user meets it, over services that answer at once. Needs no display. */
@ExtendWith(ApplicationExtension.class)
class WorkbenchViewsTest {

    private final StatusViewModel status = new StatusViewModel();
    private final PaintedShelf shelf = new PaintedShelf();
    private final Preferences preferences = Preferences.userRoot().node("eliq-workbench-test");
    private final PictureLoader<ImageRow> tiles =
            new PictureLoader<>(PaintedShelf::picture, 400, Platform::runLater);
    private final PictureLoader<Path> files =
            new PictureLoader<>(PaintedShelf::picture, 400, Platform::runLater);
    private Appearance appearance;
    private LibraryViewModel library;
    private ScoreViewModel score;
    private Stage stage;
    private MainWindow window;

    @Start
    void start(Stage given) {
        stage = given;
        preferences.put("appearance", "LIGHT");
        appearance = new Appearance(preferences);
        appearance.start();
        library = new LibraryViewModel(shelf, Runnable::run, Runnable::run, Runnable::run, status);
        score =
                new ScoreViewModel(
                        new ScriptedScoring(),
                        new ScorerChoice(Optional.empty()),
                        Function.identity(),
                        Runnable::run,
                        Runnable::run,
                        status);
        MainWindow[] window = new MainWindow[1];
        ScoreView scoreView =
                new ScoreView(
                        score,
                        FileChoice.dialogs(() -> stage),
                        Path.of("target", "pasted"),
                        files,
                        files,
                        new CompareTwo.Means(files, Runnable::run, Platform::runLater));
        LibraryView libraryView =
                new LibraryView(
                        library,
                        tiles,
                        files,
                        new LibraryView.Doors() {
                            @Override
                            public void scoreImages() {
                                window[0].open(scoreView);
                            }

                            @Override
                            public void tryDemo() {
                                library.say("demo");
                            }

                            @Override
                            public void buildPairs() {
                                library.say("pairs");
                            }

                            @Override
                            public void score(List<Path> files) {
                                score.add(files);
                                window[0].open(scoreView);
                            }
                        });
        window[0] = new MainWindow(List.of(libraryView, scoreView), status, appearance);
        this.window = window[0];
        library.refresh();
        status.model("eliq-nano on cpu");
        stage.setScene(window[0].scene(1240, 800));
        stage.show();
    }

    @AfterEach
    void closeLoaders() throws Exception {
        tiles.close();
        files.close();
        preferences.removeNode();
    }

    @Test
    void anEmptyCatalogueOffersAFolderFirstAndTheWayToScoringAndNothingToSearch(FxRobot robot) {
        snapshot(robot, "library-empty");
        assertEquals(
                List.of("Import a folder …"),
                robot.lookup(".placeholder .accent").queryAllAs(Button.class).stream()
                        .map(Button::getText)
                        .toList());
        assertEquals(List.of(true, true, true), searchDisabled(robot));
        robot.clickOn("Score my images");

        assertTrue(robot.lookup("#score-view").tryQuery().isPresent());
        snapshot(robot, "score-empty");
    }

    @Test
    void aHundredThousandImagesShowOnlyTheTilesInSight(FxRobot robot) {
        robot.interact(
                () -> {
                    shelf.fill(100_000);
                    library.refresh();
                });
        Patience.until(() -> robot.lookup(".tile").queryAll().size() > 10);

        assertTrue(robot.lookup(".tile").queryAll().size() < 100);
        snapshot(robot, "library-full");
        robot.interact(appearance::toggle);
        snapshot(robot, "library-full-dark");
    }

    @Test
    void arrowKeysMoveTheSelectionAndTheInspectorFollows(FxRobot robot) {
        robot.interact(
                () -> {
                    shelf.fill(40);
                    library.refresh();
                });
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("#library-grid");
        robot.interact(() -> library.selection().select(0));
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT);

        assertEquals("image 00002.png", library.selectedRow().orElseThrow().image().name());
        snapshot(robot, "library-selected");
    }

    @Test
    void typingInTheSearchFieldNarrowsTheGrid(FxRobot robot) {
        robot.interact(
                () -> {
                    shelf.fill(40);
                    library.refresh();
                });
        robot.clickOn("#library-search").write("00039");
        Patience.until(() -> library.places().size() == 1);

        assertEquals("image 00039.png", library.row(0).orElseThrow().image().name());
        robot.clickOn("#library-search").write(" nothing");
        Patience.until(() -> library.stateProperty().get() instanceof LibraryState.NoMatch);
        snapshot(robot, "library-no-match");
        assertEquals(
                List.of(false, false, false), searchDisabled(robot), "the search can be mended");
    }

    @Test
    void whereTheCatalogueCannotBeReadNoFolderIsAskedFor(FxRobot robot) {
        assertFalse(robot.lookup("#library-import").query().isDisabled());
        robot.interact(
                () -> {
                    shelf.breakWith("The disk is gone.");
                    library.refresh();
                });
        assertTrue(robot.lookup("#library-import").query().isDisabled());

        robot.press(KeyCode.SHORTCUT).type(KeyCode.O).release(KeyCode.SHORTCUT);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(
                "Nothing can be brought in, for the reason below.",
                robot.lookup("#library-notice").queryAs(Label.class).getText());
    }

    private static List<Boolean> searchDisabled(FxRobot robot) {
        return Stream.of("#library-search", "#library-filters", "#library-order")
                .map(id -> robot.lookup(id).query().isDisabled())
                .toList();
    }

    @Test
    void droppedImagesBecomeRowsWithScoresAndATypedPromptBringsAlignment(FxRobot robot) {
        robot.interact(() -> robot.lookup("#rail-score").queryAs(ToggleButton.class).fire());
        robot.interact(() -> score.add(ScriptedScoring.FILES));
        WaitForAsyncUtils.waitForFxEvents();
        Patience.until(() -> files.cached(ScriptedScoring.FILES.getFirst()).isPresent());
        snapshot(robot, "score-rows");

        robot.interact(() -> score.choice().look(score.rows().get(1)));
        assertFalse(score.rows().get(1).judgement().orElseThrow().alignment().isPresent());
        robot.interact(
                () ->
                        robot.lookup("#score-prompt")
                                .queryAs(TextInputControl.class)
                                .setText("a boat at dawn"));
        robot.interact(() -> robot.lookup("#score-use-prompt").queryAs(Button.class).fire());

        assertTrue(score.rows().get(1).judgement().orElseThrow().alignment().isPresent());
        robot.interact(appearance::toggle);
        snapshot(robot, "score-rows-dark");
    }

    @Test
    void keysOpenTheViewsAndSwitchTheAppearance(FxRobot robot) {
        robot.press(KeyCode.SHORTCUT).type(KeyCode.DIGIT2).release(KeyCode.SHORTCUT);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(robot.lookup("#score-view").tryQuery().isPresent());

        robot.press(KeyCode.SHORTCUT).type(KeyCode.DIGIT1).release(KeyCode.SHORTCUT);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(robot.lookup("#library-view").tryQuery().isPresent());
    }

    @Test
    void thePaletteFindsAnActionByItsWordsAndRunsIt(FxRobot robot) {
        robot.press(KeyCode.SHORTCUT).type(KeyCode.K).release(KeyCode.SHORTCUT);
        WaitForAsyncUtils.waitForFxEvents();
        snapshot(robot, "palette");
        robot.write("open score").type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();

        assertTrue(robot.lookup("#score-view").tryQuery().isPresent());
        assertFalse(robot.lookup("#command-palette").tryQuery().isPresent());
        robot.press(KeyCode.ALT).type(KeyCode.LEFT).release(KeyCode.ALT);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(robot.lookup("#library-view").tryQuery().isPresent());
    }

    @Test
    void theKeysOfAViewAreShownAndGoAwayWithEscape(FxRobot robot) {
        robot.interact(() -> robot.lookup("#rail-score").queryAs(ToggleButton.class).fire());
        robot.interact(window::openKeys);
        snapshot(robot, "keys");
        assertTrue(robot.lookup("#key-sheet").tryQuery().isPresent());
        robot.type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(robot.lookup("#key-sheet").tryQuery().isPresent());
    }

    @Test
    void whereAViewWasIsThereAgainAtTheNextStart(FxRobot robot) {
        ViewMemory memory = new ViewMemory(preferences);
        robot.interact(
                () -> {
                    shelf.fill(40);
                    library.searchProperty().set("0001");
                    library.selection().select(3);
                    window.remember(memory);
                });
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(
                () -> {
                    library.searchProperty().set("0001");
                    library.selection().select(3);
                    window.keep();
                    library.ask(eliq.app.library.LibraryQuestion.ALL);
                    window.remember(memory);
                });

        assertEquals("0001", library.searchProperty().get());
        assertEquals(Optional.of(3), library.selection().selectedProperty().get());
    }

    @Test
    void filtersOpenByKeyAndFilesDroppedOnScoreAreScored(FxRobot robot) {
        robot.interact(
                () -> {
                    shelf.fill(40);
                    library.refresh();
                });
        robot.clickOn("#library-grid").type(KeyCode.F);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(robot.lookup("#library-facets").query().isVisible());
        robot.interact(library.selection()::chooseAll);
        snapshot(robot, "library-filters");
        robot.interact(
                () -> {
                    robot.lookup("#rail-score").queryAs(ToggleButton.class).fire();
                    score.add(ScriptedScoring.FILES);
                });
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(
                () -> {
                    var table =
                            robot.lookup("#score-table")
                                    .queryAs(javafx.scene.control.TableView.class);
                    table.getSelectionModel().selectIndices(0, 1);
                });
        assertTrue(robot.lookup("#score-compare").query().isVisible());
        snapshot(robot, "score-compare");
        robot.interact(appearance::toggle);
        snapshot(robot, "score-compare-dark");
        robot.interact(appearance::toggle);
        robot.interact(() -> robot.lookup("#score-table").query().requestFocus());
        robot.type(KeyCode.W);
        WaitForAsyncUtils.waitForFxEvents();
        snapshot(robot, "score-compare-swipe");
        assertTrue(
                robot.lookup(".compare-title").queryAllAs(Label.class).stream()
                        .anyMatch(label -> label.getText().matches("◧ .+\\|.*◨ .+")),
                "swiped pictures carry both names");
        robot.interact(
                () -> {
                    var table =
                            robot.lookup("#score-table")
                                    .queryAs(javafx.scene.control.TableView.class);
                    table.getSelectionModel().clearAndSelect(0);
                });
        assertFalse(robot.lookup("#score-compare").query().isVisible());
    }

    @Test
    void everyControlHasANameForScreenReadersOrAText(FxRobot robot) {
        robot.interact(
                () -> {
                    shelf.fill(3);
                    library.refresh();
                });
        Set<Node> buttons = robot.lookup(".button").queryAll();
        assertFalse(buttons.isEmpty());
        for (Node each : buttons) {
            Button button = (Button) each;
            assertTrue(
                    !button.getText().isBlank() || button.getAccessibleText() != null,
                    () -> "a button without text or accessible text: " + button);
        }
    }

    private void snapshot(FxRobot robot, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        Patience.until(
                () ->
                        robot.lookup(".tile .image-view").queryAll().stream()
                                .allMatch(Node::isVisible));
        robot.interact(() -> Snapshots.write(stage.getScene(), name));
    }
}

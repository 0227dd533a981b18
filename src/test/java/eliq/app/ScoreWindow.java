package eliq.app;

import eliq.app.frame.Appearance;
import eliq.app.frame.MainWindow;
import eliq.app.frame.StatusViewModel;
import eliq.app.picture.PictureLoader;
import eliq.app.score.CompareTwo;
import eliq.app.score.FileChoice;
import eliq.app.score.ScoreRow;
import eliq.app.score.ScoreView;
import eliq.app.score.ScoreViewModel;
import eliq.app.score.ScorerChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.prefs.Preferences;
import javafx.application.Platform;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The Score view in a window of its own, over a scorer that answers at once. */
final class ScoreWindow implements AutoCloseable {
    private final Preferences preferences = new MemoryPreferences();
    private final PictureLoader<Path> pictures =
            new PictureLoader<>(PaintedShelf::picture, 400, Platform::runLater);
    private final Stage stage;
    private final Appearance appearance;
    private final ScoreViewModel model;
    private final MainWindow window;

    /**
     * Opens it.
     *
     * @param worker runs the scorer
     */
    ScoreWindow(Stage stage, Executor worker) {
        this.stage = stage;
        preferences.put("appearance", "LIGHT");
        appearance = new Appearance(preferences);
        appearance.start();
        StatusViewModel status = new StatusViewModel();
        model =
                new ScoreViewModel(
                        new ScriptedScoring(),
                        new ScorerChoice(Optional.empty()),
                        Function.identity(),
                        worker,
                        Runnable::run,
                        status);
        ScoreView view =
                new ScoreView(
                        model,
                        FileChoice.dialogs(() -> stage),
                        Path.of("target", "pasted"),
                        pictures,
                        pictures,
                        new CompareTwo.Means(pictures, Runnable::run, Platform::runLater));
        window = new MainWindow(List.of(view), status, appearance);
        stage.setScene(window.scene(1280, 800));
        stage.show();
    }

    ScoreViewModel model() {
        return model;
    }

    MainWindow window() {
        return window;
    }

    Appearance appearance() {
        return appearance;
    }

    /** What it remembers until the next start. */
    Preferences preferences() {
        return preferences;
    }

    @SuppressWarnings("unchecked")
    static TableView<ScoreRow> table(FxRobot robot) {
        return robot.lookup("#score-table").queryAs(TableView.class);
    }

    static void press(FxRobot robot, KeyCode key) {
        robot.type(key);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Once this picture is there. */
    void snapshot(FxRobot robot, String name, Path picture) {
        Patience.until(() -> pictures.cached(picture).isPresent());
        robot.interact(() -> Snapshots.write(stage.getScene(), name));
    }

    @Override
    public void close() {
        pictures.close();
    }
}

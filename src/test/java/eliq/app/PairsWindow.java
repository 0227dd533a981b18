package eliq.app;

import eliq.app.frame.Appearance;
import eliq.app.frame.MainWindow;
import eliq.app.frame.StatusViewModel;
import eliq.app.pairs.PairsView;
import eliq.app.pairs.PairsViewModel;
import eliq.app.pairs.ReviewThreads;
import eliq.app.picture.PictureLoader;
import eliq.image.ContentHash;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.prefs.Preferences;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The review of pairs in a window, over services that answer at once. Needs no display. */
abstract class PairsWindow {
    protected static final int MANY = 3000;

    private final StatusViewModel status = new StatusViewModel();
    private final Preferences preferences = new MemoryPreferences();
    private final PictureLoader<ContentHash> small =
            new PictureLoader<>(ScriptedPairs::picture, 200, Platform::runLater);
    protected final PictureLoader<ContentHash> full =
            new PictureLoader<>(ScriptedPairs::picture, 60, Platform::runLater);
    protected Appearance appearance;
    protected ScriptedPairs pairs;
    protected PairsViewModel model;
    protected Stage stage;
    protected long spent;

    /** To be called by the start of a test. */
    protected final void begin(Stage given) {
        stage = given;
        preferences.put("appearance", "LIGHT");
        appearance = new Appearance(preferences);
        appearance.start();
        open(new ScriptedPairs(MANY));
        stage.show();
    }

    protected void open(ScriptedPairs shelf) {
        open(shelf, Runnable::run);
    }

    protected void open(ScriptedPairs shelf, Executor catalog) {
        pairs = shelf;
        model =
                new PairsViewModel(
                        pairs,
                        pairs,
                        new ReviewThreads(catalog, Runnable::run, Runnable::run, Runnable::run),
                        status);
        PairsView view =
                new PairsView(
                        model,
                        new PairsView.Pictures(small, full, Runnable::run, this::later),
                        () -> {});
        stage.setScene(new MainWindow(List.of(view), status, appearance).scene(1280, 800));
    }

    @AfterEach
    void closeLoaders() throws Exception {
        small.close();
        full.close();
    }

    protected void show(FxRobot robot) {
        robot.interact(model::refresh);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** What the view leaves for later, with what it means for the layout, belongs to the time that is spent. */
    private void later(Runnable task) {
        Platform.runLater(
                () -> {
                    long begun = ownTime();
                    task.run();
                    stage.getScene().getRoot().applyCss();
                    stage.getScene().getRoot().layout();
                    spent += ownTime() - begun;
                });
    }

    protected static long ownTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    protected static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    protected static String title(FxRobot robot, int pane) {
        return robot.from(robot.lookup("#compare-pane-" + pane))
                .lookup(".compare-title")
                .queryAs(Label.class)
                .getText();
    }

    protected void loaded(FxRobot robot) {
        Patience.until(
                () ->
                        model.shown().compare().subjectsProperty().get().stream()
                                .allMatch(
                                        each ->
                                                full.cached(each.key()).isPresent()
                                                        && small.cached(each.key()).isPresent()));
        WaitForAsyncUtils.waitForFxEvents();
    }

    protected void snapshot(FxRobot robot, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> Snapshots.write(stage.getScene(), name));
    }

    protected void both(FxRobot robot, String name) {
        snapshot(robot, name);
        robot.interact(appearance::toggle);
        snapshot(robot, name + "-dark");
        robot.interact(appearance::toggle);
    }
}

package eliq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.app.frame.Appearance;
import eliq.app.frame.MainWindow;
import eliq.app.frame.Navigation;
import eliq.app.frame.StatusViewModel;
import eliq.catalog.ImageFilter;
import eliq.catalog.JobRecord;
import eliq.catalog.JobState;
import eliq.critic.LogisticLoader;
import eliq.critic.TrainingLength;
import eliq.demo.DemoParameters;
import eliq.scorer.NetworkSettings;
import eliq.workbench.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.prefs.Preferences;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Nothing keeps the window from its next picture for a tenth of a second. */
@ExtendWith(ApplicationExtension.class)
class PulseTest {
    private static final double MOST_MILLISECONDS = 100;
    private static final int IMAGES = 90;

    @TempDir private Path folder;
    private Services services;

    private final Preferences preferences = new MemoryPreferences();
    private Stage stage;
    private MainWindow window;
    private Pulses pulses;

    @Start
    void start(Stage given) throws Exception {
        stage = given;
        StripedPictures.write(folder.resolve("first"), 0, 12);
        StripedPictures.write(folder.resolve("more"), 12, 12 + IMAGES);
        // Its steps come faster than those of a large model, and so do their events.
        Workbench workbench =
                Workbench.open(folder.resolve("home"), Map.of(), folder, new LogisticLoader(20));
        services = Services.over(workbench);
        Desk desk = new Desk(services, new StatusViewModel(), new Navigation());
        Appearance appearance = new Appearance(preferences);
        appearance.start();
        window =
                new MainWindow(
                        List.of(
                                LibrarySection.view(desk),
                                TrainSection.view(desk),
                                JobsSection.view(desk)),
                        desk.status(),
                        appearance);
        desk.navigation().goesTo(window::open);
        stage.setScene(window.scene(900, 600));
        // The case before may have left it small.
        stage.setWidth(900);
        stage.setHeight(600);
        stage.show();
        pulses = new Pulses();
    }

    @AfterEach
    void stop(FxRobot robot) {
        robot.interact(pulses::close);
        services.close();
    }

    @Test
    @Timeout(600)
    void pulsesComeInTimeWhileImagesComeInAndTheGridScrolls(FxRobot robot) throws Exception {
        // The first of each kind loads classes and styles; what is meant is the window in use.
        bringIn(robot, "first");
        Patience.until("the pictures in sight are there", () -> isFull(robot));
        scroll(robot);
        robot.interact(pulses::reset);

        bringIn(robot, "more");
        scroll(robot);
        while (images() < 12 + IMAGES) {
            Thread.sleep(50);
        }
        scroll(robot);

        check("import and scrolling");
    }

    @Test
    @Timeout(600)
    void pulsesComeInTimeWhileTheDemoTrains(FxRobot robot) throws Exception {
        robot.interact(this::behindASmallWindow);
        JobRecord demo = services.workbench().jobs().submit(services.workbench().demo(), demo());
        // Training's form is made when there are pairs to train on: once, and slowly where nothing
        // is compiled yet.
        while (!ended(demo) && robot.lookup("#train-start").tryQuery().isEmpty()) {
            visit(robot);
        }
        visit(robot);
        robot.interact(pulses::reset);

        assertFalse(ended(demo), "there is training left to look at");
        while (!ended(demo)) {
            visit(robot);
        }

        assertEquals(JobState.DONE, state(demo));
        check("the demo");
    }

    /** The platform without a display copies what is in the window by the pixel, on the JavaFX thread: not ours. */
    private void behindASmallWindow() {
        Region content = (Region) stage.getScene().getRoot();
        Pane behind = new Pane();
        stage.getScene().setRoot(behind);
        content.setManaged(false);
        behind.getChildren().setAll(content);
        content.resize(900, 600);
        stage.setWidth(200);
        stage.setHeight(200);
    }

    private void check(String during) {
        System.out.printf(
                "%s: %d pulses, at most %.1f ms of the JavaFX thread between two%n",
                during, pulses.count(), pulses.longest());
        assertTrue(pulses.count() > 20, "pulses were measured");
        assertTrue(
                pulses.longest() < MOST_MILLISECONDS,
                "during "
                        + during
                        + " a pulse took "
                        + pulses.longest()
                        + " ms, with\n"
                        + pulses.busyWith());
        assertEquals(Set.of(), pulses.waits(), "waited for on the JavaFX thread");
    }

    /** Tiles down to the lower edge, each with its picture. */
    private static boolean isFull(FxRobot robot) {
        double edge = robot.lookup("#library-grid").queryAs(Region.class).getHeight();
        List<Region> tiles =
                robot.lookup("#library-grid .tile").queryAllAs(Region.class).stream()
                        .filter(Node::isVisible)
                        .toList();
        return tiles.stream().anyMatch(tile -> tile.getBoundsInParent().getMaxY() >= edge)
                && tiles.stream()
                        .allMatch(
                                tile ->
                                        tile.lookup(".image-view") instanceof ImageView view
                                                && view.getImage() != null);
    }

    private void bringIn(FxRobot robot, String name) {
        robot.interact(
                () -> {
                    FileDrag drag =
                            FileDrag.ofFiles(stage.getScene(), List.of(folder.resolve(name)));
                    drag.over(robot.lookup("#library-view").query());
                    drag.drop();
                });
    }

    private void scroll(FxRobot robot) {
        robot.clickOn("#library-grid");
        for (int i = 0; i < 6; i++) {
            robot.type(i % 2 == 0 ? KeyCode.END : KeyCode.HOME);
            robot.scroll(10, VerticalDirection.DOWN);
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    /** All views, as somebody who looks how the training is going. */
    private void visit(FxRobot robot) throws InterruptedException {
        for (String title : List.of("Library", "Jobs", "Train")) {
            robot.interact(() -> window.open(title));
            Thread.sleep(300);
        }
    }

    private DemoParameters demo() {
        DemoParameters defaults = DemoParameters.of(folder, folder.resolve("demo"));
        return new DemoParameters(
                Optional.empty(),
                defaults.backbone(),
                defaults.output(),
                1,
                2,
                0.34,
                5,
                defaults.adapter(),
                defaults.critic().withLength(new TrainingLength.Steps(300)),
                new NetworkSettings(0, 16, 1, 2, 16, 0),
                defaults.scorer().withEpochs(3));
    }

    private boolean ended(JobRecord job) throws Exception {
        return state(job).ended();
    }

    private JobState state(JobRecord job) throws Exception {
        return services.workbench().catalog().jobs().find(job.id()).orElseThrow().state();
    }

    private long images() throws Exception {
        return services.workbench().catalog().images().count(ImageFilter.all());
    }
}

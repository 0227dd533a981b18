package eliq.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.app.benchmark.Bench;
import eliq.app.benchmark.BenchmarkView;
import eliq.app.benchmark.BenchmarkViewModel;
import eliq.app.benchmark.FileChoice;
import eliq.app.frame.Appearance;
import eliq.app.frame.MainWindow;
import eliq.app.frame.StatusViewModel;
import eliq.app.picture.PictureLoader;
import eliq.app.picture.Pictures;
import eliq.image.ImageDecoder;
import eliq.image.ImageException;
import eliq.metric.nss.FitPristineParameters;
import eliq.metric.nss.PristineFit;
import eliq.workbench.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.prefs.Preferences;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.image.Image;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The Benchmark view in a window, over a real workspace in a temporary folder. Needs no display. */
abstract class BenchmarkWindow {
    private static final Path CROPS = Path.of("src/test/resources/eliq/metric/kodak-crops");

    private final Preferences preferences = new MemoryPreferences();
    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private final PictureLoader<Path> loader =
            new PictureLoader<>(BenchmarkWindow::picture, 200, Platform::runLater);
    private final StatusViewModel status = new StatusViewModel();
    protected Path folder;
    protected Workbench workbench;
    protected BenchmarkViewModel model;
    protected Appearance appearance;
    private Stage stage;
    private Region content;

    /** What the dialogs would answer. */
    protected static final class Answers implements FileChoice {
        List<Path> tables = List.of();
        Optional<Path> folder = Optional.empty();
        Optional<Path> saved = Optional.empty();

        @Override
        public List<Path> tables(String title) {
            return tables;
        }

        @Override
        public Optional<Path> folder(String title) {
            return folder;
        }

        @Override
        public Optional<Path> save(String title, String name, String extension) {
            return saved.map(place -> place.resolve(name + "." + extension));
        }
    }

    protected final Answers answers = new Answers();

    private static Optional<Image> picture(Path file) {
        try {
            return Optional.of(Pictures.toFx(ImageDecoder.decode(file).pixels()));
        } catch (ImageException e) {
            return Optional.empty();
        }
    }

    /** To be called by the start of a test. */
    protected void open(Stage given) throws Exception {
        stage = given;
        folder = Files.createTempDirectory("benchmark-journey");
        workbench = Workbench.open(folder.resolve("workspace"), Map.of(), folder);
        preferences.put("appearance", "LIGHT");
        appearance = new Appearance(preferences);
        appearance.start();
        model = new BenchmarkViewModel(new Bench(workbench), worker, Platform::runLater, status);
        BenchmarkView view = new BenchmarkView(model, loader, loader, answers);
        MainWindow window = new MainWindow(List.of(view), status, appearance);
        stage.setScene(window.scene(1280, 800));
        content = (Region) stage.getScene().getRoot();
        stage.show();
    }

    @AfterEach
    void close() throws Exception {
        model.close();
        loader.close();
        worker.shutdown();
        assertTrue(worker.awaitTermination(20, TimeUnit.SECONDS));
        workbench.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** NIQE's model of sound pictures, as {@code eliq metric fit niqe} makes it. */
    protected void fitNiqe() throws Exception {
        List<Path> crops;
        try (Stream<Path> files = Files.list(CROPS)) {
            crops = files.filter(f -> f.toString().endsWith(".png")).sorted().toList();
        }
        workbench
                .jobs()
                .run(
                        workbench.baselines().fitPristine(),
                        new FitPristineParameters(
                                PristineFit.NIQE,
                                crops.stream().map(Path::toAbsolutePath).toList(),
                                0,
                                workbench.catalog().folder().resolve("metrics/niqe.mat")));
    }

    /** What the worker was asked is answered and shown. */
    protected void settled(FxRobot robot) throws Exception {
        worker.submit(() -> {}).get(20, TimeUnit.SECONDS);
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {});
    }

    /** Every button has a text or a name for screen readers. */
    protected void everyButtonHasAName(FxRobot robot) {
        for (Node each : robot.lookup(".button").queryAll()) {
            Button button = (Button) each;
            assertTrue(
                    button.getText() != null && !button.getText().isBlank()
                            || button.getAccessibleText() != null,
                    () -> "a button without text or accessible text: " + button);
        }
    }

    /** Lays the window's content out as on a larger or smaller screen; the screen itself is a small one. */
    protected void resize(FxRobot robot, double width, double height) {
        robot.interact(
                () -> {
                    if (stage.getScene().getRoot() == content) {
                        Pane behind = new Pane();
                        stage.getScene().setRoot(behind);
                        content.setManaged(false);
                        behind.getChildren().setAll(content);
                    }
                    content.resize(width, height);
                });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** In both themes. */
    protected void both(FxRobot robot, String name) {
        snapshot(robot, name);
        robot.interact(appearance::toggle);
        snapshot(robot, name + "-dark");
        robot.interact(appearance::toggle);
    }

    protected void snapshot(FxRobot robot, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> Snapshots.write(content.snapshot(null, null), name));
    }
}

package eliq.app;

import eliq.app.frame.Appearance;
import eliq.app.frame.MainWindow;
import eliq.app.frame.Navigation;
import eliq.app.frame.StatusViewModel;
import eliq.app.frame.View;
import eliq.app.frame.ViewMemory;
import eliq.app.placeholder.Placeholder;
import eliq.catalog.CatalogException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.prefs.Preferences;
import javafx.animation.AnimationTimer;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javafx.util.Duration;

/** The desktop application: composes services, view models and views, and shows them. */
public final class Desktop extends Application {

    private static final String HOME = "home";
    private static final String ONCE = "once";
    // Pixels; title bars, task bars and task switchers choose.
    private static final List<Integer> ICONS = List.of(32, 64, 128);

    private final StatusViewModel status = new StatusViewModel();
    private final Preferences preferences = Preferences.userRoot().node("eliq-workbench");
    private Services services;
    private CatalogException failure;
    private Runnable leaving = () -> {};

    /** Opens the window and returns when it was closed. Called from a class that is not an {@link Application}. */
    public static void open() {
        Application.launch(Desktop.class);
    }

    /**
     * Opens the window over this workspace, closes it as soon as it has been painted, and returns then.
     *
     * @param onScreen whether it is shown; else no display is needed
     * @throws IOException if JavaFX cannot start here, or the workspace cannot be opened
     */
    public static void openOnce(Path home, boolean onScreen) throws IOException {
        if (!onScreen) {
            Headless.choose();
        }
        try {
            Application.launch(Desktop.class, "--" + HOME + "=" + home, "--" + ONCE + "=" + true);
        } catch (RuntimeException e) {
            Throwable cause = e;
            // A workspace that cannot be opened says so itself; below it stands but a path.
            while (cause.getCause() != null && !(cause instanceof CatalogException)) {
                cause = cause.getCause();
            }
            throw new IOException("the window could not be opened: " + cause.getMessage(), e);
        }
    }

    /** Runs before the JavaFX thread is needed, so that a slow disk does not freeze a window. */
    @Override
    public void init() {
        try {
            String home = getParameters().getNamed().get(HOME);
            services = home == null ? Services.open() : Services.open(Path.of(home));
        } catch (CatalogException e) {
            failure = e;
        }
    }

    @Override
    public void start(Stage stage) {
        boolean once = getParameters().getNamed().containsKey(ONCE);
        if (once && failure != null) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
        Appearance appearance = new Appearance(preferences);
        appearance.start();
        stage.setTitle("ELIQ Workbench");
        for (int size : ICONS) {
            String icon = Desktop.class.getResource("icon/" + size + ".png").toExternalForm();
            stage.getIcons().add(new Image(icon));
        }
        double width = preferences.getDouble("width", 1240);
        double height = preferences.getDouble("height", 800);
        stage.setScene(
                failure == null ? workbench(appearance, width, height) : failed(width, height));
        stage.setMinWidth(860);
        stage.setMinHeight(560);
        stage.setOnHidden(
                _ -> {
                    leaving.run();
                    preferences.putDouble("width", stage.getScene().getWidth());
                    preferences.putDouble("height", stage.getScene().getHeight());
                });
        if (once) {
            closeWhenPainted(stage);
        }
        stage.show();
    }

    private static void closeWhenPainted(Stage stage) {
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                // A pulse waits for the one before it to be rendered, and the first comes before
                // any layout.
                if (++pulses > 3) {
                    stop();
                    stage.hide();
                }
            }
        }.start();
    }

    @Override
    public void stop() {
        if (services != null) {
            services.close();
        }
    }

    private Scene workbench(Appearance appearance, double width, double height) {
        Desk desk = new Desk(services, status, new Navigation());
        MainWindow window = new MainWindow(views(desk), status, appearance);
        desk.navigation().goesTo(window::open);
        window.remember(new ViewMemory(preferences));
        leaving = window::keep;
        new Unfinished(services).offerIn(window, desk.navigation());
        watchMemory();
        return window.scene(width, height);
    }

    /** Every view, in the order of the rail. */
    static List<View> views(Desk desk) {
        return List.of(
                LibrarySection.view(desk),
                PairsSection.view(desk),
                GenerateSection.view(desk),
                TrainSection.view(desk),
                ScoreSection.view(desk),
                BenchmarkSection.view(desk),
                ModelsSection.view(desk),
                JobsSection.view(desk));
    }

    private Scene failed(double width, double height) {
        Placeholder placeholder =
                Placeholder.failed(
                        "The workspace could not be opened",
                        failure.getMessage(),
                        new Placeholder.Door("Close", "fth-x", Platform::exit));
        Scene scene = new Scene(placeholder, width, height);
        scene.getStylesheets().add(Desktop.class.getResource("workbench.css").toExternalForm());
        return scene;
    }

    private void watchMemory() {
        Timeline timeline =
                new Timeline(
                        new KeyFrame(Duration.seconds(2), _ -> status.memory(services.memory())));
        timeline.setCycleCount(Timeline.INDEFINITE);
        timeline.play();
    }
}

package eliq.app;

import eliq.app.frame.Appearance;
import eliq.app.frame.MainWindow;
import eliq.app.frame.Navigation;
import eliq.app.frame.StatusViewModel;
import eliq.app.frame.View;
import eliq.app.frame.ViewMemory;
import eliq.app.placeholder.Placeholder;
import eliq.catalog.CatalogException;
import java.util.List;
import java.util.prefs.Preferences;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Duration;

/** The desktop application: composes services, view models and views, and shows them. */
public final class Desktop extends Application {

    private final StatusViewModel status = new StatusViewModel();
    private final Preferences preferences = Preferences.userRoot().node("eliq-workbench");
    private Services services;
    private CatalogException failure;
    private Runnable leaving = () -> {};

    /** Opens the window and returns when it was closed. Called from a class that is not an {@link Application}. */
    public static void open() {
        Application.launch(Desktop.class);
    }

    /** Runs before the JavaFX thread is needed, so that a slow disk does not freeze a window. */
    @Override
    public void init() {
        try {
            services = Services.open();
        } catch (CatalogException e) {
            failure = e;
        }
    }

    @Override
    public void start(Stage stage) {
        Appearance appearance = new Appearance(preferences);
        appearance.start();
        stage.setTitle("ELIQ Workbench");
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
        stage.show();
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

package eliq.app;

import eliq.app.frame.Appearance;
import eliq.app.frame.MainWindow;
import eliq.app.frame.StatusViewModel;
import eliq.app.library.LibraryView;
import eliq.app.library.LibraryViewModel;
import eliq.app.placeholder.Placeholder;
import eliq.app.score.ScoreView;
import eliq.app.score.ScoreViewModel;
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
public final class Workbench extends Application {

    private final StatusViewModel status = new StatusViewModel();
    private final Preferences preferences = Preferences.userRoot().node("eliq-workbench");
    private Services services;
    private CatalogException failure;

    /** Opens the window and returns when it was closed. Called from a class that is not an {@link Application}. */
    public static void open() {
        Application.launch(Workbench.class);
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
        ScoreViewModel scoreModel =
                new ScoreViewModel(
                        services.scoring(),
                        services::expand,
                        services.scoringThread(),
                        Platform::runLater,
                        status);
        ScoreView score = new ScoreView(scoreModel, services.fileThumbnails(), services.pictures());
        LibraryViewModel libraryModel =
                new LibraryViewModel(
                        services.shelf(),
                        services.catalogThread(),
                        services.importThread(),
                        Platform::runLater,
                        status);
        MainWindow[] window = new MainWindow[1];
        LibraryView library =
                new LibraryView(
                        libraryModel,
                        services.imageThumbnails(),
                        services.pictures(),
                        new LibraryView.Doors() {
                            @Override
                            public void scoreImages() {
                                window[0].open(score);
                            }

                            @Override
                            public void tryDemo() {
                                libraryModel.say(
                                        "Run “./eliq demo” in a terminal: it paints pictures, trains a critic and a scorer on "
                                                + "them in about four minutes, and writes a report.");
                            }
                        });
        window[0] = new MainWindow(List.of(library, score), status, appearance);
        libraryModel.refresh();
        status.model(services.scoring().name());
        watchMemory();
        return window[0].scene(width, height);
    }

    private Scene failed(double width, double height) {
        Placeholder placeholder =
                Placeholder.failed(
                        "The workspace could not be opened",
                        failure.getMessage(),
                        new Placeholder.Door("Close", "fth-x", Platform::exit));
        Scene scene = new Scene(placeholder, width, height);
        scene.getStylesheets().add(Workbench.class.getResource("workbench.css").toExternalForm());
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

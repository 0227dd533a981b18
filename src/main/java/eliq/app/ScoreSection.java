package eliq.app;

import eliq.app.compare.Halved;
import eliq.app.frame.View;
import eliq.app.picture.PictureLoader;
import eliq.app.score.CompareTwo;
import eliq.app.score.FileChoice;
import eliq.app.score.ScoreView;
import eliq.app.score.ScoreViewModel;
import eliq.image.ImageDecoder;
import eliq.image.ImageException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.image.Image;

/** The Score view with the scorer that is chosen. */
final class ScoreSection {
    /** The two that are compared, and those looked at before. */
    private static final int FULL_KEPT = 6;

    private ScoreSection() {}

    static View view(Desk desk) {
        ScoreView[] view = new ScoreView[1];
        view[0] = view(desk, FileChoice.dialogs(() -> view[0].root().getScene().getWindow()));
        return view[0];
    }

    /** @param choice what is asked for files */
    static ScoreView view(Desk desk, FileChoice choice) {
        Services services = desk.services();
        ScoreViewModel model =
                new ScoreViewModel(
                        services.scoring(),
                        services.scorers(),
                        services::expand,
                        services.scoringThread(),
                        Platform::runLater,
                        desk.status());
        desk.toScore().add(model::add);
        Path home = services.workbench().catalog().folder();
        Path painted = home.resolve(SampleWorkspace.PAINTED);
        BooleanSupplier scored =
                () -> !model.rows().isEmpty() && model.pendingProperty().get() == 0;
        desk.states().add(new ViewState(Situation.FULL, () -> model.add(List.of(painted)), scored));
        desk.states()
                .add(
                        new ViewState(
                                Situation.LOADING,
                                () -> model.add(List.of(painted)),
                                () -> !model.rows().isEmpty()));
        Path broken = home.resolve(SampleWorkspace.BROKEN);
        desk.states().add(new ViewState(Situation.ERROR, () -> model.add(List.of(broken)), scored));
        return new ScoreView(
                model,
                choice,
                home.resolve("pasted"),
                services.fileThumbnails(),
                services.pictures(),
                comparing(services));
    }

    private static CompareTwo.Means comparing(Services services) {
        PictureLoader<Path> full =
                new PictureLoader<>(ScoreSection::full, FULL_KEPT, Platform::runLater);
        ExecutorService differences = Services.thread("score differences");
        services.whenClosing(
                () -> {
                    full.close();
                    differences.shutdownNow();
                });
        return new CompareTwo.Means(full, differences, Platform::runLater);
    }

    private static Optional<Image> full(Path file) {
        try {
            return Optional.of(Halved.of(ImageDecoder.decode(file).pixels()));
        } catch (ImageException e) {
            return Optional.empty();
        }
    }
}

package eliq.app;

import eliq.app.frame.View;
import eliq.app.score.ScoreView;
import eliq.app.score.ScoreViewModel;
import javafx.application.Platform;

/** The Score view with the shipped scorer. */
final class ScoreSection {
    private ScoreSection() {}

    static View view(Desk desk) {
        Services services = desk.services();
        ScoreViewModel model =
                new ScoreViewModel(
                        services.scoring(),
                        services::expand,
                        services.scoringThread(),
                        Platform::runLater,
                        desk.status());
        return new ScoreView(model, services.fileThumbnails(), services.pictures());
    }
}

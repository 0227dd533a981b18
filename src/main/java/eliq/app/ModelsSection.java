package eliq.app;

import eliq.app.frame.View;
import eliq.app.models.ModelsView;
import eliq.app.models.ModelsViewModel;
import eliq.app.score.ScorerChoice;
import java.util.Optional;
import javafx.application.Platform;

/** The Models view; what it lists, the Score view can choose from. */
final class ModelsSection {
    private ModelsSection() {}

    static View view(Desk desk) {
        Services services = desk.services();
        ScorerChoice scorers = services.scorers();
        ModelsViewModel model =
                new ModelsViewModel(
                        services.workbench(),
                        services.catalogThread(),
                        services.networkThread(),
                        Platform::runLater,
                        desk.status(),
                        found -> scorers.offer(InstalledScorers.among(found)));
        ModelsView view =
                new ModelsView(
                        model,
                        scorer -> {
                            scorers.use(InstalledScorers.of(scorer));
                            model.say("“" + scorer.model().name() + "” scores from now on.");
                        });
        desk.states()
                .add(
                        new ViewState(
                                Situation.FULL,
                                () -> model.selectOnceListed(SampleWorkspace.CRITIC),
                                () ->
                                        Optional.ofNullable(model.selectedProperty().get())
                                                .filter(
                                                        found ->
                                                                found.model()
                                                                        .name()
                                                                        .equals(
                                                                                SampleWorkspace
                                                                                        .CRITIC))
                                                .isPresent()));
        model.refresh();
        return view;
    }
}

package eliq.app;

import eliq.app.frame.View;
import eliq.app.jobs.JobsView;
import eliq.app.jobs.JobsViewModel;
import eliq.app.jobs.WorkbenchJobs;
import javafx.application.Platform;

/** All jobs of the workspace, here and in the status bar. */
final class JobsSection {
    // In the sample: the training, which has the most to say.
    private static final int SHOWN = 3;

    private JobsSection() {}

    static View view(Desk desk) {
        Services services = desk.services();
        JobsViewModel model =
                new JobsViewModel(
                        new WorkbenchJobs(
                                services.workbench().catalog(), services.workbench().jobs()),
                        services.jobsThread(),
                        Platform::runLater,
                        desk.status());
        desk.status().jobsOpenedBy(() -> desk.navigation().open("Jobs"));
        desk.states()
                .add(
                        new ViewState(
                                Situation.FULL,
                                () ->
                                        services.jobsThread()
                                                .execute(
                                                        () ->
                                                                Platform.runLater(
                                                                        () -> model.select(SHOWN))),
                                () -> !model.rows().isEmpty()));
        model.begin();
        return new JobsView(model);
    }
}

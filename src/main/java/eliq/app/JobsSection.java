package eliq.app;

import eliq.app.frame.View;
import eliq.app.jobs.JobRow;
import eliq.app.jobs.JobsView;
import eliq.app.jobs.JobsViewModel;
import eliq.app.jobs.WorkbenchJobs;
import eliq.app.words.Failure;
import eliq.catalog.CatalogException;
import java.io.IOException;
import javafx.application.Platform;

/** All jobs of the workspace, here and in the status bar. */
final class JobsSection {
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
        desk.states().add(full(services, model));
        model.begin();
        return new JobsView(model, () -> desk.navigation().open("Library"));
    }

    /** The training is selected, which has the most to say; another job runs, and one failed. */
    private static ViewState full(Services services, JobsViewModel model) {
        SampleJobs jobs = new SampleJobs(services.workbench());
        services.whenClosing(jobs::release);
        return new ViewState(
                Situation.FULL,
                () ->
                        services.jobsThread()
                                .execute(
                                        () -> {
                                            try {
                                                jobs.begin();
                                            } catch (CatalogException | IOException e) {
                                                Platform.runLater(
                                                        () -> model.say(Failure.sentence(e)));
                                            }
                                            Platform.runLater(
                                                    () -> model.select(SampleWorkspace.TRAINING));
                                        }),
                () ->
                        model.rows().stream().anyMatch(JobRow::failed)
                                && model.rows().stream()
                                        .anyMatch(
                                                row ->
                                                        row.running()
                                                                && SampleJobs.isHeld(
                                                                        row.progress()))
                                && model.detailsProperty().get().isPresent());
    }
}

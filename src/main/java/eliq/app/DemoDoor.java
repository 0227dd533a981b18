package eliq.app;

import eliq.app.frame.StatusViewModel;
import eliq.app.words.Failure;
import eliq.catalog.CatalogException;
import eliq.catalog.JobRecord;
import eliq.demo.DemoParameters;
import eliq.demo.DemoResult;
import eliq.hub.HubException;
import eliq.hub.Installation;
import eliq.job.JobEvent;
import eliq.job.JobException;
import eliq.workbench.Workbench;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.application.Platform;

/** Runs the demo as a job in the background, and says how it goes. */
final class DemoDoor {
    private final Services services;
    private final StatusViewModel status;
    private final AtomicLong running = new AtomicLong();
    private volatile Consumer<String> say = _ -> {};

    DemoDoor(Services services, StatusViewModel status) {
        this.services = services;
        this.status = status;
        services.workbench().jobs().listen(this::heard);
    }

    /** @param tell takes sentences for the user, on the JavaFX thread */
    void run(Consumer<String> tell) {
        say = tell;
        if (running.get() != 0) {
            tell.accept("The demo is running already; the status bar says how far it is.");
            return;
        }
        tell.accept(
                "The demo runs in the background: it paints pictures, trains a critic and a scorer on them in about four "
                        + "minutes, and writes a report. Its pictures appear here.");
        services.catalogThread().execute(this::submit);
    }

    private void submit() {
        Workbench workbench = services.workbench();
        try {
            Path model = workbench.models().find(Installation.NANO);
            Path output = workbench.catalog().folder().resolve("demo");
            JobRecord job =
                    workbench.jobs().submit(workbench.demo(), DemoParameters.of(model, output));
            running.set(job.id());
        } catch (HubException | CatalogException e) {
            tell("The demo could not be started: " + Failure.sentence(e));
        }
    }

    private void heard(JobEvent event) {
        if (event.id() != running.get()) {
            return;
        }
        switch (event) {
            case JobEvent.Advanced(long _, var progress) ->
                    Platform.runLater(
                            () ->
                                    status.working(
                                            "Demo: " + progress.stage(),
                                            progress.fraction().orElse(-1)));
            case JobEvent.StateChanged(JobRecord job) when job.state().ended() -> ended(job);
            default -> {}
        }
    }

    private void ended(JobRecord job) {
        running.set(0);
        Platform.runLater(() -> status.idle("Demo " + job.state().key()));
        try {
            tell(
                    services.workbench()
                            .jobs()
                            .result(job, DemoResult.class)
                            .map(result -> "The demo is done. Its report: " + result.report())
                            .orElseGet(
                                    () ->
                                            "The demo did not finish: "
                                                    + job.error()
                                                            .orElse(
                                                                    "it was stopped; Jobs can go on with it.")));
        } catch (JobException e) {
            tell(Failure.sentence(e));
        }
    }

    private void tell(String sentence) {
        Platform.runLater(() -> say.accept(sentence));
    }
}

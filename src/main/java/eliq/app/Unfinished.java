package eliq.app;

import eliq.app.frame.MainWindow;
import eliq.app.frame.Navigation;
import eliq.app.placeholder.Placeholder;
import eliq.app.words.Amounts;
import eliq.catalog.CatalogException;
import eliq.catalog.JobRecord;
import eliq.catalog.JobState;
import eliq.job.JobException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.application.Platform;

/** Jobs that an earlier start left unfinished: offered to be gone on with, never resumed behind the user's back. */
final class Unfinished {
    private final Services services;

    Unfinished(Services services) {
        this.services = services;
    }

    /** Looks in the background; says nothing where nothing is unfinished. */
    void offerIn(MainWindow window, Navigation navigation) {
        services.catalogThread()
                .execute(
                        () -> {
                            List<JobRecord> jobs = find();
                            if (!jobs.isEmpty()) {
                                Platform.runLater(
                                        () ->
                                                window.offer(
                                                        sentence(jobs),
                                                        List.of(
                                                                new Placeholder.Door(
                                                                        "Resume",
                                                                        "fth-play",
                                                                        () -> resume(jobs)),
                                                                new Placeholder.Door(
                                                                        "Show jobs",
                                                                        "fth-list",
                                                                        () ->
                                                                                navigation.open(
                                                                                        "Jobs")))));
                            }
                        });
    }

    private List<JobRecord> find() {
        try {
            services.workbench().jobs().recover();
            return services.workbench()
                    .catalog()
                    .jobs()
                    .inState(JobState.INTERRUPTED, JobState.QUEUED);
        } catch (JobException | CatalogException e) {
            warn(e);
            return List.of();
        }
    }

    static String sentence(List<JobRecord> jobs) {
        Set<String> kinds =
                jobs.stream()
                        .map(job -> job.kind().replace('-', ' '))
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        return jobs.size() == 1
                ? "A job was not finished: " + kinds.iterator().next() + "."
                : Amounts.count(jobs.size(), "job")
                        + " were not finished: "
                        + String.join(", ", kinds)
                        + ".";
    }

    private void resume(List<JobRecord> jobs) {
        services.catalogThread()
                .execute(
                        () -> {
                            try {
                                for (JobRecord job : jobs) {
                                    if (job.state() == JobState.INTERRUPTED) {
                                        services.workbench().jobs().requeue(job.id());
                                    }
                                }
                                services.workbench().jobs().startQueued();
                            } catch (JobException | CatalogException e) {
                                warn(e);
                            }
                        });
    }

    private static void warn(Exception e) {
        System.getLogger("eliq").log(System.Logger.Level.WARNING, e.getMessage());
    }
}

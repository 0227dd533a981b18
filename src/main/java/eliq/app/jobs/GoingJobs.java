package eliq.app.jobs;

import eliq.app.frame.StatusViewModel;
import eliq.job.JobEvent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The jobs that run and wait, as they advance, told to the status bar. JavaFX thread only, unless said otherwise. */
final class GoingJobs {
    private final Executor ui;
    private final StatusViewModel status;
    private final Consumer<JobEvent.Advanced> further;
    private final Map<Long, JobEvent.Advanced> advanced = new ConcurrentHashMap<>();
    private final AtomicBoolean told = new AtomicBoolean();
    private final Map<Long, JobRow> going = new TreeMap<>();

    /**
     * @param ui runs things on the JavaFX thread
     * @param further told of the latest progress of each
     */
    GoingJobs(Executor ui, StatusViewModel status, Consumer<JobEvent.Advanced> further) {
        this.ui = ui;
        this.status = status;
        this.further = further;
    }

    /** These go on, and no others. */
    void are(List<JobRow> running) {
        going.clear();
        running.forEach(row -> going.put(row.id(), row));
        tellStatus();
    }

    /** On any thread, as often as it comes. */
    void advanced(JobEvent.Advanced now) {
        advanced.put(now.id(), now);
        // Ten jobs may tell of themselves ten times a second: the thread is asked once.
        if (told.compareAndSet(false, true)) {
            ui.execute(this::catchUp);
        }
    }

    private void catchUp() {
        told.set(false);
        for (JobEvent.Advanced now : List.copyOf(advanced.values())) {
            advanced.remove(now.id(), now);
            going.computeIfPresent(now.id(), (_, row) -> row.further(now.progress()));
            further.accept(now);
        }
        tellStatus();
    }

    private void tellStatus() {
        status.jobs(StatusLine.of(List.copyOf(going.values())));
    }
}

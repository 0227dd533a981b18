package eliq.app.benchmark;

import eliq.app.frame.StatusViewModel;
import eliq.app.words.Failure;
import eliq.catalog.JobRecord;
import eliq.catalog.JobState;
import eliq.job.JobEvent;
import eliq.job.Progress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The job that the view waits for: how far it is, and how it ended. For the JavaFX thread. */
public final class Work {

    /**
     * @param what is being done
     * @param stage it is in
     * @param share 0..1, or -1 where the end is not known
     * @param left time left in the stage; empty where not known
     */
    public record Now(long job, String what, String stage, double share, String left) {}

    private final Bench bench;
    private final Executor worker;
    private final Executor ui;
    private final StatusViewModel status;
    private final Consumer<JobRecord> ended;
    private final Runnable unlisten;
    private final ReadOnlyObjectWrapper<Optional<Now>> now =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private String what = "";
    private Optional<JobRecord> early = Optional.empty();

    Work(
            Bench bench,
            Executor worker,
            Executor ui,
            StatusViewModel status,
            Consumer<JobRecord> ended) {
        this.bench = bench;
        this.worker = worker;
        this.ui = ui;
        this.status = status;
        this.ended = ended;
        this.unlisten = bench.listen(event -> ui.execute(() -> on(event)));
    }

    /** What goes on; empty where the view waits for nothing. */
    public ReadOnlyObjectProperty<Optional<Now>> nowProperty() {
        return now.getReadOnlyProperty();
    }

    void follow(JobRecord job, String name) {
        what = name;
        now.set(Optional.of(new Now(job.id(), name, "waiting for its turn", -1, "")));
        status.working(name, -1);
        // A short job may have ended before the view knew its number.
        early.filter(record -> record.id() == job.id()).ifPresent(this::end);
    }

    void followAgain(long job) {
        now.set(Optional.of(new Now(job, what.isEmpty() ? "Job " + job : what, "waiting", -1, "")));
        early.filter(record -> record.id() == job).ifPresent(this::end);
    }

    /** Asks the job to stop; it does so between two steps, and keeps what it has. */
    public void cancel() {
        now.get()
                .ifPresent(
                        n -> {
                            now.set(
                                    Optional.of(
                                            new Now(n.job(), n.what(), "stopping", n.share(), "")));
                            worker.execute(() -> cancel(n.job()));
                        });
    }

    private void cancel(long job) {
        try {
            bench.cancel(job);
        } catch (BenchException e) {
            ui.execute(() -> status.idle(Failure.sentence(e)));
        }
    }

    private void on(JobEvent event) {
        boolean ours = now.get().isPresent() && now.get().get().job() == event.id();
        switch (event) {
            case JobEvent.Advanced(long id, Progress progress) when ours -> advance(id, progress);
            case JobEvent.StateChanged(JobRecord job) -> {
                if (atRest(job)) {
                    early = Optional.of(job);
                    if (ours) {
                        end(job);
                    }
                } else {
                    early = Optional.empty();
                }
            }
            default -> {}
        }
    }

    private static boolean atRest(JobRecord job) {
        return job.state() != JobState.QUEUED && job.state() != JobState.RUNNING;
    }

    private void advance(long id, Progress progress) {
        double share = progress.fraction().orElse(-1);
        String left = progress.remaining().map(Work::left).orElse("");
        String stage =
                progress.stage()
                        + (progress.total() > 0
                                ? String.format(", %,d of %,d", progress.done(), progress.total())
                                : "");
        now.set(Optional.of(new Now(id, what, stage, share, left)));
        status.working(what + ": " + progress.stage(), share);
    }

    private static String left(Duration remaining) {
        long seconds = remaining.toSeconds();
        return seconds < 60
                ? seconds + " s left"
                : seconds < 3600
                        ? (seconds + 59) / 60 + " min left"
                        : seconds / 3600 + " h " + seconds % 3600 / 60 + " min left";
    }

    private void end(JobRecord job) {
        early = Optional.empty();
        now.set(Optional.empty());
        status.idle(what + ": " + job.state().key());
        ended.accept(job);
    }

    void close() {
        unlisten.run();
    }
}

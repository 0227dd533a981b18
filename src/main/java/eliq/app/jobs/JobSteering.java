package eliq.app.jobs;

import eliq.app.follow.Attempts;
import eliq.app.words.Failure;
import eliq.catalog.JobState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Has jobs stopped, gone on with and repeated, and offers those that an earlier program left. JavaFX thread only. */
final class JobSteering {

    private final JobDesk desk;
    private final Executor worker;
    private final Executor ui;
    private final Consumer<String> say;
    private final Attempts attempts;
    private final ObservableList<JobRow> offered = FXCollections.observableArrayList();

    /**
     * @param worker runs one thing after another, off the JavaFX thread
     * @param ui runs things on the JavaFX thread
     * @param say takes a sentence
     * @param changed told after each attempt, whatever came of it
     */
    JobSteering(
            JobDesk desk, Executor worker, Executor ui, Consumer<String> say, Runnable changed) {
        this.desk = desk;
        this.worker = worker;
        this.ui = ui;
        this.say = say;
        this.attempts = new Attempts(worker, ui, say, changed);
    }

    /** Jobs that stopped before their end when the program did, until they are taken up or left. */
    ObservableList<JobRow> offered() {
        return offered;
    }

    /** Looks for work that an earlier program left. */
    void lookForUnfinished() {
        worker.execute(
                () -> {
                    try {
                        List<JobRow> found = new ArrayList<>(desk.interrupted());
                        found.addAll(
                                desk
                                        .page(JobFilter.GOING, Long.MAX_VALUE, JobsViewModel.PAGE)
                                        .stream()
                                        .filter(row -> row.job().state() == JobState.QUEUED)
                                        .toList());
                        ui.execute(() -> offered.setAll(found));
                    } catch (JobsException e) {
                        ui.execute(() -> say.accept(Failure.sentence(e)));
                    }
                });
    }

    /** Asks a job to stop for good. */
    void cancel(long id) {
        attempts.make(
                () -> {
                    desk.cancel(id);
                    return "";
                });
    }

    /** Asks a job to stop until it is resumed. */
    void pause(long id) {
        attempts.make(
                () -> {
                    desk.pause(id);
                    return "";
                });
    }

    /** Goes on with a job; of jobs that wait for the one before them, with all. */
    void resume(long id) {
        boolean waiting =
                offered.stream()
                        .anyMatch(row -> row.id() == id && row.job().state() == JobState.QUEUED);
        offered.removeIf(row -> row.id() == id || waiting && row.job().state() == JobState.QUEUED);
        attempts.make(
                () -> {
                    if (waiting) {
                        desk.startWaiting();
                    } else {
                        desk.resume(id);
                    }
                    return "";
                });
    }

    /**
     * Runs a job again from its beginning, as a new one.
     *
     * @param made takes the new one's id
     */
    void repeat(long id, LongConsumer made) {
        attempts.make(
                () -> {
                    long again = desk.repeat(id);
                    ui.execute(() -> made.accept(again));
                    return "Job " + again + " repeats job " + id + ".";
                });
    }
}

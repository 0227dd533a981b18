package eliq.app.follow;

import eliq.app.words.Failure;
import eliq.catalog.CatalogException;
import eliq.catalog.JobRecord;
import eliq.job.Job;
import eliq.job.JobException;
import eliq.job.JobRunner;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Starts, stops and resumes jobs for a view, which does not wait for it. Used on the JavaFX thread. */
public final class JobControl {
    private final JobRunner jobs;
    private final Executor worker;
    private final Executor ui;
    private final Consumer<String> problem;

    /**
     * @param worker runs one thing after another, off the JavaFX thread
     * @param ui runs things on the JavaFX thread
     * @param problem takes what could not be done, one sentence, on the JavaFX thread
     */
    public JobControl(JobRunner jobs, Executor worker, Executor ui, Consumer<String> problem) {
        this.jobs = jobs;
        this.worker = worker;
        this.ui = ui;
        this.problem = problem;
    }

    /**
     * Puts a new job at the end of the queue.
     *
     * @param submitted told of it on the JavaFX thread
     */
    public <P extends Record, R extends Record> void submit(
            Job<P, R> job, P parameters, Consumer<JobRecord> submitted) {
        tried(
                () -> {
                    JobRecord record = jobs.submit(job, parameters);
                    ui.execute(() -> submitted.accept(record));
                });
    }

    /** Asks a job to stop until it is resumed. */
    public void pause(FollowedJob job) {
        tried(() -> jobs.pause(job.id()));
    }

    /** Puts a job at the end of the queue, to go on from where it stopped. */
    public void resume(FollowedJob job) {
        tried(() -> jobs.requeue(job.id()));
    }

    /** Asks a job to stop for good. */
    public void cancel(FollowedJob job) {
        tried(() -> jobs.cancel(job.id()));
    }

    /** What is asked of the runner. */
    private interface Request {
        void send() throws JobException, CatalogException;
    }

    private void tried(Request request) {
        worker.execute(
                () -> {
                    try {
                        request.send();
                    } catch (JobException | CatalogException e) {
                        ui.execute(() -> problem.accept(Failure.sentence(e)));
                    }
                });
    }
}

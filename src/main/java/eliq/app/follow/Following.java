package eliq.app.follow;

import eliq.catalog.JobRecord;
import eliq.catalog.JobState;
import eliq.job.JobEvent;
import eliq.job.JobRunner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Brings the news of jobs from their threads to the JavaFX thread. Used there only. */
public final class Following implements AutoCloseable {

    /** Events of jobs that are not followed yet: a job may be faster than whoever submitted it. */
    private static final int KEPT = 200;

    private final Map<Long, FollowedJob> followed = new HashMap<>();
    private final Map<Long, Consumer<FollowedJob>> ends = new HashMap<>();
    private final List<JobEvent> early = new ArrayList<>();
    private final Runnable unlisten;

    /** @param ui runs things on the JavaFX thread */
    public Following(JobRunner jobs, Executor ui) {
        this.unlisten = jobs.listen(event -> ui.execute(() -> on(event)));
    }

    /**
     * Follows a job.
     *
     * @param job as it was stored last
     * @param title what it does, in a few words
     * @param unit that its steps are counted in
     * @param ended told each time that it stops: done, failed, paused or cancelled
     */
    public FollowedJob follow(
            JobRecord job, String title, String unit, Consumer<FollowedJob> ended) {
        FollowedJob followedJob = new FollowedJob(job, title, unit);
        followed.put(job.id(), followedJob);
        ends.put(job.id(), ended);
        List<JobEvent> missed = early.stream().filter(e -> e.id() == job.id()).toList();
        early.removeAll(missed);
        missed.forEach(this::on);
        return followedJob;
    }

    /** Lets a job go; it runs on. */
    public void forget(FollowedJob job) {
        followed.remove(job.id());
        ends.remove(job.id());
    }

    private void on(JobEvent event) {
        FollowedJob job = followed.get(event.id());
        if (job == null) {
            if (early.size() == KEPT) {
                early.removeFirst();
            }
            early.add(event);
            return;
        }
        switch (event) {
            case JobEvent.StateChanged(JobRecord record) -> {
                boolean wasActive = job.isActive();
                job.now(record);
                if (record.state() != JobState.QUEUED
                        && record.state() != JobState.RUNNING
                        && wasActive) {
                    ends.getOrDefault(job.id(), _ -> {}).accept(job);
                }
            }
            case JobEvent.Advanced(_, var progress) -> job.advanced(progress);
            case JobEvent.Said(_, String text) -> job.said(text);
            case JobEvent.Measured _ -> {}
        }
    }

    @Override
    public void close() {
        unlisten.run();
    }
}

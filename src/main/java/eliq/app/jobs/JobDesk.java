package eliq.app.jobs;

import eliq.catalog.JobState;
import eliq.job.JobEvent;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What the Jobs view works with. Slow: not for the JavaFX thread, but for one thread at a time. */
public interface JobDesk {

    /**
     * A page of jobs, newest first.
     *
     * @param before only jobs with a lower number
     */
    List<JobRow> page(JobFilter filter, long before, int limit) throws JobsException;

    Map<JobState, Long> counts() throws JobsException;

    JobDetails details(long id) throws JobsException;

    /** Asks it to stop; it does so between two steps, and keeps what it can be gone on with from. */
    void cancel(long id) throws JobsException;

    /** Asks it to stop until it is resumed. */
    void pause(long id) throws JobsException;

    /** Puts it at the end of the queue, to be gone on with. */
    void resume(long id) throws JobsException;

    /** Puts a new job with the same parameters at the end of the queue; its number. */
    long repeat(long id) throws JobsException;

    /** Those that a crash or the end of the program stopped, newest first: to be offered, not resumed. */
    List<JobRow> interrupted() throws JobsException;

    /** Starts what an earlier program left waiting. */
    void startWaiting() throws JobsException;

    /**
     * Tells how jobs go, on any thread.
     *
     * @return takes the listener away
     */
    Runnable listen(Consumer<JobEvent> listener);
}

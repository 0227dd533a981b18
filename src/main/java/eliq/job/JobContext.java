package eliq.job;

import eliq.catalog.CatalogException;
import java.nio.file.Path;
import java.util.Map;

/** What a running job has to do with its surroundings. May be used from several threads. */
public interface JobContext {

    /** The job's private folder; it exists, and keeps what is in it through crashes until the job is deleted. */
    Path directory();

    /** Whether the job was started before with the same directory. */
    boolean resumed();

    /**
     * Says how far the job is. Cheap enough for every step.
     *
     * @param stage what is being done, as a person would call it; the clock of rate and time left starts with it
     * @param done steps of the stage that are done, those of an earlier attempt included
     * @param total steps of the stage; 0 where not known
     */
    void progress(String stage, long done, long total);

    /** Says something a person may want to know; kept in the job's log. */
    void message(String text);

    /** Whether the job should stop. */
    boolean cancelled();

    /** To be called between steps, with everything finished so far kept. */
    void checkCancelled() throws JobCancelledException;

    /** Keeps a measured value of the job's run; one of the same step is replaced. */
    default void record(String metric, long step, double value) throws CatalogException {
        record(step, Map.of(metric, value));
    }

    /** Keeps several measured values of a step at once. */
    void record(long step, Map<String, Double> values) throws CatalogException;

    /** The run that this job records; it begins with the first call. */
    long runId() throws CatalogException;

    /**
     * A part of this job that has a folder of its own: stages are shown as {@code name: stage}, metrics are kept as
     * {@code name/metric}. For jobs that are made of others.
     */
    default JobContext part(String name) {
        return new PartContext(this, name);
    }
}

package eliq.job;

import java.nio.file.Path;

/**
 * How a job ended.
 *
 * @param <R> its result
 */
public sealed interface JobOutcome<R extends Record> {

    /** Number of the job in the catalogue. */
    long id();

    /** It did what it should. */
    record Done<R extends Record>(long id, R result) implements JobOutcome<R> {}

    /**
     * It failed; it can be resumed once the cause is gone.
     *
     * @param reason one plain sentence
     * @param details file that holds the technical details
     */
    record Failed<R extends Record>(long id, String reason, Path details)
            implements JobOutcome<R> {}

    /**
     * It was asked to stop; it can be resumed.
     *
     * @param paused whether it is meant to be
     */
    record Stopped<R extends Record>(long id, boolean paused) implements JobOutcome<R> {}
}

package eliq.job;

/**
 * A kind of long work. It holds what it works with (the catalogue, a model) and is handed its parameters, so that one
 * object serves every job of its kind.
 *
 * <p>A job keeps what it has finished in {@link JobContext#directory} in such a form that, started again with the same
 * parameters and directory after a crash at any point, it goes on and ends with the same result.
 *
 * @param <P> parameters: a record of JSON-like values (numbers, texts, paths, instants, enums, lists, maps, optionals,
 *     records, sealed interfaces of records); everything that decides the result, seeds included
 * @param <R> result: a record of the same sort
 */
public interface Job<P extends Record, R extends Record> {

    /** Stable name, lower case with hyphens, such as {@code train-critic}. */
    String kind();

    Class<P> parametersType();

    Class<R> resultType();

    /** Whether it needs the machine for itself: such jobs wait for each other. Imports and downloads do not. */
    default boolean exclusive() {
        return true;
    }

    /**
     * Does the work on the calling thread.
     *
     * @throws JobCancelledException where {@link JobContext#checkCancelled} threw it
     * @throws Exception what went wrong; the message of the project's own exceptions is shown to the user as it is
     */
    R run(P parameters, JobContext context) throws Exception;
}

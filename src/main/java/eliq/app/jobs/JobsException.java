package eliq.app.jobs;

/** Something about jobs that cannot be read or done: says what, and what to do. */
public final class JobsException extends Exception {
    private static final long serialVersionUID = 1L;

    public JobsException(String message, Throwable cause) {
        super(message, cause);
    }
}

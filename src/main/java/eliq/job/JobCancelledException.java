package eliq.job;

/** The job was asked to stop, and did so between two steps. */
public final class JobCancelledException extends Exception {
    private static final long serialVersionUID = 1L;

    public JobCancelledException() {
        super("The job was stopped.");
    }
}

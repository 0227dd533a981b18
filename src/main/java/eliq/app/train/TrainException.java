package eliq.app.train;

/** Something about trainings that cannot be read or done: says what, and what to do. */
public final class TrainException extends Exception {
    private static final long serialVersionUID = 1L;

    public TrainException(String message, Throwable cause) {
        super(message, cause);
    }

    public TrainException(String message) {
        super(message);
    }
}

package eliq.app.pairs;

/** Pairs could not be read, judged or written. The message is for the user. */
public final class ReviewException extends Exception {
    private static final long serialVersionUID = 1L;

    public ReviewException(String message, Throwable cause) {
        super(message, cause);
    }
}

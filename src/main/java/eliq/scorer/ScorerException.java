package eliq.scorer;

/** A scorer that cannot be trained, read or used: says what was wrong, where, and what to do. */
public final class ScorerException extends Exception {
    private static final long serialVersionUID = 1L;

    public ScorerException(String message) {
        super(message);
    }

    public ScorerException(String message, Throwable cause) {
        super(message, cause);
    }
}

package eliq.metric;

/** A metric that cannot be opened, fitted or added: says what was wrong, where, and what to do. */
public final class MetricException extends Exception {
    private static final long serialVersionUID = 1L;

    public MetricException(String message) {
        super(message);
    }

    public MetricException(String message, Throwable cause) {
        super(message, cause);
    }
}

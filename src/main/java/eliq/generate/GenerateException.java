package eliq.generate;

/** A generator that did not deliver: says which, what it answered, and what to do. */
public final class GenerateException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What a caller with more to generate should do about it. */
    public enum Reason {
        /** The backend does not answer, or not for now: what else is asked of it fails as well. */
        UNREACHABLE,
        /** The request as it stands cannot be met: a size, a seed, a quality, a model that is not installed. */
        REFUSED,
        /** It was taken, and no usable picture came of it. Another request may well succeed. */
        FAILED,
        /** It took longer than the settings allow. */
        TIMED_OUT,
        /** The caller no longer wanted it. */
        CANCELLED
    }

    public GenerateException(String message) {
        this(Reason.FAILED, message);
    }

    public GenerateException(String message, Throwable cause) {
        this(Reason.FAILED, message, cause);
    }

    public GenerateException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public GenerateException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}

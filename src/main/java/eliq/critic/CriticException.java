package eliq.critic;

/** A training or a critic that cannot go on: says what was wrong, in which file or setting, and what to do. */
public final class CriticException extends Exception {
    private static final long serialVersionUID = 1L;

    public CriticException(String message) {
        super(message);
    }

    public CriticException(String message, Throwable cause) {
        super(message, cause);
    }
}

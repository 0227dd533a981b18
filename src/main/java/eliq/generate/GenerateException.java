package eliq.generate;

/** A generator that did not deliver: says which, what it answered, and what to do. */
public final class GenerateException extends Exception {
    private static final long serialVersionUID = 1L;

    public GenerateException(String message) {
        super(message);
    }

    public GenerateException(String message, Throwable cause) {
        super(message, cause);
    }
}

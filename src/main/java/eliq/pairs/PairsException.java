package eliq.pairs;

/** A set of pairs that cannot be built or read: says which prompt, image or setting, why, and what to do. */
public final class PairsException extends Exception {
    private static final long serialVersionUID = 1L;

    public PairsException(String message) {
        super(message);
    }

    public PairsException(String message, Throwable cause) {
        super(message, cause);
    }
}

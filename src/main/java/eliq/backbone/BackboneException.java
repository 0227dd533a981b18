package eliq.backbone;

/** A checkpoint that cannot be used, or an input a model cannot take: says which file or value, and what to do. */
public final class BackboneException extends Exception {
    private static final long serialVersionUID = 1L;

    public BackboneException(String message) {
        super(message);
    }

    public BackboneException(String message, Throwable cause) {
        super(message, cause);
    }
}

package eliq.app.form;

/** A value that a setting cannot have: says what it may be. */
public final class FormException extends Exception {
    private static final long serialVersionUID = 1L;

    public FormException(String message) {
        super(message);
    }

    public FormException(String message, Throwable cause) {
        super(message, cause);
    }
}

package eliq.image;

/** A picture could not be read or written. The message is one sentence for the user: which file, what is wrong, what to do. */
public final class ImageException extends Exception {

    private static final long serialVersionUID = 1L;

    public ImageException(String message) {
        super(message);
    }

    public ImageException(String message, Throwable cause) {
        super(message, cause);
    }
}

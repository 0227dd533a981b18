package eliq.tensor;

/** A tensor file that cannot be trusted, or native work that cannot be done: names the file, the tensor, the reason. */
public final class TensorException extends Exception {
    private static final long serialVersionUID = 1L;

    public TensorException(String message) {
        super(message);
    }

    public TensorException(String message, Throwable cause) {
        super(message, cause);
    }
}

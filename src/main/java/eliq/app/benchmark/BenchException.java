package eliq.app.benchmark;

/** Something the Benchmark view asked for could not be done; the message is for the user. */
public final class BenchException extends Exception {
    private static final long serialVersionUID = 1L;

    BenchException(Exception cause) {
        super(cause.getMessage(), cause);
    }
}

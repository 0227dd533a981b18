package eliq.benchmark;

/** A rated set, a table of scores or an evaluation that cannot be used: says what was wrong, where, and what to do. */
public final class BenchmarkException extends Exception {
    private static final long serialVersionUID = 1L;

    public BenchmarkException(String message) {
        super(message);
    }

    public BenchmarkException(String message, Throwable cause) {
        super(message, cause);
    }
}

package eliq.report;

/** A result or report could not be written. The message says which file and what to do. */
public final class ReportException extends Exception {

    private static final long serialVersionUID = 1L;

    public ReportException(String message, Throwable cause) {
        super(message, cause);
    }
}

package eliq.cli;

/** The command was called wrongly: says which option or argument, and what it may be. Ends with exit code 2. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}

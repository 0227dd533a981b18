package eliq.hub;

/** A model that cannot be found or fetched: says which, where it was looked for, and what to do. */
public final class HubException extends Exception {
    private static final long serialVersionUID = 1L;

    public HubException(String message) {
        super(message);
    }

    public HubException(String message, Throwable cause) {
        super(message, cause);
    }
}

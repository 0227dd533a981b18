package eliq.hub;

/** A model that cannot be found or fetched: says which, where it was looked for, and what to do. */
public final class HubException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Whether the hub could not be asked, so that a copy from earlier is the best there is. */
    private final boolean unavailable;

    public HubException(String message) {
        this(message, null, false);
    }

    public HubException(String message, Throwable cause) {
        this(message, cause, false);
    }

    private HubException(String message, Throwable cause, boolean unavailable) {
        super(message, cause);
        this.unavailable = unavailable;
    }

    /** The hub gave no answer, or none to this user, which says nothing against what was fetched before. */
    static HubException unavailable(String message, Throwable cause) {
        return new HubException(message, cause, true);
    }

    boolean isUnavailable() {
        return unavailable;
    }
}

package eliq.catalog;

import java.util.Locale;

/** How a job stands. */
public enum JobState {
    /** Waits for its turn. */
    QUEUED,
    /** Some process works on it. */
    RUNNING,
    /** Stopped by the user to be gone on with. */
    PAUSED,
    /** Its process died; can be gone on with. */
    INTERRUPTED,
    DONE,
    FAILED,
    CANCELLED;

    /** Whether nobody waits for it any more and nobody works on it. */
    public boolean ended() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }

    /** Lower-case name, as it stands in files, columns and options. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}

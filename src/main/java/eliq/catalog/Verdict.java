package eliq.catalog;

import java.util.Locale;

/** What a person said of a negative. */
public enum Verdict {
    NONE,
    ACCEPTED,
    REJECTED;

    /** Lower-case name, as it stands in files, columns and options. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package eliq.catalog;

import java.util.Locale;

/** How an image came to be here. */
public enum Origin {
    /** Brought by the user. */
    IMPORTED,
    /** Drawn by a generator for a prompt: a positive, or an AI-specific negative. */
    GENERATED,
    /** Made from another image: a conventional negative. */
    DERIVED;

    /** Lower-case name, as it stands in files, columns and options. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}

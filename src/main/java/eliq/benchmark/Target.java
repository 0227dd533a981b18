package eliq.benchmark;

import java.util.Locale;

/** What is compared: the two headline columns. */
public enum Target {
    /** Visual quality. */
    VISUAL,
    /** Fit to the prompt. */
    ALIGNMENT;

    /** As in keys and options. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As in headings. */
    public String title() {
        return this == VISUAL ? "Visual quality" : "Alignment";
    }
}

package eliq.catalog;

/** What is judged. Technical and aesthetic quality together make the visual score; alignment is of image and prompt. */
public enum Aspect {
    TECHNICAL,
    AESTHETIC,
    ALIGNMENT;

    /** Lower-case name, as it stands in files, columns and options. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}

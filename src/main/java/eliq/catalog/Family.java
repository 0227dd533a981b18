package eliq.catalog;

/** Where a negative comes from: a conventional distortion of a positive, or a failure only a generator makes. */
public enum Family {
    CONVENTIONAL("conventional"),
    AI_SPECIFIC("ai-specific");

    private final String key;

    Family(String key) {
        this.key = key;
    }

    /** The name as it stands in files, columns and options. */
    public String key() {
        return key;
    }
}

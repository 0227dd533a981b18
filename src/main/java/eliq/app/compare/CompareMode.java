package eliq.app.compare;

/** How pictures are set against one another. */
public enum CompareMode {
    SIDE_BY_SIDE("Side by side", "fth-columns", "S"),
    /** One over the other, divided by a line that can be moved. */
    SWIPE("Swipe", "fth-code", "W"),
    /** One in place of the other while a key is held. */
    BLINK("Blink", "fth-eye", "B"),
    /** How far the pixels are apart. */
    DIFFERENCE("Difference", "fth-minus-square", "D"),
    ONE("One", "fth-square", "O");

    private final String title;
    private final String icon;
    private final String key;

    CompareMode(String title, String icon, String key) {
        this.title = title;
        this.icon = icon;
        this.key = key;
    }

    public String title() {
        return title;
    }

    /** Ikonli code. */
    public String icon() {
        return icon;
    }

    /** The letter that chooses it. */
    public String key() {
        return key;
    }
}

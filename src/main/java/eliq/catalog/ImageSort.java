package eliq.catalog;

/**
 * In which order images come; ties in the order in which they were added. Images without the score come last.
 *
 * @param by what
 * @param ascending smallest first
 */
public record ImageSort(Key by, boolean ascending) {

    /** What images are ordered by. */
    public enum Key {
        ADDED("i.added"),
        NAME("i.name COLLATE NOCASE"),
        VISUAL("s.visual"),
        ALIGNMENT("s.alignment");

        private final String column;

        Key(String column) {
            this.column = column;
        }
    }

    /** Newest first. */
    public static final ImageSort NEWEST = new ImageSort(Key.ADDED, false);

    String sql() {
        String direction = ascending ? "ASC" : "DESC";
        boolean score = by == Key.VISUAL || by == Key.ALIGNMENT;
        return by.column + " " + direction + (score ? " NULLS LAST" : "") + ", i.id " + direction;
    }
}

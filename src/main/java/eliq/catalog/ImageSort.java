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
        ALIGNMENT("s.alignment"),
        /** The critic's probability of {@code high} for technical quality. */
        TECHNICAL_HIGH("s.technical_high"),
        /** Likewise for aesthetic quality. */
        AESTHETIC_HIGH("s.aesthetic_high"),
        /** Likewise for alignment. */
        ALIGNMENT_HIGH("s.alignment_high");

        private final String column;

        Key(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }

        boolean isScore() {
            return column.startsWith("s.");
        }
    }

    /** Newest first. */
    public static final ImageSort NEWEST = new ImageSort(Key.ADDED, false);

    /** {@code ORDER BY} this key, then that column for ties. */
    String sql(String tie) {
        String direction = ascending ? " ASC" : " DESC";
        return " ORDER BY " + by.column() + direction + ", " + tie + direction;
    }
}

package eliq.report;

/**
 * One column of a result.
 *
 * @param name key in JSON and header elsewhere
 * @param kind what its cells hold
 * @param decimals shown in a table; CSV and JSON always hold the full number
 */
public record ResultColumn(String name, Kind kind, int decimals) {

    /** What cells hold. */
    public enum Kind {
        TEXT,
        NUMBER,
        TRUTH
    }

    /** A column of texts. */
    public static ResultColumn text(String name) {
        return new ResultColumn(name, Kind.TEXT, 0);
    }

    /** A column of numbers with this many decimals in a table. */
    public static ResultColumn number(String name, int decimals) {
        return new ResultColumn(name, Kind.NUMBER, decimals);
    }

    /** A column of yes and no. */
    public static ResultColumn truth(String name) {
        return new ResultColumn(name, Kind.TRUTH, 0);
    }
}

package eliq.report;

/**
 * A column of results.
 *
 * @param key as it stands in JSON and in the header line of CSV
 * @param title as it stands above a table
 * @param decimals of numbers in a table; CSV and JSON always have all digits
 */
public record Column(String key, String title, int decimals) {

    /** A column of texts or whole numbers. */
    public static Column text(String key, String title) {
        return new Column(key, title, 0);
    }

    /** A column of numbers. */
    public static Column number(String key, String title, int decimals) {
        return new Column(key, title, decimals);
    }
}

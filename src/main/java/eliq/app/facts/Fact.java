package eliq.app.facts;

/**
 * Something known.
 *
 * @param name in a word or two
 * @param value in words, however long
 * @param form how the value is shown
 */
public record Fact(String name, String value, Form form) {

    /** How a value is shown. */
    public enum Form {
        /** Whole, on as many lines as it takes. */
        TEXT,
        /** On one line, shortened in the middle. */
        PATH
    }

    public Fact(String name, String value) {
        this(name, value, Form.TEXT);
    }
}

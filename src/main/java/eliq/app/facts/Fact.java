package eliq.app.facts;

/**
 * Something known.
 *
 * @param name in a word or two
 * @param value in words, however long
 */
public record Fact(String name, String value) {}

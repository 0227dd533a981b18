package eliq.backbone;

/**
 * A stretch of a text. Where it stands is part of it: a short prompt may also stand in the instruction before it.
 *
 * @param start first character
 * @param end the one after its last
 */
public record Quote(int start, int end) {

    public Quote {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException(
                    "a stretch of a text from " + start + " to " + end + " is empty");
        }
    }

    /** The words themselves. */
    public String in(String text) {
        return text.substring(start, end);
    }

    /** The same, refused where the text is too short. */
    Quote within(String text) {
        if (end > text.length()) {
            throw new IllegalArgumentException(
                    "the text '" + text + "' ends before its character " + end);
        }
        return this;
    }
}

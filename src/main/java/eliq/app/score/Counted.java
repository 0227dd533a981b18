package eliq.app.score;

/** Numbers with their nouns. */
final class Counted {
    private Counted() {}

    /** "1 image", "2 images". */
    static String of(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}

package wrong.cli;

/** A command, which may print. */
public final class UsesImage {
    private UsesImage() {}

    public static void print() {
        System.out.println("allowed here");
    }
}

package wrong.image;

/** Looks upwards, and into the root, and so makes a cycle with {@link wrong.cli.UsesImage}. */
final class UsesCli {
    private UsesCli() {}

    static void upwards() {
        wrong.cli.UsesImage.print();
        wrong.Entry.print();
    }
}

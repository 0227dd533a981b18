package wrong.app;

/** Knows the other face. */
final class Window {
    private Window() {}

    static void open() {
        wrong.cli.UsesImage.print();
    }
}

package eliq;

import eliq.app.Desktop;
import eliq.app.LibraryBenchmark;
import eliq.app.Screenshots;
import eliq.cli.CommandLineInterface;
import eliq.cli.Terminal;
import eliq.cli.WindowTools;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** Where the program begins: arguments go to the command line, none open the desktop app. */
public final class Eliq {
    private static final WindowTools WINDOW =
            new WindowTools() {
                @Override
                public int screenshots(Path folder, Consumer<String> say) throws Exception {
                    return Screenshots.take(folder, say);
                }

                @Override
                public Map<String, Double> measureLibrary(int images, Consumer<String> say)
                        throws Exception {
                    return LibraryBenchmark.measure(images, say);
                }

                @Override
                public void openOnce(Path home, boolean onScreen) throws Exception {
                    Desktop.openOnce(home, onScreen);
                }
            };

    private Eliq() {}

    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            Desktop.open();
            return;
        }
        System.exit(new CommandLineInterface(Terminal.ofProcess(), WINDOW).run(arguments));
    }
}

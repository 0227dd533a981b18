package eliq;

import eliq.app.Desktop;
import eliq.cli.CommandLineInterface;
import eliq.cli.Terminal;

/** Where the program begins: arguments go to the command line, none open the desktop app. */
public final class Eliq {
    private Eliq() {}

    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            Desktop.open();
            return;
        }
        System.exit(new CommandLineInterface(Terminal.ofProcess()).run(arguments));
    }
}

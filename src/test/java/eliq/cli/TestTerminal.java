package eliq.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Captured streams and a clock that is moved by hand. */
final class TestTerminal {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final boolean interactive;
    private final Map<String, String> environment;
    private long nanos;

    TestTerminal(boolean interactive) {
        this(interactive, Map.of());
    }

    TestTerminal(boolean interactive, Map<String, String> environment) {
        this.interactive = interactive;
        this.environment = environment;
    }

    Terminal terminal() {
        return new Terminal(
                new PrintWriter(out),
                new PrintWriter(err, true),
                interactive,
                environment,
                Path.of("."),
                () -> nanos);
    }

    int run(String... arguments) {
        return new CommandLineInterface(terminal()).run(arguments);
    }

    void sleep(double seconds) {
        nanos += Math.round(seconds * 1e9);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    List<String> errLines() {
        return err().lines().toList();
    }
}

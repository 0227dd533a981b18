package eliq.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What a command may touch of the process it runs in.
 *
 * @param out results, and nothing else
 * @param err progress and messages
 * @param interactive whether a person watches: a progress bar may redraw its line
 * @param environment variables
 * @param userHome the user's folder
 * @param nanoTime a clock that only moves forward, in nanoseconds
 */
public record Terminal(
        PrintWriter out,
        PrintWriter err,
        boolean interactive,
        Map<String, String> environment,
        Path userHome,
        LongSupplier nanoTime) {

    public Terminal {
        environment = Map.copyOf(environment);
    }

    /** The process's own streams. Redirected results are UTF-8 everywhere; on a screen they are in its encoding. */
    public static Terminal ofProcess() {
        boolean screen = System.console() != null && System.console().isTerminal();
        boolean dumb = "dumb".equals(System.getenv("TERM"));
        Charset charset = screen ? System.out.charset() : StandardCharsets.UTF_8;
        return new Terminal(
                new PrintWriter(new OutputStreamWriter(System.out, charset), false),
                new PrintWriter(new OutputStreamWriter(System.err, System.err.charset()), true),
                screen && !dumb,
                System.getenv(),
                Path.of(System.getProperty("user.home")),
                System::nanoTime);
    }
}

package eliq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window itself is opened by the first start of the app image: a JVM can start JavaFX only once. */
class CheckCommandTest {
    @TempDir Path home;
    private final TestTerminal t = new TestTerminal(false);

    private int check(WindowTools window, String... arguments) {
        String[] all = new String[arguments.length + 5];
        all[0] = "check";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[all.length - 4] = "--format";
        all[all.length - 3] = "csv";
        all[all.length - 2] = "--home";
        all[all.length - 1] = home.toString();
        return new CommandLineInterface(t.terminal(), window).run(all);
    }

    /** A desktop that opens, or says why not. */
    private record ScriptedWindow(String fault) implements WindowTools {
        @Override
        public int screenshots(Path folder, Consumer<String> say) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, Double> measureLibrary(int images, Consumer<String> say) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void openOnce(Path home, boolean onScreen) throws IOException {
            if (!fault.isEmpty()) {
                throw new IOException(fault);
            }
        }
    }

    @Test
    void theShippedScorerScoresAPaintedPicture() {
        assertEquals(0, check(new ScriptedWindow(""), "scorer"), t.err() + t.out());
        assertTrue(t.out().contains("scorer,ok,"), t.out());
        assertFalse(t.out().contains("window"), t.out());
    }

    @Test
    void aFaultOfOnePartIsSaidAndTheOtherIsStillChecked() {
        int code = check(new ScriptedWindow("no window system"), "window", "scorer");
        assertEquals(1, code, t.err() + t.out());
        assertTrue(t.out().contains("window,no window system.,"), t.out());
        assertTrue(t.out().contains("scorer,ok,"), t.out());
    }

    @Test
    void aPartHasOneNameInEveryFormat() {
        CommandLineInterface program =
                new CommandLineInterface(t.terminal(), new ScriptedWindow(""));
        String[] line = {"check", "window", "--format", "json", "--home", home.toString()};
        int code = program.run(line);
        assertEquals(0, code, t.err() + t.out());
        assertTrue(t.out().contains("\"part\":\"window\""), t.out());
    }

    @Test
    void anUnknownPartIsWrongUsage() {
        assertEquals(2, t.run("check", "printer"));
        assertTrue(t.err().contains("printer"), t.err());
    }
}

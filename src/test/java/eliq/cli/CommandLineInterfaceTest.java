package eliq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CommandLineInterfaceTest {
    private final TestTerminal t = new TestTerminal(false);

    @Test
    void helpGoesToTheStandardOutputWithExamplesAndExitsWithZero() {
        assertEquals(0, t.run("--help"));
        assertTrue(t.out().contains("Examples:"), t.out());
        assertEquals("", t.err());
    }

    @Test
    void anUnknownOptionIsWrongUsage() {
        assertEquals(2, t.run("--colour"));
        assertTrue(t.err().contains("eliq: Unknown option: '--colour'."), t.err());
        assertTrue(t.err().contains("--help"), t.err());
        assertEquals("", t.out());
    }

    @Test
    void theVersionIsSaid() {
        assertEquals(0, t.run("--version"));
        assertTrue(t.out().startsWith("ELIQ Workbench "), t.out());
    }
}

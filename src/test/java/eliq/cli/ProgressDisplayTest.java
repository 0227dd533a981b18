package eliq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ProgressDisplayTest {

    @Test
    void workOfUpToTwoSecondsShowsNothing() {
        for (boolean interactive : new boolean[] {true, false}) {
            TestTerminal t = new TestTerminal(interactive);
            try (ProgressDisplay display = new ProgressDisplay(t.terminal(), false)) {
                display.update("scoring", 0, 10, "");
                t.sleep(1.9);
                display.update("scoring", 10, 10, "");
            }
            assertEquals("", t.err());
        }
    }

    @Test
    void onATerminalABarRedrawsItsLineWithRateAndTimeLeft() {
        TestTerminal t = new TestTerminal(true);
        try (ProgressDisplay display = new ProgressDisplay(t.terminal(), false)) {
            display.update("scoring", 0, 100, "");
            t.sleep(10);
            display.update("scoring", 25, 100, "kodim01.png");
        }
        assertEquals(
                "\r\u001b[Kscoring [######------------------] 25 of 100 (25%), 2.5/s, 0:30 left · kodim01.png\r\u001b[K",
                t.err());
    }

    @Test
    void elsewhereAPlainLineComesEveryTenSeconds() {
        TestTerminal t = new TestTerminal(false);
        try (ProgressDisplay display = new ProgressDisplay(t.terminal(), false)) {
            for (int i = 0; i <= 30; i++) {
                display.update("training", i, 3000, "");
                t.sleep(1);
            }
        }
        assertEquals(3, t.errLines().size(), t.err());
        assertEquals("training 10 of 3000 (0%), 1.0/s, 49:50 left", t.errLines().getFirst());
    }

    @Test
    void aResumedStageIsNotCreditedWithWhatWasDoneBefore() {
        TestTerminal t = new TestTerminal(false);
        try (ProgressDisplay display = new ProgressDisplay(t.terminal(), false)) {
            display.update("training", 900, 1000, "");
            t.sleep(10);
            display.update("training", 910, 1000, "");
        }
        assertTrue(t.err().contains("1.0/s, 1:30 left"), t.err());
    }

    @Test
    void quietShowsNeitherProgressNorRemarksButErrors() {
        TestTerminal t = new TestTerminal(false);
        try (ProgressDisplay display = new ProgressDisplay(t.terminal(), true)) {
            display.update("training", 0, 1000, "");
            t.sleep(60);
            display.update("training", 910, 1000, "");
            display.say("by the way");
            display.complain("broken.png: not an image");
        }
        assertEquals("broken.png: not an image\n", t.err());
    }

    @Test
    void longTimesAreGivenInHours() {
        assertEquals("0:07", ProgressDisplay.duration(7.2));
        assertEquals("2:03:04", ProgressDisplay.duration(2 * 3600 + 184));
    }
}

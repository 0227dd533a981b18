package eliq.app.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void aNumberThatRoundsToZeroHasNoMinus() {
        assertFalse(Words.fixed(-0.001, 2).startsWith("−"));
        assertTrue(Words.fixed(-0.01, 2).startsWith("−"));
        assertTrue(Words.signed(-0.001, 2).startsWith("+"));
        assertTrue(Words.signed(-0.01, 2).startsWith("−"));
    }

    @Test
    void anEvaluationIsToldByItsSetAShortDateAndWhatElseItHas() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.US);
        try {
            PastRun run =
                    new PastRun(
                            3,
                            PastRun.Kind.EVALUATION,
                            "waves",
                            "2 methods",
                            Instant.parse("2026-11-15T12:00:00Z"));
            assertTrue(run.brief().matches("waves · 11/1[456]/26, \\S+"), run.brief());
            assertEquals(run.brief() + " · 2 methods", run.toString());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void whatIsNoNumberIsADash() {
        assertEquals("–", Words.fixed(Double.NaN, 2));
        assertEquals("–", Words.signed(Double.NaN, 2));
    }
}

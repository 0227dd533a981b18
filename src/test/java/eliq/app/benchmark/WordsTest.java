package eliq.app.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    void whatIsNoNumberIsADash() {
        assertEquals("–", Words.fixed(Double.NaN, 2));
        assertEquals("–", Words.signed(Double.NaN, 2));
    }
}

package eliq.app.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class DecimalsTest {
    @Test
    void aNumberHasTwoDecimalsAndATrueMinus() {
        assertEquals("−5.88", Decimals.two(OptionalDouble.of(-5.876)));
        assertEquals("2.27", Decimals.two(OptionalDouble.of(2.27)));
        assertEquals("+0.49", Decimals.signed(OptionalDouble.of(0.49)));
        assertEquals("−0.01", Decimals.signed(OptionalDouble.of(-0.006)));
    }

    @Test
    void whatIsShownAsNothingHasNoSign() {
        assertEquals("0.00", Decimals.two(OptionalDouble.of(-0.001)));
        assertEquals("0.00", Decimals.signed(OptionalDouble.of(-0.004)));
        assertEquals("0.00", Decimals.signed(OptionalDouble.of(0.004)));
    }

    @Test
    void anExactNumberHasTheDigitsThatItIsWorthAndTheMarksOfTheLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertEquals("0,0041", Decimals.exact(0.0041, 7));
            assertEquals("−0,4123457", Decimals.exact(-0.41234567, 7));
            assertEquals("123457", Decimals.exact(123456.78, 4));
            assertEquals("3", Decimals.exact(3, 7));
            assertEquals("–", Decimals.exact(Double.NaN, 7));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aNumberThatIsNotThereIsADash() {
        assertEquals("–", Decimals.two(OptionalDouble.empty()));
        assertEquals("–", Decimals.signed(OptionalDouble.empty()));
    }
}

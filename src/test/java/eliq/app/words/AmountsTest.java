package eliq.app.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AmountsTest {
    private final Locale before = Locale.getDefault();

    @BeforeEach
    void speakEnglish() {
        Locale.setDefault(Locale.US);
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    @Test
    void modelsOfEverySizeAreSaidInOneUnit() {
        assertEquals("9.30 million", Amounts.millions(9_300_000));
        assertEquals("0.83 million", Amounts.millions(826_502));
        assertEquals("2,130.00 million", Amounts.millions(2_130_000_000L));
        assertEquals("18.7 MB", Amounts.megabytes(18_700_000));
        assertEquals("0.8 MB", Amounts.megabytes(753_900));
        assertEquals("4,260.0 MB", Amounts.megabytes(4_260_000_000L));
    }

    @Test
    void whatIsThereIsNeverSaidToBeNothing() {
        assertEquals("< 0.01 million", Amounts.millions(300));
        assertEquals("< 0.1 MB", Amounts.megabytes(12_000));
    }
}

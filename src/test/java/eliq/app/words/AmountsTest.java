package eliq.app.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
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
    void timesOfSeveralAddUpToWhatIsSaidOfThemTogether() {
        Duration one = Duration.ofMillis(2_510);
        assertEquals("2.5 s", Amounts.closely(one));
        assertEquals("15 s", Amounts.closely(one.multipliedBy(6)));
        assertEquals("10 s", Amounts.closely(Duration.ofMillis(9_970)));
        assertEquals("2.5 min", Amounts.closely(Duration.ofSeconds(150)));
        assertEquals("15 min", Amounts.closely(Duration.ofSeconds(900)));
        assertEquals("3 h 20 min", Amounts.closely(Duration.ofMinutes(200)));
    }

    @Test
    void onlyWhatIsNotThereIsSaidToBeNothing() {
        assertEquals("< 0.01 million", Amounts.millions(300));
        assertEquals("0.00 million", Amounts.millions(0));
        assertEquals("< 0.1 MB", Amounts.megabytes(12_000));
        assertEquals("0.0 MB", Amounts.megabytes(0));
        assertEquals("< 0.1 s", Amounts.closely(Duration.ofMillis(20)));
    }
}

package eliq.pairs.degrade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.image.Pixels;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JpegNoiseScheduleTest {
    private static final Pixels PICTURE = TestPictures.natural(128, 96);

    private static JpegNoiseSchedule named(String name) {
        return JpegNoiseSchedule.named(name).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"standard", "mild", "generations", "compression", "noise"})
    void everyScheduleGetsWorseWithStrength(String name) {
        double before = Double.POSITIVE_INFINITY;
        for (double strength : new double[] {0, 0.25, 0.5, 0.75, 1}) {
            Pixels worse = named(name).at(strength, 4).apply(PICTURE);
            double psnr = Difference.psnr(PICTURE, worse);
            assertTrue(psnr < before, name + " at " + strength + ": " + psnr);
            before = psnr;
        }
    }

    @Test
    void theySpoilWhatTheirNamesSay() {
        assertEquals(0, named("compression").at(1, 4).sigma());
        assertTrue(named("noise").at(1, 4).qualities().getLast() >= 60);
        assertEquals(6, named("generations").at(0.5, 4).qualities().size());
        assertTrue(
                Difference.psnr(PICTURE, named("mild").at(1, 4).apply(PICTURE))
                        > Difference.psnr(PICTURE, named("standard").at(1, 4).apply(PICTURE)) + 3);
    }

    @Test
    void aScheduleOfOnesOwnIsCheckedAndUsed() {
        JpegNoiseSchedule own = new JpegNoiseSchedule("own", 3, 50, 50, 1.21, 4, 4, 0);
        assertEquals(
                new RepeatedJpegNoise(List.of(61, 55, 50), 4, own.at(1, 8).noiseSeed()),
                own.at(1, 8));
        assertThrows(
                IllegalArgumentException.class,
                () -> new JpegNoiseSchedule("own", 0, 50, 50, 1, 4, 4, 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> new JpegNoiseSchedule("own", 2, 5, 50, 1, 4, 4, 0));
    }
}

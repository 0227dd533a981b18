package eliq.pairs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.pairs.degrade.JpegNoiseSchedule;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrengthScheduleTest {

    private static PairSettings settings(StrengthSchedule schedule, int count) {
        return PairSettings.of(1)
                .with(NegativeKind.DISTORTED, count)
                .with(schedule, JpegNoiseSchedule.STANDARD);
    }

    private static double mean(StrengthSchedule schedule) {
        PairSettings settings = settings(schedule, 1);
        return IntStream.range(0, 1000)
                .mapToDouble(i -> settings.strength(NegativeKind.DISTORTED, 0, (i + 0.5) / 1000))
                .average()
                .orElseThrow();
    }

    @Test
    void aLadderRisesEvenlyWhateverTheChance() {
        PairSettings settings = settings(StrengthSchedule.LADDER, 3);
        assertArrayEquals(
                new double[] {0.3, 0.65, 1},
                IntStream.range(0, 3)
                        .mapToDouble(i -> settings.strength(NegativeKind.DISTORTED, i, 0.9))
                        .toArray(),
                1e-12);
        assertEquals(
                0.65,
                settings(StrengthSchedule.LADDER, 1).strength(NegativeKind.DISTORTED, 0, 0.1),
                1e-12);
    }

    @Test
    void mildAndSevereLeanToTheirSidesWithinTheRange() {
        assertEquals(0.65, mean(StrengthSchedule.UNIFORM), 1e-6);
        assertEquals(0.3 + 0.7 / 3, mean(StrengthSchedule.MILD), 1e-3);
        assertEquals(1 - 0.7 / 3, mean(StrengthSchedule.SEVERE), 1e-3);
        for (StrengthSchedule schedule : StrengthSchedule.values()) {
            for (double chance : new double[] {0, 0.5, 1}) {
                double strength = settings(schedule, 2).strength(NegativeKind.DISTORTED, 1, chance);
                assertTrue(strength >= 0.3 && strength <= 1, schedule + " " + strength);
            }
        }
    }
}

package eliq.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ProgressMeterTest {
    private long seconds;
    private final ProgressMeter meter =
            new ProgressMeter(() -> Duration.ofSeconds(seconds).toNanos());

    @Test
    void nothingIsForetoldBeforeAnythingWasDone() {
        Progress start = at(0, 0, 100);
        assertEquals(OptionalDouble.empty(), start.perSecond());
        assertEquals(Optional.empty(), start.remaining());
        assertEquals(OptionalDouble.of(0), start.fraction());
        assertEquals(OptionalDouble.empty(), at(5, 0, 100).perSecond());
    }

    @Test
    void rateAndTimeLeftFollowTheCounts() {
        at(0, 0, 100);
        Progress later = at(10, 20, 100);
        assertEquals(OptionalDouble.of(2), later.perSecond());
        assertEquals(Optional.of(Duration.ofSeconds(40)), later.remaining());
        assertEquals(OptionalDouble.of(0.2), later.fraction());
        assertEquals(Duration.ofSeconds(10), later.elapsed());
        assertFalse(later.complete());
        assertTrue(at(11, 100, 100).complete());
    }

    @Test
    void whatAnEarlierAttemptDidIsNotCountedAsSpeed() {
        at(0, 90, 100);
        Progress later = at(10, 95, 100);
        assertEquals(OptionalDouble.of(0.5), later.perSecond());
        assertEquals(Optional.of(Duration.ofSeconds(10)), later.remaining());
    }

    @Test
    void aChangeOfSpeedShowsWithinHalfAMinute() {
        for (int i = 0; i <= 100; i++) {
            at(i, i, 10_000);
        }
        Progress last = null;
        for (int i = 1; i <= 40; i++) {
            last = at(100 + i, 100 + 10L * i, 10_000);
        }
        assertEquals(10, last.perSecond().orElseThrow(), 0.01);
    }

    @Test
    void aNewStageStartsANewClock() {
        at(0, 0, 10);
        at(5, 10, 10);
        Progress next = meter.update("Training", 0, 0);
        assertEquals(Duration.ZERO, next.elapsed());
        assertEquals(OptionalDouble.empty(), next.perSecond());
        seconds = 7;
        Progress unknown = meter.update("Training", 4, 0);
        assertEquals(OptionalDouble.of(2), unknown.perSecond());
        assertEquals(Optional.empty(), unknown.remaining());
        assertEquals(OptionalDouble.empty(), unknown.fraction());
    }

    private Progress at(long second, long done, long total) {
        seconds = second;
        return meter.update("Painting", done, total);
    }
}

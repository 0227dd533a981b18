package eliq.app.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobTimesTest {
    private static final String START = "2026-11-25T20:00:00Z started by ELIQ Workbench";

    private static Optional<Duration> worked(String... log) {
        return JobTimes.of(List.of(log)).worked();
    }

    @Test
    void aJobBeganWhenItWasStartedNotWhenItWasAskedFor() {
        assertEquals(
                Optional.of(Instant.parse("2026-11-25T20:00:00Z")),
                JobTimes.of(List.of(START, "2026-11-25T20:00:09Z done")).begun());
    }

    @Test
    void attemptsAreSummedAndWhatLiesBetweenThemIsNot() {
        assertEquals(
                Optional.of(Duration.ofSeconds(14)),
                worked(
                        START,
                        "2026-11-25T20:00:09Z paused",
                        "2026-11-25T23:00:00Z resumed by ELIQ Workbench",
                        "2026-11-25T23:00:05Z done"));
    }

    @Test
    void whenACrashEndedAnAttemptNobodyKnowsHowLongItTook() {
        assertEquals(
                Optional.empty(),
                worked(
                        START,
                        "2026-11-25T23:00:00Z resumed by ELIQ Workbench",
                        "2026-11-25T23:00:05Z done"));
    }

    @Test
    void whileAJobRunsAndWhereThereIsNoLogThereIsNoTime() {
        assertEquals(Optional.empty(), worked(START, "2026-11-25T20:00:04Z 38 questions"));
        assertEquals(new JobTimes(Optional.empty(), Optional.empty()), JobTimes.of(List.of()));
    }

    @Test
    void linesOfAMessageThatLookLikeAnEndDoNotCount() {
        assertEquals(
                Optional.of(Duration.ofSeconds(9)),
                worked(
                        START,
                        "done",
                        "2026-11-25T20:00:04Z well done",
                        "2026-11-25T20:00:09Z done"));
    }
}

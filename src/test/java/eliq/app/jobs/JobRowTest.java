package eliq.app.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.catalog.JobRecord;
import eliq.catalog.JobState;
import eliq.job.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobRowTest {

    @ParameterizedTest
    @CsvSource({
        "/home/mine/my pictures/cut-off.png: has a header but no rows,cut-off.png: has a header but no rows",
        "C:\\my pictures\\cut-off.png: has a header but no rows,cut-off.png: has a header but no rows",
        "cut-off.png: has a header but no rows,cut-off.png: has a header but no rows",
        "the disk is full: 3 MB/s at last,the disk is full: 3 MB/s at last",
        "/w/runs/a.jsonl cannot be used (/w/runs/a.jsonl); is it yours?,a.jsonl cannot be used (/w/runs/a.jsonl); is it yours?",
        "/w/a.png is not in /w/set of them/images,a.png is not in /w/set of them/images",
        "/w/a.csv has no column name/file,a.csv has no column name/file",
        "/w/Pictures (old)/this is/a.png: is cut off,a.png: is cut off",
        "C:\\w\\a.jsonl cannot be used (C:\\w\\a.jsonl); is it yours?,a.jsonl cannot be used (C:\\w\\a.jsonl); is it yours?"
    })
    void aFailureInTheListBeginsWithTheFilesNameAndIsWholeElsewhere(String error, String inList) {
        JobRow row = row(JobState.FAILED, Optional.of(error));
        assertEquals(inList, row.summary());
        assertEquals(error, row.standing());
    }

    @Test
    void whatIsDoneIsNotSaidToHaveStoppedBeforeWhereNobodyWroteItsTimeDown() {
        assertEquals(
                Optional.of("How long it took was not written down"),
                row(JobState.DONE, Optional.empty()).untimed());
        assertEquals(
                Optional.of("It did not come to its end"),
                row(JobState.FAILED, Optional.of("No such file.")).untimed());
        assertEquals(Optional.empty(), row(JobState.PAUSED, Optional.empty()).untimed());
        assertEquals(Optional.empty(), took(Duration.ofSeconds(4)).untimed());
    }

    @Test
    void howAJobStandsGoesOnInTheSentenceThatItsStateBegins() {
        assertEquals("paused: reading", row(JobState.PAUSED, Optional.empty()).sentence());
        assertEquals("done: took 4 s", took(Duration.ofSeconds(4)).sentence());
        assertEquals("failed", row(JobState.FAILED, Optional.of("No such file.")).sentence());
        assertEquals("Reading", row(JobState.PAUSED, Optional.empty()).standing());
        assertEquals("Took 4 s", took(Duration.ofSeconds(4)).standing());
    }

    private static JobRow took(Duration time) {
        JobRow done = row(JobState.DONE, Optional.empty());
        return new JobRow(done.job(), done.progress(), Optional.of(time));
    }

    @Test
    void whatCameToAnEndIsOverAndWhatCanGoOnIsNot() {
        for (JobState state : JobState.values()) {
            boolean over = row(state, Optional.empty()).over();
            switch (state) {
                case DONE, FAILED, CANCELLED -> assertTrue(over, state.key());
                case QUEUED, RUNNING, PAUSED, INTERRUPTED -> assertFalse(over, state.key());
            }
        }
    }

    private static JobRow row(JobState state, Optional<String> error) {
        return new JobRow(
                new JobRecord(
                        7,
                        "import-ratings",
                        "{}",
                        state,
                        JobRecord.Request.NONE,
                        "Reading",
                        0,
                        0,
                        "",
                        Path.of("runs"),
                        Optional.empty(),
                        1,
                        OptionalLong.empty(),
                        Optional.empty(),
                        error,
                        Instant.EPOCH,
                        Instant.EPOCH),
                Optional.<Progress>empty(),
                Optional.empty());
    }
}

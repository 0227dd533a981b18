package eliq.app.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.catalog.JobRecord;
import eliq.catalog.JobState;
import eliq.job.Progress;
import java.nio.file.Path;
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
        "/w/runs/a.jsonl cannot be used (/w/runs/a.jsonl); is it yours?,a.jsonl cannot be used (/w/runs/a.jsonl); is it yours?"
    })
    void aFailureInTheListBeginsWithTheFilesNameAndIsWholeElsewhere(String error, String inList) {
        JobRow row = row(JobState.FAILED, Optional.of(error));
        assertEquals(inList, row.summary());
        assertEquals(error, row.standing());
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

package eliq.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RunRecordsTest {

    @Test
    void whatCameOfARunIsToldWithoutThePlaceWhereItLies() {
        assertEquals(
                "12 steps, loss 1.446 to 0.262",
                RunRecords.withoutPlace("12 steps, loss 1.446 to 0.262; in /models/a critic"));
        assertEquals(
                "stopped; the state of step 288 is kept",
                RunRecords.withoutPlace("stopped; the state of step 288 is kept in /runs/1/state"));
        assertEquals("Cancelled.", RunRecords.withoutPlace("Cancelled."));
    }
}

package eliq.app.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class JobCountsTest {
    @Test
    void aResultIsSaidInItsCounts() {
        assertEquals(
                "4 tuples, 24 negatives",
                JobCounts.of("{\"setId\":1,\"tuples\":4,\"negatives\":24,\"skipped\":[]}"));
        assertEquals(
                "12 steps, 24 training images",
                JobCounts.of(
                        "{\"steps\":12,\"firstLoss\":0.7,\"trainingImages\":24,\"trainingSamples\":38}"));
    }

    @Test
    void oneIsSaidInTheSingularAndNoneIsLeftOut() {
        assertEquals("1 tuple", JobCounts.of("{\"tuples\":1,\"negatives\":0}"));
    }

    @Test
    void whatWentWrongIsSaidToo() {
        assertEquals(
                "15 scored, 1 failed", JobCounts.of("{\"scored\":15,\"failed\":1,\"rows\":\"x\"}"));
    }

    @Test
    void aResultWithoutCountsSaysNothing() {
        assertEquals("", JobCounts.of("{\"directory\":\"/models/my-critic\"}"));
        assertEquals("", JobCounts.of("no JSON"));
    }
}

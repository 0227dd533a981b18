package eliq.hub;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a pull does with hubs, proxies and disks that do not do what they should. */
@Timeout(300)
class DownloadTroubleTest {
    private static final String WEIGHTS = "model.safetensors";

    @TempDir Path root;
    private PullFixture f;
    private String commit;

    @BeforeEach
    void start() throws Exception {
        f = new PullFixture(root);
        commit = f.publish();
    }

    @AfterEach
    void stop() {
        f.close();
    }

    private void assertWeightsAreWhole() throws Exception {
        assertArrayEquals(f.weights, Files.readAllBytes(f.file(commit, WEIGHTS)));
        assertEquals(List.of(), f.parts());
    }

    private void assertSays(String message, String... parts) {
        for (String part : parts) {
            assertTrue(message.contains(part), message);
        }
        assertFalse(Files.exists(f.file(commit, WEIGHTS)), "nothing under its name");
    }

    @Test
    void aConnectionCutInTheMiddleIsGoneOnWithFromThere() throws Exception {
        f.hub.storageFault(WEIGHTS, 1, TestHub.cutOffAfter(100_000));
        f.hub.storageFault(WEIGHTS, 1, TestHub.cutOffAfter(50_000));
        f.pull(PullFixture.MODEL);
        assertWeightsAreWhole();
        assertEquals(List.of("", "bytes=100000-", "bytes=150000-"), f.hub.ranges());
    }

    @Test
    void aConnectionCutAgainAndAgainWithoutProgressEndsAndKeepsWhatCame() throws Exception {
        f.hub.storageFault(WEIGHTS, 1, TestHub.cutOffAfter(100_000));
        f.hub.storageFault(WEIGHTS, 100, TestHub.cutOffAfter(0));
        assertSays(f.refusal(PullFixture.MODEL), WEIGHTS, "org/tiny", "100000 of 3", "are kept");
        assertEquals(100_000, Files.size(f.parts().getFirst()));
        assertEquals(
                List.of(1L, 2L, 4L, 8L, 8L),
                f.waits.stream().map(Duration::toSeconds).filter(s -> s > 0).toList());

        f.hub.clearFaults();
        f.pull(PullFixture.MODEL);
        assertWeightsAreWhole();
        assertEquals("bytes=100000-", f.hub.ranges().getLast());
    }

    @Test
    void aConnectionThatStandsStillIsBrokenOffAndGoneOnWith() throws Exception {
        f.patience = Duration.ofSeconds(1);
        f.hub.storageFault(
                WEIGHTS,
                1,
                (exchange, content) -> {
                    exchange.sendResponseHeaders(200, content.length);
                    exchange.getResponseBody().write(content, 0, 70_000);
                    exchange.getResponseBody().flush();
                    Thread.sleep(20_000);
                    return true;
                });
        f.pull(PullFixture.MODEL);
        assertWeightsAreWhole();
        assertEquals(List.of("", "bytes=70000-"), f.hub.ranges().stream().distinct().toList());
    }

    @Test
    void aServerThatIgnoresTheRangeAndSendsAllIsTakenFromTheBeginning() throws Exception {
        f.hub.storageFault(WEIGHTS, 1, TestHub.cutOffAfter(100_000));
        f.hub.storageFault(
                WEIGHTS,
                1,
                (exchange, content) -> {
                    TestHub.send(exchange, 200, content);
                    return true;
                });
        f.pull(PullFixture.MODEL);
        assertWeightsAreWhole();
    }

    @Test
    void aServerThatSendsAnotherRangeThanAskedForIsNotBelieved() throws Exception {
        f.hub.storageFault(WEIGHTS, 1, TestHub.cutOffAfter(100_000));
        f.hub.storageFault(
                WEIGHTS,
                1,
                (exchange, content) -> {
                    exchange.getResponseHeaders()
                            .set("Content-Range", "bytes 0-99/" + content.length);
                    TestHub.send(exchange, 206, Arrays.copyOf(content, 100));
                    return true;
                });
        f.pull(PullFixture.MODEL);
        assertWeightsAreWhole();
    }

    @Test
    void aFileThatComesDamagedIsFetchedOnceMore() throws Exception {
        f.hub.storageFault(WEIGHTS, 1, DownloadTroubleTest::damaged);
        f.pull(PullFixture.MODEL);
        assertWeightsAreWhole();
    }

    @Test
    void aFileWhoseChecksumIsWrongTwiceNeverAppearsUnderItsName() throws Exception {
        f.hub.storageFault(WEIGHTS, 100, DownloadTroubleTest::damaged);
        assertSays(
                f.refusal(PullFixture.MODEL),
                WEIGHTS,
                "org/tiny",
                "damaged, twice",
                TestHub.sha256(f.weights));
        assertEquals(List.of(), f.parts());
        assertEquals(2, f.hub.ranges().size());
    }

    @Test
    void aSmallFileIsHeldToItsGitDigest() {
        f.hub.hubFault("/config.json", 100, DownloadTroubleTest::damaged);
        String message = f.refusal(PullFixture.MODEL);
        assertTrue(message.contains("config.json of repository org/tiny came damaged"), message);
        assertTrue(message.contains("git digest"), message);
        assertFalse(Files.exists(f.file(commit, "config.json")), "nothing under its name");
    }

    private static boolean damaged(HttpExchange exchange, byte[] content) throws Exception {
        byte[] other = content.clone();
        other[other.length / 2] ^= 1;
        exchange.getResponseHeaders().set("X-Repo-Commit", String.format("%040x", 1));
        TestHub.send(exchange, 200, other);
        return true;
    }

    @Test
    void aPartThatWasDamagedOnDiskIsFoundByItsChecksumAndFetchedAnew() throws Exception {
        f.hub.storageFault(WEIGHTS, 1, TestHub.cutOffAfter(100_000));
        f.hub.storageFault(WEIGHTS, 100, TestHub.cutOffAfter(0));
        f.refusal(PullFixture.MODEL);
        Files.write(f.parts().getFirst(), new byte[100_000]);
        f.hub.clearFaults();
        f.pull(PullFixture.MODEL);
        assertWeightsAreWhole();
    }

    @Test
    void aLengthThatIsNotTheListedOneIsRefusedBeforeAnythingIsKept() {
        f.hub.storageFault(
                WEIGHTS,
                100,
                (exchange, content) -> {
                    TestHub.send(exchange, 200, Arrays.copyOf(content, 1000));
                    return true;
                });
        assertSays(f.refusal(PullFixture.MODEL), WEIGHTS, "should have 3", "1000 bytes are sent");
    }

    @Test
    void aServerThatSendsMoreThanTheListedLengthIsStopped() {
        f.hub.storageFault(
                WEIGHTS,
                100,
                (exchange, content) -> {
                    exchange.sendResponseHeaders(200, 0);
                    for (int i = 0; i < 20; i++) {
                        exchange.getResponseBody().write(content);
                    }
                    return true;
                });
        assertSays(f.refusal(PullFixture.MODEL), WEIGHTS, "but more are sent");
    }

    @Test
    void aServerThatEndsEarlyWithoutSayingSoIsGoneOnWith() throws Exception {
        f.hub.storageFault(
                WEIGHTS,
                1,
                (exchange, content) -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write(content, 0, 1000);
                    return true;
                });
        f.pull(PullFixture.MODEL);
        assertWeightsAreWhole();
        assertEquals(List.of("", "bytes=1000-"), f.hub.ranges());
    }

    @Test
    void aFileThatChangedBetweenTwoAttemptsIsNotAppendedToTheOldOne() throws Exception {
        f.hub.storageFault(WEIGHTS, 1, TestHub.cutOffAfter(100_000));
        f.hub.storageFault(WEIGHTS, 100, TestHub.cutOffAfter(0));
        f.refusal(PullFixture.MODEL);
        f.hub.clearFaults();
        byte[] changed = PullFixture.weights(root, 2);
        String second = f.hub.commit(2, PullFixture.small("second"), Map.of(WEIGHTS, changed));

        f.pull(PullFixture.MODEL);
        assertArrayEquals(changed, Files.readAllBytes(f.file(second, WEIGHTS)));
        assertEquals("", f.hub.ranges().getLast());
    }

    @Test
    void aFileWhoseETagIsNotTheListedDigestIsRefused() {
        f.hub.hubFault(
                "/resolve/",
                100,
                (exchange, content) -> {
                    exchange.getResponseHeaders().set("X-Repo-Commit", commit);
                    exchange.getResponseHeaders().set("ETag", "\"" + "ab".repeat(32) + "\"");
                    exchange.getResponseHeaders()
                            .set("X-Linked-Etag", "\"" + "ab".repeat(32) + "\"");
                    return content.length < 1000 ? false : sent(exchange, content);
                });
        assertSays(f.refusal(PullFixture.MODEL), WEIGHTS, "is not the file", "changed meanwhile");
    }

    private static boolean sent(HttpExchange exchange, byte[] content) throws Exception {
        TestHub.send(exchange, 200, content);
        return true;
    }

    @Test
    void aFileThatWasDamagedInTheCacheIsFetchedAgainOnRequest() throws Exception {
        f.pull(PullFixture.MODEL);
        Path blob = f.file(commit, WEIGHTS).toRealPath();
        byte[] other = f.weights.clone();
        other[5000] ^= 1;
        Files.write(blob, other);
        assertEquals(0, f.pull(PullFixture.MODEL).fetched(), "its length is right");

        TestContext context = f.context();
        f.pull(new PullModel(PullFixture.MODEL, List.of(), true), context);
        assertWeightsAreWhole();
        assertTrue(
                context.messages.contains(
                        "model.safetensors is damaged here; it is fetched again."));
    }

    @Test
    void aBlobThatWasEmptiedIsFetchedAgain() throws Exception {
        f.pull(PullFixture.MODEL);
        Files.write(f.file(commit, WEIGHTS).toRealPath(), new byte[0]);
        f.pull(PullFixture.MODEL);
        assertWeightsAreWhole();
    }
}

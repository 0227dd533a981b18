package eliq.hub;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
@Timeout(60)
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

    private static TestHub.Fault refuse(int status, String code, String message) {
        return (exchange, content) -> TestHub.fail(exchange, status, code, message);
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
        f.patience = Duration.ofMillis(300);
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
        assertEquals(List.of("", "bytes=70000-"), f.hub.ranges());
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
        assertSays(f.refusal(PullFixture.MODEL), "config.json", "damaged", "git digest");
    }

    private static boolean damaged(com.sun.net.httpserver.HttpExchange exchange, byte[] content)
            throws Exception {
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
                    exchange.getResponseHeaders().set("X-Linked-Etag", "\"" + "ab".repeat(32) + "\"");
                    return content.length < 1000 ? false : sent(exchange, content);
                });
        assertSays(f.refusal(PullFixture.MODEL), WEIGHTS, "is not the file", "changed meanwhile");
    }

    private static boolean sent(com.sun.net.httpserver.HttpExchange exchange, byte[] content)
            throws Exception {
        TestHub.send(exchange, 200, content);
        return true;
    }

    @Test
    void aGatedRepositorySaysWhereToAcceptItsConditions() {
        f.hub.hubFault("/resolve/", 100, refuse(401, "GatedRepo", "Access is restricted"));
        assertSays(
                f.refusal(PullFixture.MODEL),
                "org/tiny",
                "accepted its conditions: open " + f.hub.endpoint() + "/org/tiny in a browser",
                "set HF_TOKEN",
                "The hub says: Access is restricted");

        f.environment.put("HF_TOKEN", "hf_secret");
        f.hub.clearFaults();
        f.hub.hubFault("/resolve/", 100, refuse(403, "GatedRepo", "Awaiting review"));
        String message = f.refusal(PullFixture.MODEL);
        assertSays(message, "with the account whose access token is used here", "Awaiting review");
        assertFalse(message.contains("hf_secret"), message);
    }

    @Test
    void aRepositoryThatIsMissingOrPrivateSaysBoth() {
        assertSays(
                f.refusal("org/other"), "no repository org/other", "it is private", "set HF_TOKEN");
    }

    @Test
    void aTokenThatIsNotAcceptedIsNamedAsTheCause() {
        f.environment.put("HF_TOKEN", "hf_secret");
        f.hub.hubFault(
                "/api/", 100, refuse(401, "", "Invalid credentials in Authorization header"));
        assertSays(f.refusal(PullFixture.MODEL), "does not accept the access token", "HF_TOKEN");
    }

    @Test
    void aTokenThatLacksAPermissionIsNamedAsTheCause() {
        f.environment.put("HF_TOKEN", "hf_secret");
        f.hub.hubFault("/api/", 100, refuse(403, "", "no"));
        assertSays(f.refusal(PullFixture.MODEL), "org/tiny", "lacks the permission");
    }

    @Test
    void aRevisionThatIsUnknownIsNamedAndNotTriedAgain() {
        assertSays(f.refusal("org/tiny@v9"), "org/tiny", "no revision 'v9'");
        assertEquals(1, f.hub.seen().size());
    }

    @Test
    void aHubThatAsksForPatienceGetsIt() throws Exception {
        f.hub.hubFault(
                "/revision/",
                1,
                (exchange, content) -> {
                    exchange.getResponseHeaders().set("Retry-After", "30");
                    return TestHub.fail(exchange, 429, "", "Too many requests");
                });
        f.hub.hubFault(
                "/resolve/",
                1,
                (exchange, content) -> {
                    exchange.getResponseHeaders().set("RateLimit", "\"resolvers\";r=0;t=55");
                    return TestHub.fail(exchange, 429, "", "Too many requests");
                });
        f.pull(PullFixture.MODEL);
        assertWeightsAreWhole();
        assertEquals(List.of(31L, 56L), f.waits.stream().map(Duration::toSeconds).toList());
    }

    @Test
    void aHubThatFailsForAWhileIsAskedAgain() throws Exception {
        f.hub.hubFault("/revision/", 2, refuse(503, "", "busy"));
        f.hub.hubFault("/tree/", 1, refuse(500, "", "oops"));
        f.hub.storageFault(WEIGHTS, 1, refuse(502, "", "bad gateway"));
        f.pull(PullFixture.MODEL);
        assertWeightsAreWhole();
        assertEquals(List.of(1L, 2L, 1L, 1L), f.waits.stream().map(Duration::toSeconds).toList());
    }

    @Test
    void aHubThatKeepsFailingIsGivenUpWithItsStatus() {
        f.hub.hubFault("/revision/", 100, refuse(503, "", "maintenance"));
        assertSays(f.refusal(PullFixture.MODEL), "503", "try again later", "maintenance");
        assertEquals(6, f.hub.seen().size());
    }

    @Test
    void aDiskThatIsTooSmallIsFoundBeforeAnythingIsFetched() throws Exception {
        f.usable = 100_200_000;
        assertSays(
                f.refusal(PullFixture.MODEL),
                "org/tiny needs 100 MB of free space",
                "HF_HUB_CACHE");
        assertEquals(List.of(), f.hub.ranges());

        f.usable = 100_400_000;
        f.pull(PullFixture.MODEL);
        assertWeightsAreWhole();
    }

    @Test
    void aServerThatIsNoHubIsSaidToBeNone() {
        f.hub.hubFault(
                "/api/",
                100,
                (exchange, content) -> sent(exchange, PullFixture.text("<html>Welcome</html>")));
        assertSays(f.refusal(PullFixture.MODEL), "is no hub of models", "HF_ENDPOINT");
    }

    @Test
    void anAnswerWithoutACommitIsNotAHubs() {
        f.hub.hubFault("/resolve/", 100, DownloadTroubleTest::sent);
        assertSays(f.refusal(PullFixture.MODEL), "names no commit");
    }

    @Test
    void redirectsInACircleEnd() {
        f.hub.hubFault(
                "/revision/",
                100,
                (exchange, content) -> {
                    exchange.getResponseHeaders().set("Location", "/api/models/org/tiny/revision/main");
                    exchange.sendResponseHeaders(302, -1);
                    return true;
                });
        assertSays(f.refusal(PullFixture.MODEL), "in a circle");
    }

    @Test
    void aListingWithAPathOutOfTheFolderIsRefused() {
        f.hub.hubFault(
                "/tree/",
                100,
                (exchange, content) ->
                        sent(
                                exchange,
                                PullFixture.text(
                                        "[{\"type\":\"file\",\"path\":\"../../evil\",\"size\":1,\"oid\":\""
                                                + "ab".repeat(20)
                                                + "\"}]")));
        assertSays(f.refusal(PullFixture.MODEL), "../../evil", "nothing of it is fetched");
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
        assertTrue(context.messages.contains("model.safetensors is damaged here; it is fetched again."));
    }

    @Test
    void aBlobThatWasEmptiedIsFetchedAgain() throws Exception {
        f.pull(PullFixture.MODEL);
        Files.write(f.file(commit, WEIGHTS).toRealPath(), new byte[0]);
        f.pull(PullFixture.MODEL);
        assertWeightsAreWhole();
    }
}

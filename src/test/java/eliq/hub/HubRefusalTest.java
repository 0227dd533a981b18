package eliq.hub;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a pull makes of hubs that refuse, or are none, and of disks that are full. */
@Timeout(300)
class HubRefusalTest {
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
        f.hub.hubFault("/resolve/", 100, HubRefusalTest::sent);
        assertSays(f.refusal(PullFixture.MODEL), "names no commit");
    }

    @Test
    void redirectsInACircleEnd() {
        f.hub.hubFault(
                "/revision/",
                100,
                (exchange, content) -> {
                    exchange.getResponseHeaders()
                            .set("Location", "/api/models/org/tiny/revision/main");
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

    private static boolean sent(HttpExchange exchange, byte[] content) throws Exception {
        TestHub.send(exchange, 200, content);
        return true;
    }
}

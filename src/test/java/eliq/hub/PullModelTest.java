package eliq.hub;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a pull does where all goes well; the layout is that which the Hugging Face client itself leaves. */
@Timeout(300)
class PullModelTest {
    @TempDir Path root;
    private PullFixture f;

    @BeforeEach
    void start() throws Exception {
        f = new PullFixture(root);
    }

    @AfterEach
    void stop() {
        f.close();
    }

    @Test
    void theFilesThatACheckpointNeedsAppearAsRelativeLinksToBlobsNamedByTheirDigests()
            throws Exception {
        String commit = f.publish();
        PulledModel pulled = f.pull(PullFixture.MODEL);

        Path model = root.resolve("hf/hub/models--org--tiny");
        assertEquals(model.resolve("snapshots").resolve(commit), pulled.folder());
        assertEquals(
                List.of("config.json", "model.safetensors", "tokenizer.json"),
                SafeFiles.below(pulled.folder()).stream()
                        .map(p -> p.getFileName().toString())
                        .toList());
        assertEquals(
                Path.of("../../blobs", TestHub.sha256(f.weights)),
                Files.readSymbolicLink(pulled.folder().resolve("model.safetensors")));
        assertEquals(
                Path.of(
                        "../../blobs",
                        TestHub.gitBlob(PullFixture.small("first").get("config.json"))),
                Files.readSymbolicLink(pulled.folder().resolve("config.json")));
        assertArrayEquals(
                f.weights, Files.readAllBytes(pulled.folder().resolve("model.safetensors")));
        assertEquals(commit, Files.readString(model.resolve("refs/main")), "no line end");
        assertEquals(3, pulled.files());
        assertEquals(pulled.bytes(), pulled.fetched());
        assertEquals(List.of(), f.parts());
    }

    @Test
    void theModelIsThenFoundByItsName() throws Exception {
        f.publish();
        PulledModel pulled = f.pull(PullFixture.MODEL);
        ModelFolders folders = new ModelFolders(List.of(), f.environment, root);
        assertEquals(pulled.folder(), folders.find("org/tiny"));
        assertEquals(pulled.folder(), folders.find("org/tiny@" + pulled.commit()));
    }

    @Test
    void branchesTagsAndPullRequestsAreRevisions() throws Exception {
        String first = f.publish();
        f.hub.commit(2, PullFixture.small("second"), Map.of("model.safetensors", f.weights));
        f.hub.revision("v1.0", first);
        f.hub.revision("refs/pr/1", first);

        assertEquals(first, f.pull("org/tiny@v1.0").commit());
        assertEquals(first, f.pull("org/tiny@refs/pr/1").commit());
        assertEquals(first, Files.readString(f.cached().refs().resolve("refs/pr/1")));
        assertTrue(
                f.hub.seen().stream().anyMatch(s -> s.path().endsWith("/revision/refs%2Fpr%2F1")));
    }

    @Test
    void aListingOfSeveralPagesIsReadToItsEnd() throws Exception {
        f.hub.pageSize(2);
        f.publish();
        assertEquals(3, f.pull(PullFixture.MODEL).files());
        assertEquals(3, f.hub.seen().stream().filter(s -> s.path().contains("/tree/")).count());
    }

    @Test
    void shardsAreFetchedWithTheIndexThatNamesThem() throws Exception {
        Map<String, byte[]> small = new HashMap<>(PullFixture.small("shards"));
        small.put(
                "model.safetensors.index.json",
                PullFixture.text(
                        "{\"weight_map\":{\"a\":\"model-00001-of-00002.safetensors\",\"b\":\"model-00002-of-00002.safetensors\"}}"));
        f.hub.commit(
                1,
                small,
                Map.of(
                        "model-00001-of-00002.safetensors",
                        f.weights,
                        "model-00002-of-00002.safetensors",
                        PullFixture.weights(root, 2),
                        "original/consolidated.00.pth",
                        new byte[50]));
        assertEquals(5, f.pull(PullFixture.MODEL).files());
    }

    @Test
    void aRepositoryWhoseIndexNamesAShardThatItLacksIsNoCheckpoint() throws Exception {
        Map<String, byte[]> small = new HashMap<>(PullFixture.small("shards"));
        small.put(
                "model.safetensors.index.json",
                PullFixture.text("{\"weight_map\":{\"b\":\"model-00002-of-00002.safetensors\"}}"));
        f.hub.commit(1, small, Map.of("model-00001-of-00002.safetensors", f.weights));
        String message = f.refusal(PullFixture.MODEL);
        assertTrue(message.contains("model-00002-of-00002.safetensors"), message);
    }

    @Test
    void patternsChooseOtherFiles() throws Exception {
        f.hub.commit(
                1,
                PullFixture.small("first"),
                Map.of("open_clip.bin", new byte[10], "sub/other.bin", new byte[11]));
        assertTrue(f.refusal(PullFixture.MODEL).contains("no safetensors weights"));

        PulledModel pulled =
                f.pull(new PullModel(PullFixture.MODEL, List.of("*.bin"), false), f.context());
        assertEquals(2, pulled.files());
        assertEquals(
                Path.of("../../../blobs", TestHub.sha256(new byte[11])),
                Files.readSymbolicLink(pulled.folder().resolve("sub/other.bin")));
    }

    @Test
    void whereThereAreNoLinksTheFilesLieInTheSnapshot() throws Exception {
        f.environment.put("HF_HUB_DISABLE_SYMLINKS", "1");
        f.publish();
        PulledModel pulled = f.pull(PullFixture.MODEL);
        Path weights = pulled.folder().resolve("model.safetensors");
        assertFalse(Files.isSymbolicLink(weights));
        assertArrayEquals(f.weights, Files.readAllBytes(weights));
        assertEquals(List.of(), SafeFiles.below(f.cached().blobs()), "moved, not copied");
        assertEquals(0, f.pull(PullFixture.MODEL).fetched());
    }

    @Test
    void aSlowHubIsWaitedForAndProgressCountsInMegabytes() throws Exception {
        byte[] large = new byte[3_000_000];
        f.hub.commit(1, PullFixture.small("first"), Map.of("model.safetensors", large));
        f.hub.storageFault("model", 1, slowly(6, 110));
        TestContext context = f.context();
        f.pull(new PullModel(PullFixture.MODEL, List.of(), false), context);
        List<String> progress = context.progress.stream().distinct().toList();
        assertTrue(progress.size() >= 3, "something in between: " + progress);
        assertEquals("Fetching org/tiny, MB 4/4", progress.getLast());
    }

    @Test
    void theTokenGoesToTheHubAndNeverToTheStorageItRedirectsTo() throws Exception {
        f.publish();
        f.environment.put("HF_TOKEN", "hf_secret");
        f.pull(PullFixture.MODEL);
        for (TestHub.Seen seen : f.hub.seen()) {
            assertEquals(
                    seen.storage() ? Optional.empty() : Optional.of("Bearer hf_secret"),
                    seen.authorization(),
                    seen.path());
        }
        assertTrue(f.hub.seen().stream().anyMatch(TestHub.Seen::storage));
    }

    @Test
    void aRepositoryThatWasRenamedIsFollowedWithTheToken() throws Exception {
        f.publish();
        f.environment.put("HF_TOKEN", "hf_secret");
        f.hub.hubFault(
                "/api/models/org/tiny/revision",
                1,
                (exchange, content) -> {
                    exchange.getResponseHeaders()
                            .set("Location", "/api/models/org/tiny/revision/main?moved");
                    exchange.sendResponseHeaders(307, -1);
                    return true;
                });
        f.pull(PullFixture.MODEL);
        TestHub.Seen moved =
                f.hub.seen().stream().filter(s -> s.path().endsWith("?moved")).findFirst().get();
        assertEquals(Optional.of("Bearer hf_secret"), moved.authorization());
    }

    @Test
    void whatTheHubSaysOnARedirectOfItsOwnHoldsForTheFileItLeadsTo() throws Exception {
        f.publish();
        f.hub.hubFault(
                "/config.json?cached",
                1,
                (exchange, content) -> {
                    TestHub.send(exchange, 200, PullFixture.small("first").get("config.json"));
                    return true;
                });
        f.hub.hubFault(
                "/config.json",
                1,
                (exchange, content) -> {
                    exchange.getResponseHeaders().set("X-Repo-Commit", String.format("%040x", 1));
                    exchange.getResponseHeaders()
                            .set("Location", exchange.getRequestURI() + "?cached");
                    exchange.sendResponseHeaders(307, -1);
                    return true;
                });
        assertEquals(3, f.pull(PullFixture.MODEL).files());
    }

    /** In so many pieces with so many milliseconds after each. */
    static TestHub.Fault slowly(int pieces, long millis) {
        return (exchange, content) -> {
            exchange.sendResponseHeaders(200, content.length);
            for (int i = 0; i < pieces; i++) {
                int from = (int) ((long) content.length * i / pieces);
                int to = (int) ((long) content.length * (i + 1) / pieces);
                exchange.getResponseBody().write(content, from, to - from);
                exchange.getResponseBody().flush();
                Thread.sleep(millis);
            }
            return true;
        };
    }
}

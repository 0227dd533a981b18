package eliq.hub;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.job.JobCancelledException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a pull does where all goes well; the layout is that which the Hugging Face client itself leaves. */
@Timeout(60)
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
    void aSecondPullAsksOnlyWhatTheRevisionIsNow() throws Exception {
        f.publish();
        f.pull(PullFixture.MODEL);
        int before = f.hub.seen().size();
        PulledModel again = f.pull(PullFixture.MODEL);
        assertEquals(before + 1, f.hub.seen().size());
        assertEquals(0, again.fetched());

        f.pull(PullFixture.MODEL + "@" + again.commit());
        assertEquals(before + 1, f.hub.seen().size(), "a commit cannot change");
    }

    @Test
    void aCheckpointThatAnotherToolFetchedIsUsedInPlace() throws Exception {
        String commit = f.publish();
        CachedRepository cached = f.cached();
        Files.createDirectories(cached.blobs());
        Files.createDirectories(cached.snapshot(commit));
        for (var each :
                Map.of("model.safetensors", f.weights, "config.json",
                                PullFixture.small("first").get("config.json"), "tokenizer.json",
                                PullFixture.small("first").get("tokenizer.json"))
                        .entrySet()) {
            boolean large = each.getKey().endsWith(".safetensors");
            String blob = large ? TestHub.sha256(each.getValue()) : TestHub.gitBlob(each.getValue());
            Files.write(cached.blobs().resolve(blob), each.getValue());
            Files.createSymbolicLink(
                    f.file(commit, each.getKey()), Path.of("../../blobs", blob));
        }
        assertEquals(0, f.pull(PullFixture.MODEL).fetched());
        assertEquals(List.of(), f.hub.ranges());
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
    void contentThatIsThereUnderAnotherCommitIsNotFetchedAgain() throws Exception {
        f.publish();
        f.pull(PullFixture.MODEL);
        String second =
                f.hub.commit(2, PullFixture.small("second"), Map.of("model.safetensors", f.weights));
        PulledModel pulled = f.pull(PullFixture.MODEL);
        assertEquals(second, pulled.commit());
        assertEquals(PullFixture.small("second").get("config.json").length, pulled.fetched());
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
    void twoDownloadsOfOneModelAtOnceFetchEachFileOnce() throws Exception {
        f.publish();
        f.hub.storageFault("model", 1, slowly(10, 20));
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<PulledModel>> both = new ArrayList<>();
            for (TestContext context : List.of(f.context(), f.context())) {
                PullModel parameters = new PullModel(PullFixture.MODEL, List.of(), false);
                both.add(threads.submit(() -> f.pull(parameters, context)));
            }
            assertEquals(both.get(0).get().folder(), both.get(1).get().folder());
        }
        assertEquals(List.of(""), f.hub.ranges());
    }

    @Test
    void aSlowHubIsWaitedForAndProgressCountsInMegabytes() throws Exception {
        byte[] large = new byte[3_000_000];
        f.hub.commit(1, PullFixture.small("first"), Map.of("model.safetensors", large));
        f.hub.storageFault("model", 1, slowly(6, 110));
        TestContext context = f.context();
        f.pull(new PullModel(PullFixture.MODEL, List.of(), false), context);
        List<String> progress = context.progress.stream().distinct().toList();
        assertTrue(progress.contains("fetching org/tiny, MB 2/4"), progress.toString());
        assertEquals("fetching org/tiny, MB 4/4", progress.getLast());
    }

    @Test
    void aCancelledPullEndsAtOnceAndTheNextOneGoesOnWhereItWas() throws Exception {
        f.publish();
        f.hub.storageFault("model", 1, slowly(1000, 100));
        TestContext context = f.context();
        context.onProgress(
                () -> {
                    if (!parts(f).isEmpty()) {
                        context.cancel();
                    }
                });
        assertThrows(
                JobCancelledException.class,
                () -> f.pull(new PullModel(PullFixture.MODEL, List.of(), false), context));
        long kept = Files.size(f.parts().getFirst());
        assertTrue(kept > 0 && kept < f.weights.length, "kept " + kept);

        f.pull(PullFixture.MODEL);
        assertEquals("bytes=" + kept + "-", f.hub.ranges().getLast());
    }

    @Test
    void aResumedJobStaysWithTheCommitItBeganWith() throws Exception {
        String first = f.publish();
        TestContext context = f.context();
        PullModel parameters = new PullModel(PullFixture.MODEL, List.of(), false);
        f.hub.storageFault("model", 20, TestHub.cutOffAfter(0));
        assertThrows(
                HubException.class, () -> f.pull(parameters, context));
        f.hub.commit(
                2, PullFixture.small("second"), Map.of("model.safetensors", new byte[1000]));
        f.hub.clearFaults();
        assertEquals(
                first, f.pull(parameters, new TestContext(context.directory(), true)).commit());
    }

    @Test
    void offlineNothingIsAskedAndWhatIsWholeIsUsed() throws Exception {
        f.publish();
        f.environment.put("HF_HUB_OFFLINE", "1");
        String message = f.refusal(PullFixture.MODEL);
        assertTrue(message.contains("HF_HUB_OFFLINE"), message);
        assertEquals(List.of(), f.hub.seen());

        f.environment.remove("HF_HUB_OFFLINE");
        PulledModel pulled = f.pull(PullFixture.MODEL);
        int before = f.hub.seen().size();
        f.environment.put("HF_HUB_OFFLINE", "1");
        assertEquals(pulled.folder(), f.pull(PullFixture.MODEL).folder());
        assertEquals(before, f.hub.seen().size());
    }

    @Test
    void whereTheHubCannotBeReachedWhatWasFetchedEarlierIsUsed() throws Exception {
        f.publish();
        PulledModel pulled = f.pull(PullFixture.MODEL);
        f.hub.close();
        TestContext context = f.context();
        PulledModel again =
                f.pull(new PullModel(PullFixture.MODEL, List.of(), false), context);
        assertEquals(pulled.folder(), again.folder());
        assertTrue(context.messages.getFirst().contains("cannot be reached"));
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

    private static List<Path> parts(PullFixture f) {
        try {
            return f.parts().stream().filter(p -> p.toFile().length() > 0).toList();
        } catch (IOException e) {
            return List.of();
        }
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

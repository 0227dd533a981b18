package eliq.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.job.JobCancelledException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a pull makes of what is there already: from an earlier attempt, another revision, another tool. */
@Timeout(300)
class PullAgainTest {
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
                Map.of(
                                "model.safetensors",
                                f.weights,
                                "config.json",
                                PullFixture.small("first").get("config.json"),
                                "tokenizer.json",
                                PullFixture.small("first").get("tokenizer.json"))
                        .entrySet()) {
            boolean large = each.getKey().endsWith(".safetensors");
            String blob =
                    large ? TestHub.sha256(each.getValue()) : TestHub.gitBlob(each.getValue());
            Files.write(cached.blobs().resolve(blob), each.getValue());
            Files.createSymbolicLink(f.file(commit, each.getKey()), Path.of("../../blobs", blob));
        }
        assertEquals(0, f.pull(PullFixture.MODEL).fetched());
        assertEquals(List.of(), f.hub.ranges());
    }

    @Test
    void contentThatIsThereUnderAnotherCommitIsNotFetchedAgain() throws Exception {
        f.publish();
        f.pull(PullFixture.MODEL);
        String second =
                f.hub.commit(
                        2, PullFixture.small("second"), Map.of("model.safetensors", f.weights));
        PulledModel pulled = f.pull(PullFixture.MODEL);
        assertEquals(second, pulled.commit());
        assertEquals(PullFixture.small("second").get("config.json").length, pulled.fetched());
    }

    @Test
    void twoDownloadsOfOneModelAtOnceFetchEachFileOnce() throws Exception {
        f.publish();
        f.hub.storageFault("model", 1, PullModelTest.slowly(10, 20));
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
    void aCancelledPullEndsAtOnceAndTheNextOneGoesOnWhereItWas() throws Exception {
        f.publish();
        f.hub.storageFault("model", 1, PullModelTest.slowly(1000, 100));
        TestContext context = f.context();
        Path part =
                f.cached().part(new FileDigest(FileDigest.Kind.SHA256, TestHub.sha256(f.weights)));
        context.onProgress(
                () -> {
                    if (part.toFile().length() > 0) {
                        context.cancel();
                    }
                });
        assertThrows(
                JobCancelledException.class,
                () -> f.pull(new PullModel(PullFixture.MODEL, List.of(), false), context));
        long kept = Files.size(part);
        assertTrue(kept < f.weights.length, "kept " + kept);

        f.pull(PullFixture.MODEL);
        assertEquals("bytes=" + kept + "-", f.hub.ranges().getLast());
    }

    @Test
    void aResumedJobStaysWithTheCommitItBeganWith() throws Exception {
        String first = f.publish();
        TestContext context = f.context();
        PullModel parameters = new PullModel(PullFixture.MODEL, List.of(), false);
        f.hub.storageFault("model", 20, TestHub.cutOffAfter(0));
        assertThrows(HubException.class, () -> f.pull(parameters, context));
        f.hub.commit(2, PullFixture.small("second"), Map.of("model.safetensors", new byte[1000]));
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
        PulledModel again = f.pull(new PullModel(PullFixture.MODEL, List.of(), false), context);
        assertEquals(pulled.folder(), again.folder());
        assertTrue(context.messages.getFirst().contains("cannot be reached"));
    }
}

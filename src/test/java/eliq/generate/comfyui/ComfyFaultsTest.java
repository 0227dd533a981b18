package eliq.generate.comfyui;

import static eliq.generate.comfyui.ComfyUiTest.backend;
import static eliq.generate.comfyui.ComfyUiTest.generator;
import static eliq.generate.comfyui.ComfyUiTest.polling;
import static eliq.generate.comfyui.ComfyUiTest.quick;
import static eliq.generate.comfyui.ComfyUiTest.small;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.generate.GenerateException;
import eliq.generate.GenerateException.Reason;
import eliq.generate.GeneratedImage;
import eliq.generate.GenerationRequest;
import eliq.generate.GenerationRequest.Quality;
import eliq.generate.GenerationWatch;
import eliq.generate.Health;
import eliq.generate.ImageGenerator;
import eliq.generate.http.HttpSettings;
import eliq.image.Pixels;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client against a server that speaks ComfyUI's protocol: what goes wrong. */
class ComfyFaultsTest {
    private FakeComfyUi server;

    @BeforeEach
    void start() throws Exception {
        server = FakeComfyUi.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private ImageGenerator painted() throws GenerateException {
        return painted(polling(Duration.ofMillis(50)));
    }

    private ImageGenerator painted(HttpSettings settings) throws GenerateException {
        return generator(backend(server.url(), settings), "sd-3.5-large");
    }

    private static HttpSettings with(
            Duration queue, Duration stall, Duration gone, int blackRetries) {
        HttpSettings q = polling(Duration.ofMillis(50));
        return new HttpSettings(
                q.connectTimeout(),
                q.readTimeout(),
                q.retries(),
                q.retryPause(),
                q.pollInterval(),
                queue,
                stall,
                gone,
                q.resubmissions(),
                blackRetries);
    }

    private static GenerateException fails(ImageGenerator generator, GenerationRequest request) {
        return assertThrows(GenerateException.class, () -> generator.generate(request));
    }

    private static void says(GenerateException e, Reason reason, String... words) {
        assertEquals(reason, e.reason(), e.getMessage());
        for (String word : words) {
            assertTrue(e.getMessage().contains(word), e.getMessage());
        }
    }

    @Test
    void aServerThatIsDownIsNamedWithItsAddress() throws Exception {
        URI url = server.url();
        server.close();
        says(fails(painted(), small(1)), Reason.UNREACHABLE, "studio", url.toString(), "start");
        Health health = backend(url, quick()).check();
        assertFalse(health.reachable());
        assertTrue(health.answer().contains("nothing answers"), health.answer());
    }

    @Test
    void somethingElseAtTheAddressIsNotTakenForComfyUi() throws Exception {
        try (var other =
                eliq.generate.http.HttpTestServer.start(
                        request -> eliq.generate.http.HttpTestServer.Reply.text(200, "hello"))) {
            Health health = backend(other.url(), quick()).check();
            assertFalse(health.reachable());
            assertTrue(health.answer().contains("is not ComfyUI"), health.answer());
        }
    }

    @Test
    void aServerThatDiesInTheMiddleAndComesBackIsAskedAgain() throws Exception {
        ImageGenerator generator =
                painted(
                        with(
                                Duration.ofMinutes(2),
                                Duration.ofMinutes(2),
                                Duration.ofMinutes(2),
                                0));
        server.faults().dieAtStep.set(5);
        ComfyUiTest.Notes notes = new ComfyUiTest.Notes();
        Thread back = comesBackAfter(300);
        GeneratedImage image = generator.make(small(7), notes);
        back.join();
        assertEquals(64, image.pixels().width());
        assertEquals(1, server.picturesMade());
        assertEquals(2, server.prompts().size());
        assertTrue(notes.notes.toString().contains("forgotten"), notes.notes.toString());
    }

    private Thread comesBackAfter(long millis) {
        return Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                while (!server.isDown()) {
                                    Thread.sleep(20);
                                }
                                Thread.sleep(millis);
                                server.comeBack();
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        });
    }

    @Test
    void aServerThatStaysAwayIsGivenUp() throws Exception {
        server.faults().dieAtStep.set(5);
        says(fails(painted(), small(7)), Reason.UNREACHABLE, "went away while it made a picture");
    }

    @Test
    void aSocketThatClosesCostsNothingButProgress() throws Exception {
        server.faults().closeSocketsAtStep.set(3);
        server.faults().stepMillis = 5;
        ComfyUiTest.Notes notes = new ComfyUiTest.Notes();
        Pixels pixels = painted(quick()).make(small(7), notes).pixels();
        assertEquals(64, pixels.width());
        assertEquals(1, server.picturesMade());
        assertEquals(1, server.prompts().size());
        assertTrue(
                notes.notes.toString().contains("connection for progress"), notes.notes.toString());
        // Under the same client id the rest of the steps is heard of again.
        assertEquals("20/20", notes.steps.getLast());
    }

    @Test
    void withoutAnySocketThePictureComesFromTheHistory() throws Exception {
        server.faults().noSockets = true;
        assertEquals(64, painted().generate(small(7)).width());
        server.faults().noSockets = false;
        server.faults().silentSockets = true;
        assertEquals(64, painted().generate(small(8)).width());
        assertEquals(2, server.picturesMade());
    }

    @Test
    void stepsOfStrangersAreNotOurs() throws Exception {
        server.faults().strangersSteps = true;
        ComfyUiTest.Notes notes = new ComfyUiTest.Notes();
        painted(quick()).make(small(7), notes);
        assertEquals(20, notes.steps.size());
        assertFalse(notes.steps.contains("99/20"));
    }

    @Test
    void aRunThatWasQueuedWithoutAnAnswerIsNotQueuedTwice() throws Exception {
        server.faults().unansweredPrompts.set(1);
        assertEquals(64, painted().generate(small(7)).width());
        assertEquals(1, server.picturesMade());
        assertEquals(1, server.prompts().size());
    }

    @Test
    void aPictureThatTheServerMadeForAKilledClientIsTakenFromItsHistory() throws Exception {
        server.faults().stepMillis = 20;
        Thread killed =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        painted().generate(small(7));
                                    } catch (GenerateException e) {
                                        // It was never to get it.
                                    }
                                });
        while (server.prompts().isEmpty()) {
            Thread.sleep(5);
        }
        // Asked for again while it is being made, then again when it is there.
        Pixels first = painted().generate(small(7));
        Pixels again = painted().generate(small(7));
        killed.join();
        assertArrayEquals(first.rgb(), again.rgb());
        assertEquals(1, server.picturesMade());
        assertEquals(1, server.prompts().size());
    }

    @Test
    void aNodeThatFailsIsNamedWithItsError() throws Exception {
        server.faults().failingNode = "VAEDecode";
        says(
                fails(painted(), small(7)),
                Reason.FAILED,
                "node 8 (VAEDecode) failed",
                "Given groups=1");
        server.faults().failingNode = "";
        assertEquals(
                64, painted().generate(small(7)).width(), "it is made when it is asked for again");
    }

    @Test
    void aModelFileThatIsFoundMissingInTheRunIsAModelThatIsNotInstalled() throws Exception {
        // The check before queueing is passed by: the file goes away after it.
        ImageGenerator generator = painted();
        generator.generate(small(1));
        Map<String, Set<String>> fewer = new TreeMap<>(FakeComfyUi.ALL_MODELS);
        fewer.put("text_encoders", Set.of("clip_l.safetensors"));
        int port = server.url().getPort();
        server.close();
        try (FakeComfyUi poorer = FakeComfyUi.start(fewer, port)) {
            says(
                    fails(generator, small(2)),
                    Reason.REFUSED,
                    "a model file is not installed",
                    "clip_g.safetensors");
            assertEquals(0, poorer.picturesMade());
        }
    }

    @Test
    void aBlackPictureIsOneClearSentence() throws Exception {
        server.faults().blackPictures.set(1);
        says(fails(painted(), small(7)), Reason.FAILED, "all black", "seed 7", "blackRetries");
    }

    @Test
    void aBlackPictureIsTriedWithOtherSeedsWhereThatIsSet() throws Exception {
        server.faults().blackPictures.set(2);
        ComfyUiTest.Notes notes = new ComfyUiTest.Notes();
        GeneratedImage image =
                painted(
                                with(
                                        Duration.ofMinutes(2),
                                        Duration.ofMinutes(2),
                                        Duration.ofSeconds(1),
                                        2))
                        .make(small(7), notes);
        assertEquals(2_000_013, image.provenance().seed());
        assertEquals(2, notes.notes.size(), notes.notes.toString());
        server.faults().blackPictures.set(9);
        says(
                fails(
                        painted(
                                with(
                                        Duration.ofMinutes(2),
                                        Duration.ofMinutes(2),
                                        Duration.ofSeconds(1),
                                        2)),
                        small(8)),
                Reason.FAILED,
                "all black");
    }

    @Test
    void aPictureThatArrivesCutOffIsFetchedAgain() throws Exception {
        server.faults().cutAnswers.set(1);
        server.faults().cutFiles.set(1);
        assertEquals(64, painted().generate(small(7)).width());
        assertEquals(1, server.picturesMade());
        server.faults().cutFiles.set(99);
        says(fails(painted(), small(8)), Reason.FAILED, "did not arrive whole");
    }

    @Test
    void thePlaceInTheQueueIsSeen() throws Exception {
        server.faults().stall = true;
        ComfyUiTest.Notes notes =
                new ComfyUiTest.Notes() {
                    @Override
                    public synchronized void queued(int ahead) {
                        super.queued(ahead);
                        server.faults().stall = false;
                    }
                };
        ImageGenerator generator = painted();
        Thread first = Thread.ofVirtual().start(() -> quietly(generator, 1));
        while (!server.isRunning()) {
            Thread.sleep(5);
        }
        generator.make(small(2), notes);
        first.join();
        assertEquals(1, notes.queue.getFirst());
    }

    private static void quietly(ImageGenerator generator, long seed) {
        try {
            generator.generate(small(seed));
        } catch (GenerateException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anEndlessQueueEndsWithATimeoutAndThePictureIsTakenBack() throws Exception {
        server.faults().holdQueue = true;
        ImageGenerator generator =
                painted(
                        with(
                                Duration.ofMillis(300),
                                Duration.ofMinutes(2),
                                Duration.ofSeconds(5),
                                0));
        says(fails(generator, small(7)), Reason.TIMED_OUT, "queue", "queueTimeout");
        server.faults().holdQueue = false;
        Thread.sleep(100);
        assertEquals(0, server.picturesMade(), "what was taken back is not made");
    }

    @Test
    void aRunThatNoLongerAdvancesEndsWithATimeout() throws Exception {
        server.faults().stall = true;
        ImageGenerator generator =
                painted(
                        with(
                                Duration.ofMinutes(2),
                                Duration.ofMillis(300),
                                Duration.ofSeconds(5),
                                0));
        says(fails(generator, small(7)), Reason.TIMED_OUT, "no progress", "stallTimeout");
        server.faults().stall = false;
        assertEquals(64, painted().generate(small(8)).width(), "the next one runs");
        assertEquals(1, server.picturesMade(), "the first was interrupted");
    }

    @Test
    void aSeedOutOfRangeIsRefusedBeforeItIsSentAndByTheServerInItsWords() throws Exception {
        says(fails(painted(), small(-1)), Reason.REFUSED, "seeds from 0", "-1");
        assertEquals(0, server.prompts().size());
        server.faults().greatestSeed = 100;
        says(
                fails(painted(), small(101)),
                Reason.REFUSED,
                "node 3 (KSampler)",
                "seed",
                "out of range");
        assertEquals(64, painted().generate(small(100)).width());
    }

    @Test
    void aSizeThatTheModelCannotMakeIsRefused() throws Exception {
        GenerationRequest odd = new GenerationRequest("x", 1, 65, 64, new Quality.Full());
        says(fails(painted(), odd), Reason.REFUSED, "multiples of 16", "65 x 64");
    }

    @Test
    void aServerInTroubleIsQuotedAndAskedNoMoreThanOnce() throws Exception {
        server.faults().promptStatus = 500;
        says(fails(painted(), small(7)), Reason.FAILED, "500", "trouble");
    }

    @Test
    void aGraphThatIsOnlyQueuedInPartIsRefusedAndTakenBack() throws Exception {
        server.faults().droppedOutput = true;
        server.faults().holdQueue = true;
        says(fails(painted(), small(7)), Reason.REFUSED, "node 9 (SaveImage)", "images");
        server.faults().droppedOutput = false;
        server.faults().holdQueue = false;
        painted().generate(small(8));
        assertEquals(1, server.picturesMade());
    }

    @Test
    void aPictureThatIsGoneFromTheServersDiskIsSavedAgain() throws Exception {
        Pixels first = painted().generate(small(7));
        server.deletePictures();
        assertArrayEquals(first.rgb(), painted().generate(small(7)).rgb());
    }

    @Test
    void aPictureThatIsNoLongerWantedIsTakenBackFromTheQueueOrTheSampler() throws Exception {
        server.faults().stall = true;
        ImageGenerator generator = painted();
        GenerationWatch stopping =
                new GenerationWatch() {
                    @Override
                    public boolean cancelled() {
                        return server.isRunning();
                    }
                };
        GenerateException e =
                assertThrows(GenerateException.class, () -> generator.make(small(7), stopping));
        assertEquals(Reason.CANCELLED, e.reason());
        server.faults().stall = false;
        generator.generate(small(8));
        assertEquals(1, server.picturesMade(), "the first was interrupted");
        server.faults().holdQueue = true;
        long start = System.nanoTime();
        GenerationWatch impatient =
                new GenerationWatch() {
                    @Override
                    public boolean cancelled() {
                        return System.nanoTime() - start > 200_000_000L;
                    }
                };
        assertThrows(GenerateException.class, () -> generator.make(small(9), impatient));
        server.faults().holdQueue = false;
        generator.generate(small(10));
        assertEquals(2, server.picturesMade(), "the queued one was deleted");
    }

    @Test
    void anInterruptedThreadStopsThePictureAndStaysInterrupted() throws Exception {
        server.faults().stall = true;
        ImageGenerator generator = painted();
        boolean[] still = new boolean[1];
        Reason[] reason = new Reason[1];
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                generator.generate(small(7));
                            } catch (GenerateException e) {
                                reason[0] = e.reason();
                                still[0] = Thread.currentThread().isInterrupted();
                            }
                        });
        thread.start();
        while (!server.isRunning()) {
            Thread.sleep(5);
        }
        thread.interrupt();
        thread.join();
        assertEquals(Reason.CANCELLED, reason[0]);
        assertTrue(still[0]);
        server.faults().stall = false;
        generator.generate(small(8));
        assertEquals(1, server.picturesMade());
    }

    @Test
    void aQueueThatSomeoneClearsIsNoticed() throws Exception {
        server.faults().holdQueue = true;
        Thread clearing =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        while (server.prompts().isEmpty()) {
                                            Thread.sleep(5);
                                        }
                                        Thread.sleep(50);
                                        server.forgetEverything();
                                        server.faults().holdQueue = false;
                                    } catch (InterruptedException e) {
                                        Thread.currentThread().interrupt();
                                    }
                                });
        assertEquals(64, painted().generate(small(7)).width());
        clearing.join();
        assertEquals(2, server.prompts().size());
        assertEquals(1, server.picturesMade());
    }
}

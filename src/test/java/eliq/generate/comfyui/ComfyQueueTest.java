package eliq.generate.comfyui;

import static eliq.generate.comfyui.ComfyUiTest.generator;
import static eliq.generate.comfyui.ComfyUiTest.small;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.generate.GenerateException;
import eliq.generate.GenerateException.Reason;
import eliq.generate.GenerationWatch;
import eliq.generate.ImageGenerator;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The client and the server's queue: waiting, giving up, taking back. */
class ComfyQueueTest extends FaultyComfyUi {
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

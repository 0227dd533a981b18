package eliq.generate.comfyui;

import static eliq.generate.comfyui.ComfyUiTest.backend;
import static eliq.generate.comfyui.ComfyUiTest.generator;
import static eliq.generate.comfyui.ComfyUiTest.quick;
import static eliq.generate.comfyui.ComfyUiTest.small;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.generate.GenerateException;
import eliq.generate.GenerateException.Reason;
import eliq.generate.GeneratedImage;
import eliq.generate.Health;
import eliq.generate.ImageGenerator;
import eliq.image.Pixels;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The client against a server that is away, dies, or does not say what became of a picture. */
class ComfyConnectionTest extends FaultyComfyUi {
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
    void aPictureThatArrivesCutOffIsFetchedAgain() throws Exception {
        server.faults().cutAnswers.set(1);
        server.faults().cutFiles.set(1);
        assertEquals(64, painted().generate(small(7)).width());
        assertEquals(1, server.picturesMade());
        server.faults().cutFiles.set(99);
        says(fails(painted(), small(8)), Reason.FAILED, "did not arrive whole");
    }

    @Test
    void aServerInTroubleIsQuotedAndAskedNoMoreThanOnce() throws Exception {
        server.faults().promptStatus = 500;
        says(fails(painted(), small(7)), Reason.FAILED, "500", "trouble");
    }

    @Test
    void aPictureThatIsGoneFromTheServersDiskIsSavedAgain() throws Exception {
        Pixels first = painted().generate(small(7));
        server.deletePictures();
        assertArrayEquals(first.rgb(), painted().generate(small(7)).rgb());
    }
}

package eliq.generate.comfyui;

import static eliq.generate.comfyui.ComfyUiTest.generator;
import static eliq.generate.comfyui.ComfyUiTest.small;
import static org.junit.jupiter.api.Assertions.assertEquals;

import eliq.generate.GenerateException.Reason;
import eliq.generate.GeneratedImage;
import eliq.generate.GenerationRequest;
import eliq.generate.GenerationRequest.Quality;
import eliq.generate.ImageGenerator;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The client against a server that speaks ComfyUI's protocol: what goes wrong with the picture itself. */
class ComfyFaultsTest extends FaultyComfyUi {
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
}

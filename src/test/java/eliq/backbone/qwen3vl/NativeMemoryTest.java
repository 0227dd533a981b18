package eliq.backbone.qwen3vl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import eliq.backbone.BackboneException;
import eliq.backbone.BackboneTraining.AdamW;
import eliq.backbone.ImageQuestions;
import eliq.backbone.PreparedImage;
import eliq.backbone.TrainingExample;
import eliq.backbone.TrainingExample.Question;
import eliq.backbone.TrainingMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Arrays live outside the Java heap, where no collector finds what was forgotten. */
class NativeMemoryTest {
    private static final String MODEL = "tiny-c-bf16-sharded-tied";
    private static final int ROUNDS = 4;

    @Test
    void readingLeavesNothingBehind() throws Exception {
        List<ImageQuestions> batch =
                List.of(
                        new ImageQuestions(Goldens.image(MODEL, "small"), List.of("a?", "b?")),
                        new ImageQuestions(Goldens.image(MODEL, "mid"), List.of("c?")));
        try (Qwen3Vl model = Qwen3Vl.open(Goldens.model(MODEL))) {
            for (int i = 0; i < 10; i++) {
                model.read(batch);
            }
            int arrays = model.managedArrays();
            assertGrowthBelow(
                    32,
                    () -> {
                        for (int i = 0; i < 50; i++) {
                            model.read(batch);
                        }
                    });
            assertEquals(arrays, model.managedArrays());
        }
    }

    @Test
    void trainingStepsLeaveNothingBehind() throws Exception {
        List<TrainingExample> batch =
                List.of(
                        new TrainingExample(
                                Goldens.image(MODEL, "small"),
                                List.of(
                                        new Question("a?", "low", 1),
                                        new Question("b?", "high", 1))));
        AdamW settings = new AdamW(1e-4, 0.9, 0.99, 1e-8, 0, 1);
        try (Qwen3VlTraining training =
                Qwen3VlTraining.open(
                        Goldens.model(MODEL), new TrainingMode.FullParameter(true), 1)) {
            for (int i = 0; i < 5; i++) {
                training.accumulate(batch, 1);
                training.step(settings);
            }
            int arrays = training.managedArrays();
            assertGrowthBelow(
                    32,
                    () -> {
                        for (int i = 0; i < 25; i++) {
                            training.accumulate(batch, 1);
                            training.step(settings);
                        }
                    });
            assertEquals(arrays, training.managedArrays());
        }
    }

    @Test
    void anImageThatDoesNotFitTheModelNeverReachesNativeCode() throws Exception {
        try (Qwen3Vl model = Qwen3Vl.open(Goldens.model(MODEL))) {
            for (PreparedImage wrong :
                    List.of(
                            new PreparedImage(2, 2, new byte[4 * 1536 - 1]),
                            new PreparedImage(3, 2, new byte[6 * 1536]),
                            new PreparedImage(0, 0, new byte[0]),
                            new PreparedImage(65536, 65536, new byte[0]))) {
                BackboneException e =
                        assertThrows(
                                BackboneException.class,
                                () -> model.read(List.of(new ImageQuestions(wrong, List.of("a")))));
                assertTrue(e.getMessage().contains("does not fit"), e.getMessage());
            }
        }
    }

    @Test
    void aClosedModelSaysSo() throws Exception {
        Qwen3Vl model = Qwen3Vl.open(Goldens.model(MODEL));
        model.close();
        model.close();
        ImageQuestions one = new ImageQuestions(Goldens.image(MODEL, "small"), List.of("a"));
        assertThrows(BackboneException.class, () -> model.read(List.of(one)));
    }

    private interface Work {
        void run() throws Exception;
    }

    /** What is forgotten adds up in every round; a heap, a pool or compiled code that grows once does not. */
    private static void assertGrowthBelow(long mebibytes, Work round) throws Exception {
        List<Long> grown = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            long before = residentBytes();
            round.run();
            grown.add(residentBytes() - before);
            if (grown.getLast() < mebibytes << 20) {
                return;
            }
        }
        fail("in every round the process grew, by bytes: " + grown);
    }

    private static long residentBytes() throws IOException {
        Path statistics = Path.of("/proc/self/statm");
        Assumptions.assumeTrue(Files.exists(statistics), "no /proc here to read memory from");
        return Long.parseLong(Files.readString(statistics).split(" ")[1]) * 4096;
    }
}

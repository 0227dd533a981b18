package eliq.backbone.qwen3vl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.backbone.Numerics;
import eliq.backbone.TrainingMode;
import eliq.tensor.NativeMemory;
import eliq.tensor.NumberType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What {@code eliq bench reading} and {@code eliq bench training} measure. */
class SpeedTest {
    private static final Path MODEL = Fixtures.model("tiny-b-bf16-untied");
    private static final Numerics HALF = new Numerics(NumberType.BFLOAT16, NumberType.FLOAT32);

    /** Counted by hand from the published 2B's config.json, for 4,096 patches and 1,000 tokens. */
    @Test
    void theWorkOfThePublishedModelIsCountedByItsMatrices() {
        PassWork work = new PassWork(PublishedSize.SIZE_2B.config());
        double block = 4096 * (4.0 * 1024 * 1024 + 2.0 * 4096 * 1024);
        double attention = 2.0 * 4096 * 4096 * 1024;
        double mergers = 4 * 1024 * (4096.0 * 4096 + 4096.0 * 2048);
        double patches = 4096.0 * 768 * 1024;
        assertEquals(
                2e-9 * (24 * (block + attention) + mergers + patches), work.vision(4096), 1e-6);

        double layer = 2048.0 * 2048 * 2 + 2048.0 * 1024 * 2 + 3 * 2048.0 * 6144;
        double causal = 2048.0 * 1000 * 1000;
        double last = 1000 * 2048.0 * 1024 * 2;
        assertEquals(2e-9 * (27 * (1000 * layer + causal) + last), work.text(1000, 0, 0), 1e-6);
    }

    @Test
    void aReadingIsMeasuredInItsParts() throws Exception {
        Map<String, Double> figures = new ReadingSpeed(MODEL, HALF, 64, 40, 2).measure(what -> {});

        assertTrue(figures.get("question_tokens") >= 40);
        for (String key : new String[] {"load", "three", "one", "vision", "text", "peak_gflops"}) {
            assertTrue(figures.get(key) > 0, key);
        }
        assertTrue(figures.get("three_share") < 1);
    }

    @Test
    void whatIsResidentIsToldAfterATenthHalfAndAllOfTheReadings() throws Exception {
        Assumptions.assumeTrue(
                NativeMemory.resident().isPresent(), "the system does not say what is resident");
        Map<String, Double> figures = new ReadingSpeed(MODEL, HALF, 64, 8, 20).measure(what -> {});

        for (String key : List.of("three_resident_2", "three_resident_10", "three_resident_20")) {
            assertTrue(figures.get(key) > 0.05, key);
            assertTrue(figures.get(key) <= figures.get("memory"), key);
        }
        assertTrue(figures.containsKey("one_resident_20"));
    }

    @Test
    void aTrainingStepIsMeasuredBesideItsPlan() throws Exception {
        TrainingMode lora = new TrainingMode.Lora(4, 8, 0, TrainingMode.Lora.ALL_TEXT_LINEAR);
        Map<String, Double> figures =
                new TrainingSpeed(MODEL, lora, HALF, true, 64, 40, 2).measure(what -> {});

        assertTrue(figures.get("one") > 0 && figures.get("three") > 0);
        assertTrue(figures.get("planned_memory") > 0.4);
    }
}

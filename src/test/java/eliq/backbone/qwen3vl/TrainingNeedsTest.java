package eliq.backbone.qwen3vl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eliq.backbone.Numerics;
import eliq.backbone.TrainingMode;
import eliq.tensor.NumberType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The plan of memory against the highest resident memory (VmHWM) of processes that trained a random checkpoint of the
 * 2B's widths, one each: {@code eliq bench training}, Linux, one thread, one question an image.
 */
class TrainingNeedsTest {
    private static final TrainingMode LORA =
            new TrainingMode.Lora(16, 32, 0, TrainingMode.Lora.ALL_TEXT_LINEAR);
    private static final TrainingMode FULL = new TrainingMode.FullParameter(false);

    @ParameterizedTest
    @CsvSource({
        // layers of each tower, mode, weights, twice, patches, images, measured GB
        "2, lora, BFLOAT16, true,  1024, 1, 1.883",
        "2, lora, BFLOAT16, true,  1024, 4, 2.498",
        "2, lora, INT8,     true,  1024, 1, 1.745",
        "2, lora, FLOAT32,  false, 1024, 1, 2.660",
        "2, lora, FLOAT32,  false, 1024, 4, 3.210",
        "2, lora, FLOAT32,  true,  1024, 4, 3.559",
        "1, full, FLOAT32,  false, 256,  1, 10.324",
        "1, full, FLOAT32,  false, 256,  8, 10.520",
        "1, full, FLOAT32,  true,  256,  1, 7.851",
    })
    void thePlanIsWithinAnEighthOfWhatWasMeasured(
            int layers,
            String mode,
            NumberType weights,
            boolean twice,
            long patches,
            int images,
            double measured) {
        double planned =
                TrainingNeeds.of(
                                        PublishedSize.SIZE_2B.config(layers, layers),
                                        mode.equals("full") ? FULL : LORA,
                                        new Numerics(weights, NumberType.FLOAT32),
                                        twice,
                                        new TrainingNeeds.Pass(patches, images, 1))
                                .total()
                        / 1e9;

        assertEquals(measured, planned, measured / 8);
    }
}

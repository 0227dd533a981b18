package eliq.pairs.degrade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.image.Pixels;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationTest {
    private static final double[] STRENGTHS = {0.2, 0.4, 0.6, 0.8, 1};
    private final Pixels picture = TestPictures.natural(160, 120);

    @ParameterizedTest
    @EnumSource(Operation.class)
    void theSameStrengthAndSeedGiveTheSameBytes(Operation operation) {
        byte[] once = operation.at(0.6, 11).apply(picture).rgb();
        byte[] again = operation.at(0.6, 11).apply(picture).rgb();
        assertArrayEquals(once, again);
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void theSizeStaysAndTheGivenPictureIsNotTouched(Operation operation) {
        byte[] before = picture.rgb().clone();
        Pixels edited = operation.at(1, 5).apply(picture);
        assertEquals(picture.width(), edited.width());
        assertEquals(picture.height(), edited.height());
        assertArrayEquals(before, picture.rgb());
        assertFalse(Arrays.equals(before, edited.rgb()));
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void oddAndTinySizesWork(Operation operation) {
        for (int[] size : new int[][] {{1, 1}, {7, 3}, {3, 17}}) {
            Pixels tiny = TestPictures.natural(size[0], size[1]);
            assertEquals(size[0], operation.at(0.7, 3).apply(tiny).width(), operation.key());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Operation.class,
            names = {"REPEATED_JPEG_NOISE", "GAUSSIAN_BLUR", "LOST_DETAIL"})
    void signalToNoiseFallsAsADistortionGrowsStronger(Operation operation) {
        Pixels picture = TestPictures.natural(256, 256);
        for (long seed = 0; seed < 5; seed++) {
            double last = Double.POSITIVE_INFINITY;
            for (double strength : STRENGTHS) {
                double psnr = Difference.psnr(picture, operation.at(strength, seed).apply(picture));
                assertTrue(psnr < last, operation.key() + " at " + strength + ": " + psnr);
                last = psnr;
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Operation.class,
            names = {"OFF_CENTRE_CROP", "TILT", "SQUEEZED_ASPECT"})
    void contentMovesFurtherAsACompositionEditGrowsStronger(Operation operation) {
        Pixels map = TestPictures.coordinates(128);
        for (long seed = 0; seed < 5; seed++) {
            double last = 0;
            for (double strength : STRENGTHS) {
                double moved =
                        Difference.meanAbsolute(map, operation.at(strength, seed).apply(map));
                assertTrue(moved > last, operation.key() + " at " + strength + ": " + moved);
                last = moved;
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Operation.class,
            names = {
                "HUE_SHIFT",
                "OVER_SATURATION",
                "UNDER_SATURATION",
                "BLOWN_EXPOSURE",
                "CRUSHED_EXPOSURE",
                "COLOUR_CAST"
            })
    void levelsMoveFurtherAsAColourEditGrowsStronger(Operation operation) {
        for (long seed = 0; seed < 5; seed++) {
            double last = 0;
            for (double strength : STRENGTHS) {
                double moved =
                        Difference.meanAbsolute(
                                picture, operation.at(strength, seed).apply(picture));
                assertTrue(moved > last, operation.key() + " at " + strength + ": " + moved);
                last = moved;
            }
        }
    }

    @Test
    void exposureDoublesLightPerStopAndClips() {
        // sRGB 128 is 21.59 % of the light; doubled, 43.17 %, which is coded as 176.
        Pixels grey = TestPictures.uniform(4, 4, 128, 128, 200);
        Pixels brighter = new Exposure(1, 0).apply(grey);
        assertEquals(176, brighter.at(1, 1, 0));
        assertEquals(255, brighter.at(1, 1, 2));
    }

    @Test
    void aHueShiftKeepsBrightnessAndLeavesGreyAlone() {
        Pixels grey = TestPictures.uniform(2, 2, 90, 90, 90);
        assertEquals(90, new HueShift(120, 1.3).apply(grey).at(0, 0, 0), 1);
        Pixels colour = TestPictures.uniform(2, 2, 140, 110, 100);
        Pixels turned = new HueShift(90, 1).apply(colour);
        assertEquals(
                Luma.of(140, 110, 100),
                Luma.of(turned.at(0, 0, 0), turned.at(0, 0, 1), turned.at(0, 0, 2)),
                1);
    }

    @Test
    void zeroSaturationIsGrey() {
        Pixels grey = new Saturation(0, 0).apply(TestPictures.uniform(2, 2, 200, 30, 60));
        assertEquals(grey.at(0, 0, 0), grey.at(0, 0, 1));
        assertEquals(Math.round(Luma.of(200, 30, 60)), grey.at(0, 0, 2));
    }

    @Test
    void noiseHasTheStatedStandardDeviation() {
        Pixels grey = TestPictures.uniform(128, 128, 128, 128, 128);
        Pixels noisy = GaussianNoise.add(grey, 10, 3);
        // Rounding to whole levels adds 1/12 to the variance.
        assertEquals(
                20 * Math.log10(255 / StrictMath.sqrt(100 + 1 / 12.0)),
                Difference.psnr(grey, noisy),
                0.1);
    }

    @Test
    void resamplingByOneChangesNothing() {
        assertArrayEquals(picture.rgb(), Resampling.resize(picture, 160, 120).rgb());
    }

    @Test
    void shrinkingAveragesWhatIsCovered() {
        Pixels half = Resampling.resize(TestPictures.coordinates(64), 8, 8);
        assertEquals(255 * 3.5 / 63, half.at(0, 3, 0), 4);
        assertEquals(255 * 59.5 / 63, half.at(7, 3, 0), 4);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.01, Double.NaN})
    void strengthsOutsideTheirRangeAreRefused(double strength) {
        assertThrows(IllegalArgumentException.class, () -> Operation.TILT.at(strength, 1));
    }
}

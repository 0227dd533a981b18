package eliq.pairs.degrade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import eliq.image.Pixels;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussianNoiseTest {

    /** Large pictures go by a table of whole levels, small ones by floating point. */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 2, 5.5, 13.13, 26, 36.4, 45, 63.7})
    void aLargePictureGetsTheNoiseThatASmallOneGets(double sigma) {
        Pixels large = TestPictures.natural(401, 331);
        byte[] quick = GaussianNoise.of(sigma, large.rgb().length).add(large, 9).rgb();
        byte[] plain = GaussianNoise.of(sigma, 1).add(large, 9).rgb();
        assertArrayEquals(plain, quick);
    }

    @ParameterizedTest
    @ValueSource(doubles = {2, 10, 26})
    void itsSpreadIsSigma(double sigma) {
        Pixels grey = TestPictures.uniform(300, 300, 128, 128, 128);
        byte[] noisy = GaussianNoise.add(grey, sigma, 4).rgb();
        double[] moved = new double[noisy.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = (noisy[i] & 0xFF) - 128;
        }
        double spread = Math.sqrt(Arrays.stream(moved).map(d -> d * d).average().orElseThrow());
        assertEquals(0, Arrays.stream(moved).average().orElseThrow(), 0.02 * sigma);
        // Rounding to whole levels adds a twelfth to the variance.
        assertEquals(Math.sqrt(sigma * sigma + 1.0 / 12), spread, 0.01 * sigma);
    }
}

package eliq.pairs.degrade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eliq.image.ContentHash;
import eliq.image.Pixels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Stored recipes and trained models rest on these pixels: a seed means the same picture for ever. The hashes were taken
 * from version 0.1.0 as it was when eliq-nano's training began.
 */
class SamePixelsTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/eliq/pairs/degrade/pixels.csv", numLinesToSkip = 1)
    void anOperationGivesThePixelsItAlwaysGave(
            String key, int width, double strength, long seed, String hash) {
        Operation operation = Operation.ofKey(key).orElseThrow();
        Pixels picture = scene(width, width == 97 ? 61 : 64);
        Pixels made = Degradation.of(operation, strength, seed).apply(picture);
        assertEquals(hash, ContentHash.of(made.rgb()).hex().substring(0, 16));
    }

    private static Pixels scene(int width, int height) {
        byte[] rgb = new byte[3 * width * height];
        SplitMix64 random = new SplitMix64(5);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = 3 * (y * width + x);
                rgb[i] = (byte) (x * 255 / width);
                rgb[i + 1] = (byte) (y * 255 / height);
                rgb[i + 2] = (byte) ((x / 8 + y / 8) % 2 * 160 + (random.next() & 31));
            }
        }
        return new Pixels(width, height, rgb);
    }
}

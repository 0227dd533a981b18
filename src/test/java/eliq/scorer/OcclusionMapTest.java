package eliq.scorer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eliq.image.Pixels;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** A judge whose score is the brightest pixel makes every answer countable by hand. */
class OcclusionMapTest {

    private static Pixels blackWithAWhitePixelAt(int x, int y) {
        byte[] rgb = new byte[3 * 8 * 4];
        for (int c = 0; c < 3; c++) {
            rgb[3 * (y * 8 + x) + c] = (byte) 255;
        }
        return new Pixels(8, 4, rgb);
    }

    private static ImageScore brightest(Pixels picture) {
        int most = 0;
        for (byte value : picture.rgb()) {
            most = Math.max(most, value & 0xFF);
        }
        return new ImageScore(
                most, OptionalDouble.empty(), 0.5, 0.5, OptionalDouble.empty(), 0.5, 0.5);
    }

    @Test
    void onlyTheRegionThatHoldsTheBrightPixelMovesTheScore() throws Exception {
        OcclusionMap map =
                OcclusionMap.of(
                        blackWithAWhitePixelAt(5, 1), 4, OcclusionMapTest::brightest, (_, _) -> {});

        assertEquals(4, map.columns());
        assertEquals(2, map.rows());
        // The mean of one white pixel among 32 is 8: what covers the region is that grey.
        assertArrayEquals(new double[] {0, 0, 247, 0, 0, 0, 0, 0}, map.visual());
        assertEquals(0, map.alignment().length);
    }

    @Test
    void theStepsAreCountedAndCanStopTheWork() {
        List<Integer> done = new ArrayList<>();

        assertThrows(
                InterruptedException.class,
                () ->
                        OcclusionMap.of(
                                blackWithAWhitePixelAt(0, 0),
                                4,
                                OcclusionMapTest::brightest,
                                (regions, of) -> {
                                    done.add(regions);
                                    assertEquals(8, of);
                                    if (regions == 3) {
                                        throw new InterruptedException();
                                    }
                                }));
        assertEquals(List.of(1, 2, 3), done);
    }
}

package eliq.pairs;

import eliq.image.Pixels;
import eliq.pairs.degrade.Resampling;
import java.util.Arrays;

/**
 * A picture's coarse content in 64 bits: the signs of the 8 x 8 lowest frequencies of its 32 x 32 brightness against
 * their median (the DCT hash of Zauner 2010). Re-encoding and resizing move few bits.
 *
 * @param bits row-major, lowest frequency in the highest bit
 */
public record PerceptualHash(long bits) {
    private static final int SIDE = 32;
    private static final int KEPT = 8;
    private static final double[][] COSINES = cosines();

    public static PerceptualHash of(Pixels picture) {
        Pixels small = Resampling.resize(picture, SIDE, SIDE);
        double[][] luma = new double[SIDE][SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                luma[y][x] =
                        0.299 * small.at(x, y, 0)
                                + 0.587 * small.at(x, y, 1)
                                + 0.114 * small.at(x, y, 2);
            }
        }
        double[] low = new double[KEPT * KEPT];
        for (int v = 0; v < KEPT; v++) {
            for (int u = 0; u < KEPT; u++) {
                // From frequency 1 on: the mean brightness says nothing of the content.
                low[v * KEPT + u] = coefficient(luma, u + 1, v + 1);
            }
        }
        double[] sorted = low.clone();
        Arrays.sort(sorted);
        double median = (sorted[low.length / 2 - 1] + sorted[low.length / 2]) / 2;
        long bits = 0;
        for (double value : low) {
            bits = bits << 1 | (value > median ? 1 : 0);
        }
        return new PerceptualHash(bits);
    }

    /** Number of bits that differ, 0 (as good as the same picture) .. 64; unrelated pictures are about 32 apart. */
    public int distance(PerceptualHash other) {
        return Long.bitCount(bits ^ other.bits);
    }

    private static double coefficient(double[][] luma, int u, int v) {
        double sum = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                sum += luma[y][x] * COSINES[u][x] * COSINES[v][y];
            }
        }
        return sum;
    }

    private static double[][] cosines() {
        double[][] table = new double[KEPT + 1][SIDE];
        for (int u = 0; u <= KEPT; u++) {
            for (int x = 0; x < SIDE; x++) {
                table[u][x] = StrictMath.cos(StrictMath.PI * u * (2 * x + 1) / (2 * SIDE));
            }
        }
        return table;
    }
}

package eliq.scorer;

import eliq.image.Pixels;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How much each region of a picture does for its scores: the score of the whole minus the score with the region covered
 * by the picture's mean colour (Zeiler and Fergus, Visualizing and Understanding Convolutional Networks, ECCV 2014,
 * section 4.2). Positive: the region raises the score; negative: it lowers it.
 *
 * @param columns of the grid
 * @param rows of the grid
 * @param visual change of s_vis, row by row
 * @param alignment change of s_ali, row by row; empty without a prompt
 */
public record OcclusionMap(int columns, int rows, double[] visual, double[] alignment) {

    /** Told after each region; throws to stop. */
    @FunctionalInterface
    public interface Steps {
        void done(int regions, int of) throws InterruptedException;
    }

    /** Judges one version of the picture. */
    @FunctionalInterface
    public interface Judge {
        ImageScore score(Pixels version) throws ScorerException;
    }

    public OcclusionMap {
        if (columns < 1 || rows < 1 || visual.length != columns * rows) {
            throw new IllegalArgumentException(
                    visual.length + " values for a grid of " + columns + " x " + rows);
        }
        if (alignment.length != 0 && alignment.length != visual.length) {
            throw new IllegalArgumentException(
                    alignment.length + " alignment values for " + visual.length + " regions");
        }
    }

    /** As {@link #of(Pixels, int, Judge, Steps)} with a scorer. */
    public static OcclusionMap of(
            ImageScorer scorer, Pixels picture, Optional<String> prompt, int side, Steps steps)
            throws ScorerException, InterruptedException {
        return of(picture, side, version -> scorer.score(version, prompt), steps);
    }

    /**
     * Covers one region after the other.
     *
     * @param side regions along the longer side, 2 to 32; the shorter one has as many as make them about square
     * @throws InterruptedException where {@code steps} threw it
     */
    static OcclusionMap of(Pixels picture, int side, Judge judge, Steps steps)
            throws ScorerException, InterruptedException {
        if (side < 2 || side > 32) {
            throw new IllegalArgumentException("the grid must have 2 to 32 regions, not " + side);
        }
        int longest = Math.max(picture.width(), picture.height());
        int columns = Math.max(1, Math.round((float) side * picture.width() / longest));
        int rows = Math.max(1, Math.round((float) side * picture.height() / longest));
        byte[] mean = mean(picture);
        ImageScore whole = judge.score(picture);
        double[] visual = new double[columns * rows];
        double[] alignment = new double[whole.alignment().isPresent() ? columns * rows : 0];
        for (int i = 0; i < visual.length; i++) {
            ImageScore covered =
                    judge.score(cover(picture, mean, i % columns, i / columns, columns, rows));
            visual[i] = whole.visual() - covered.visual();
            if (alignment.length > 0) {
                alignment[i] = difference(whole.alignment(), covered.alignment());
            }
            steps.done(i + 1, visual.length);
        }
        return new OcclusionMap(columns, rows, visual, alignment);
    }

    private static double difference(OptionalDouble whole, OptionalDouble covered) {
        return whole.orElseThrow() - covered.orElseThrow();
    }

    private static byte[] mean(Pixels picture) {
        long[] sums = new long[3];
        byte[] rgb = picture.rgb();
        for (int i = 0; i < rgb.length; i++) {
            sums[i % 3] += rgb[i] & 0xFF;
        }
        long pixels = (long) picture.width() * picture.height();
        byte[] mean = new byte[3];
        for (int c = 0; c < 3; c++) {
            mean[c] = (byte) Math.round((double) sums[c] / pixels);
        }
        return mean;
    }

    private static Pixels cover(
            Pixels picture, byte[] mean, int column, int row, int columns, int rows) {
        byte[] rgb = picture.rgb().clone();
        int left = picture.width() * column / columns;
        int right = picture.width() * (column + 1) / columns;
        int top = picture.height() * row / rows;
        int bottom = picture.height() * (row + 1) / rows;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                System.arraycopy(mean, 0, rgb, (y * picture.width() + x) * 3, 3);
            }
        }
        return new Pixels(picture.width(), picture.height(), rgb);
    }
}
